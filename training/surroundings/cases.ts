import { findMentions } from "../../src/actor/find-mentions.js";
import { modifiersBetween } from "../../src/actor/modifiers.js";
import { openPhraseAt } from "../../src/actor/open-to-surroundings.js";
import { Reader } from "../../src/actor/reader.js";
import { gather } from "../../src/actor/gathered-evidence.js";
import {
  type SectorEvidence,
  sectorEvidence,
  type StateEvidence,
  stateEvidence,
} from "../../src/actor/state-evidence.js";
import type { OpenPhrase } from "../../src/actor/phrase-features.js";
import { featuresAt, type Surrounded } from "../../src/actor/surrounding-features.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import type { Analysis } from "../../src/language/analysis.js";
import type { Report } from "../../src/report/report.js";
import type { Judgement } from "./judgements.js";

/** A phrase whose state is known, and what the text around it shows of every state. */
export interface Case extends Surrounded {
  readonly id: string;
  /** True where a reader judged it; else its own state was hidden. */
  readonly judged: boolean;
  /** True where nothing but the surroundings tells its state, so that the reader asks for them. */
  readonly asked: boolean;
  /** Empty where it is of no one state. */
  readonly truth: string;
}

/** A report with its analysis, as a line of ANALYSES.jsonl has it. */
export interface Analysed {
  readonly id: string;
  readonly report: Report;
  readonly analysis: Analysis;
}

/** The phrases of a report that a reader judged; those that are no open phrase, or whose office is told, are left out. */
export function judgedCases({ id, report, analysis }: Analysed, judgements: readonly Judgement[]): Case[] {
  const reader = new Reader(report, analysis, shippedKnowledge());
  const evidence = gather(report, reader, stateEvidence(reader), sectorEvidence(reader));
  const heads = new Map(analysis.words.map((w) => [w.start, w]));
  const asked = askedAt(report, analysis);
  return judgements.flatMap(({ head, code }) => {
    const word = heads.get(head);
    const name = word && !reader.hits.at(word.index) && reader.organisations.newName(word.index);
    const person = word && reader.hits.at(word.index)?.person ? reader.personOf(reader.hits.at(word.index)!) : undefined;
    if (person?.known || person?.introduction) return [];
    const open = person
      ? { word, sector: "CVL" as const, places: person.hits.map((h) => analysis.words[h.top]!) }
      : name
        ? { word, sector: name.is }
        : word && openPhraseAt(reader, word);
    if (!open) return [];
    const seen = featuresAt(analysis, evidence, open);
    return [{ id, judged: true, asked: asked.has(open.word.index), truth: code, ...seen }];
  });
}

/** Heads of the phrases whose surroundings were asked. */
function askedAt(report: Report, analysis: Analysis): Set<number> {
  const told = /state of the surroundings|no state clearly leads around it/;
  return new Set(
    findMentions(report, analysis).flatMap((m) => (told.test(m.reason ?? m.by) ? [m.head] : [])),
  );
}

/**
 * Cases without any judgement: role phrases that name their state ("French police"), and people and bodies whose state
 * knowledge has ("Geng", "Equifax"). Their own words, and the other mentions of such a name, are hidden.
 */
export function hiddenCases({ id, report, analysis }: Analysed): Case[] {
  const knowledge = shippedKnowledge();
  const reader = new Reader(report, analysis, knowledge);
  const { hits } = reader;
  const states = stateEvidence(reader);
  const bodies = sectorEvidence(reader);
  const cases: Case[] = [];
  const add = (
    open: OpenPhrase,
    truth: string,
    isSeen: (one: StateEvidence | SectorEvidence) => boolean,
  ) => {
    const seen = gather(report, reader, states.filter(isSeen), bodies.filter(isSeen));
    const shown = featuresAt(analysis, seen, open);
    cases.push({ id, judged: false, asked: false, truth, ...shown });
  };
  for (const person of reader.people()) {
    const [actor] = person.actors;
    if (person.actors.length !== 1 || !knowledge.states.has(actor!.code)) continue;
    const places = person.hits.map((h) => analysis.words[h.top]!);
    const own = [...person.titles, ...person.hits];
    const isOwn = (word: number) => own.some((o) => word >= o.first && word < o.last);
    add({ word: places[0]!, sector: "CVL", places }, actor!.code, (e) => !isOwn(e.word));
  }
  for (const hit of hits.list) {
    const name = hit.names[0];
    const { top, role } = hit;
    const word = analysis.words[top]!;
    if (role) {
      const description = reader.describe(top);
      const phrase = reader.phrase(top);
      const { states } = modifiersBetween(analysis, hits, phrase.first, hit.first);
      if (states.length !== 1 || description?.codes.join() !== states[0] || !description.sector) continue;
      const last = Math.max(phrase.last, hit.last);
      const open = { word, role, sector: description.sector };
      add(open, states[0]!, (e) => e.word < phrase.first || e.word >= last);
      continue;
    }
    if (!name?.sector || !KINDS.has(name.kind) || !knowledge.states.has(name.code)) continue;
    const same = new Set<number>();
    for (const other of hits.list) {
      const its = other.names[0];
      if (its?.kind === name.kind && its.code === name.code && its.agency === name.agency) same.add(other.top);
    }
    add({ word, sector: name.sector }, name.code, (e) => !same.has(e.word));
  }
  return cases;
}

const KINDS: ReadonlySet<string> = new Set(["institution", "party", "company"]);
