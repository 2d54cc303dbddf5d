import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Sentence, Word } from "../language/analysis.js";
import { prepositionOf, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Hit, Hits } from "./hits.js";
import { stateCode } from "./modifiers.js";
import { stateFiled } from "./state-filed.js";
import { SURROUNDING_FEATURES, type SurroundingWeights, shippedWeights } from "./surrounding-weights.js";
import { townAt } from "./town-state.js";

/** A state that the text around a phrase speaks of most, or why none leads. */
export type SurroundingState =
  | { readonly code: string; readonly confidence: number; readonly by: string }
  | { readonly reason: string };

/** One place where the text speaks of a state, by its name or by what belongs to it. */
export interface StateEvidence {
  readonly code: string;
  readonly word: number;
  /** False for institutions, parties, companies, people and towns of the state. */
  readonly direct: boolean;
}

/** What one state has around a phrase, in the order of `SURROUNDING_FEATURES`. */
export type StateFeatures = ReadonlyMap<string, readonly number[]>;

/** Sentences before and after one that count as near it. */
const NEAR = 3;

/**
 * Tells of which state a phrase is that names none ("police said"), from the states that the text around it speaks of. A
 * log-linear model over these states and "none of them" weighs where each is named: in the sentence, as its subject, as
 * its place, in the paragraph, the title, the dateline, the whole report.
 */
export class Surroundings {
  readonly #report: Report;
  readonly #analysis: Analysis;
  readonly #hits: Hits;
  readonly #weights: SurroundingWeights;
  #evidence: Evidence | undefined;

  constructor(report: Report, analysis: Analysis, hits: Hits, weights = shippedWeights()) {
    this.#report = report;
    this.#analysis = analysis;
    this.#hits = hits;
    this.#weights = weights;
  }

  /** The state of a phrase, by its head word, where one is likely enough. */
  at(word: Word): SurroundingState {
    const evidence = this.#all();
    const features = featuresAt(this.#analysis, evidence, word);
    if (features.size === 0) return { reason: "the text around it speaks of no state" };
    const probabilities = this.#weights.probabilities(features);
    const ranked = [...probabilities].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
    const [code, confidence] = ranked[0]!;
    const stateName = (c: string) => this.#hits.knowledge.stateName(c);
    if (confidence < this.#weights.threshold) {
      const rivals = ranked.slice(0, 3).map(([c]) => stateName(c));
      return { reason: `no state clearly leads around it: ${rivals.join(", ")}` };
    }
    const times = evidence.total.get(code) ?? 0;
    return {
      code,
      confidence: Math.round(confidence * 1000) / 1000,
      by: `state of the surroundings: ${stateName(code)}, named ${times} times of ${evidence.list.length}`,
    };
  }

  #all(): Evidence {
    this.#evidence ??= gather(
      this.#report,
      this.#analysis,
      this.#hits,
      stateEvidence(this.#analysis, this.#hits),
    );
    return this.#evidence;
  }
}

/** Where a text speaks of states, in text order. */
export function stateEvidence(analysis: Analysis, hits: Hits): StateEvidence[] {
  const list: StateEvidence[] = [];
  for (const hit of hits.list) {
    const code = stateCode(hit) ?? ownerOf(hit);
    if (code && hits.knowledge.states.has(code))
      list.push({ code, word: hit.top, direct: stateCode(hit) !== undefined });
  }
  for (const name of analysis.names) {
    if (name.type !== "GPE" && name.type !== "LOC") continue;
    const town = townAt(analysis, hits, name.last - 1);
    if (town) list.push({ code: town.code, word: name.last - 1, direct: false });
  }
  return list.sort((a, b) => a.word - b.word);
}

/** The state of a body or person that knowledge has; outlets are left out, since they tell of all the world. */
function ownerOf({ names }: Hit): string | undefined {
  const name = names[0];
  if (!name || name.kind === "not an actor" || name.kind === "media") return undefined;
  if (!name.person) return name.code;
  const codes = new Set(name.person.terms.map((t) => t.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Counts by state. */
type Counts = Map<string, number>;

export interface Evidence {
  readonly list: readonly StateEvidence[];
  readonly total: ReadonlyMap<string, number>;
  readonly totalDirect: ReadonlyMap<string, number>;
  /** By sentence: places where states are spoken of, those named directly, as a subject, and as a place. */
  readonly sentences: ReadonlyMap<number, SentenceEvidence>;
  readonly title: ReadonlySet<string>;
  readonly filed: string | undefined;
}

interface SentenceEvidence {
  readonly all: Counts;
  readonly direct: Counts;
  readonly subjects: Set<string>;
  readonly places: Set<string>;
  /** In text order. */
  readonly list: StateEvidence[];
}

/** Sorts the evidence of a report by where it stands. */
export function gather(
  report: Report,
  analysis: Analysis,
  hits: Hits,
  list: readonly StateEvidence[],
): Evidence {
  const { words } = analysis;
  const { placePrepositions } = referenceWords();
  const total: Counts = new Map();
  const totalDirect: Counts = new Map();
  const sentences = new Map<number, SentenceEvidence>();
  for (const one of list) {
    const word = words[one.word]!;
    let so = sentences.get(word.sentence);
    if (!so) {
      so = { all: new Map(), direct: new Map(), subjects: new Set(), places: new Set(), list: [] };
      sentences.set(word.sentence, so);
    }
    count(total, one.code);
    count(so.all, one.code);
    if (one.direct) {
      count(totalDirect, one.code);
      count(so.direct, one.code);
    }
    so.list.push(one);
    if (relation(word) === "nsubj") so.subjects.add(one.code);
    if (placePrepositions.has(prepositionOf(analysis, word) ?? "")) so.places.add(one.code);
  }
  const first = analysis.sentences[0];
  const untitled = first?.paragraph === analysis.sentences.at(-1)?.paragraph;
  return {
    list,
    total,
    totalDirect,
    sentences,
    title: untitled ? new Set() : new Set(sentences.get(0)?.all.keys()),
    filed: stateFiled(report, hits)?.code,
  };
}

/** What each state of the report has around a word. */
export function featuresAt(analysis: Analysis, evidence: Evidence, word: Word): StateFeatures {
  const { sentences } = analysis;
  const here = sentences[word.sentence]!;
  const values = new Map<string, number[]>();
  const of = (code: string) => {
    let so = values.get(code);
    if (!so) {
      so = new Array(SURROUNDING_FEATURES.length).fill(0);
      values.set(code, so);
    }
    return so;
  };
  const all = evidence.list.length;
  const direct = [...evidence.totalDirect.values()].reduce((a, b) => a + b, 0);
  for (const [code, times] of evidence.total) {
    const so = of(code);
    so[0] = times / all;
    so[1] = (evidence.totalDirect.get(code) ?? 0) / Math.max(1, direct);
    so[2] = Math.log(1 + times);
  }
  for (const code of evidence.title) of(code)[3] = 1;
  if (evidence.filed) of(evidence.filed)[4] = 1;
  const own = evidence.sentences.get(here.index);
  if (own) {
    for (const code of own.all.keys()) of(code)[5] = 1;
    for (const code of own.direct.keys()) of(code)[6] = 1;
    for (const code of own.subjects) of(code)[7] = 1;
    for (const code of own.places) of(code)[8] = 1;
    const before = own.list.findLast((one) => one.word < word.index);
    if (before) of(before.code)[9] = 1;
    if (own.all.size === 1) for (const code of own.all.keys()) of(code)[10] = 1;
  }
  let nearest = true;
  for (let s = here.index - 1; s >= Math.max(0, here.index - NEAR); s--) {
    const near = evidence.sentences.get(s);
    if (!near || !isBody(sentences, s)) continue;
    const same = sentences[s]!.paragraph === here.paragraph;
    for (const code of near.all.keys()) {
      const so = of(code);
      so[11] = Math.max(so[11]!, 1 / (here.index - s));
      if (same) so[12] = 1;
      if (nearest) so[13] = 1;
    }
    for (const code of near.subjects) of(code)[14] = 1;
    for (const code of near.places) of(code)[15] = 1;
    nearest = false;
  }
  const after = evidence.sentences.get(here.index + 1);
  if (after) for (const code of after.all.keys()) of(code)[16] = 1;
  if (evidence.total.size === 1) for (const so of values.values()) so[17] = 1;
  return values;
}

/** The title is told of apart. */
function isBody(sentences: readonly Sentence[], index: number): boolean {
  return index > 0 || sentences[1]?.paragraph === sentences[0]!.paragraph;
}

function count(counts: Counts, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}
