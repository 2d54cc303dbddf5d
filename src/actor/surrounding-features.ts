import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { clauseOf, type Evidence, lastBefore } from "./gathered-evidence.js";
import { kindOf, MOST_PLACES, type OpenPhrase, ofPhrase, type PhraseKind } from "./phrase-features.js";

/** What is seen of each state around a phrase. Shares and nearness lie between 0 and 1; what holds is 1. */
export const STATE_FEATURES = [
  "share of the report",
  "share of the places",
  "logarithm of the times",
  "most often",
  "alone in the report",
  "title",
  "dateline",
  "first sentence",
  "share by nearness",
  "sentence",
  "alone in the sentence",
  "last before it",
  "place of its clause",
  "subject of its verb",
  "paragraph before",
  "last sentence with a state",
  "subject before",
  "place before",
  "sentence after",
  "same role before",
  "same sector before",
  "share of the sector",
  "share of the towns",
  "share of the people",
  "share of the subjects",
  "town before",
  "town in the sentence",
  "person in the sentence",
] as const;

/** What a phrase shows: each state of the report in the order of `STATE_FEATURES`, itself in that of `PHRASE_FEATURES`. */
export interface Surrounded {
  readonly kind: PhraseKind;
  readonly states: ReadonlyMap<string, readonly number[]>;
  readonly phrase: readonly number[];
  /** The lemma of a role phrase's head, lower case: "people" are of no one state oftener than "residents". */
  readonly noun?: string | undefined;
}

/** Sentences before one that count as near it, and how much less each counts than the one behind it. */
const NEAR = 4;
const FADING = 0.5;

const AT = Object.fromEntries(STATE_FEATURES.map((name, i) => [name, i])) as Record<
  (typeof STATE_FEATURES)[number],
  number
>;

/** What each state of the report has around a phrase; of one that is named at several places, the mean of these. */
export function featuresAt(analysis: Analysis, evidence: Evidence, open: OpenPhrase): Surrounded {
  const places = open.places?.slice(0, MOST_PLACES) ?? [open.word];
  const states = new Map<string, number[]>();
  for (const word of places) {
    const here = aroundWord(analysis, evidence, { ...open, word });
    for (const [code, values] of here) {
      const sum = states.get(code);
      states.set(
        code,
        values.map((value, f) => (sum?.[f] ?? 0) + value / places.length),
      );
    }
  }
  const noun = open.role && open.word.upos === "NOUN" ? open.word.lemma.toLowerCase() : undefined;
  return { kind: kindOf(open), states, phrase: ofPhrase(analysis, evidence, open), noun };
}

function aroundWord(analysis: Analysis, evidence: Evidence, open: OpenPhrase): Map<string, number[]> {
  const states = new Map<string, number[]>();
  for (const [code, values] of inReport(evidence)) states.set(code, values.slice());
  const mark = marker(states);
  ofSentence(analysis, evidence, open.word, mark);
  ofNeighbours(analysis, evidence, open.word, mark);
  ofBodies(evidence, open, mark);
  return states;
}

/** What each state has in the report as a whole, which is the same around all its phrases; worked out once. */
function inReport(evidence: Evidence): ReadonlyMap<string, readonly number[]> {
  let states = ofReports.get(evidence);
  if (!states) {
    states = new Map();
    for (const code of evidence.total.keys()) states.set(code, new Array(STATE_FEATURES.length).fill(0));
    ofReport(evidence, marker(states));
    ofReports.set(evidence, states);
  }
  return states;
}

const ofReports = new WeakMap<Evidence, Map<string, number[]>>();

function marker(states: ReadonlyMap<string, number[]>): Mark {
  return (code, feature, value = 1) => {
    const so = code === undefined ? undefined : states.get(code);
    if (so) so[AT[feature]] = value;
  };
}

type Mark = (code: string | undefined, feature: (typeof STATE_FEATURES)[number], value?: number) => void;

function ofReport(evidence: Evidence, mark: Mark): void {
  const { total, totalPlaces, sentences } = evidence;
  let most = 0;
  for (const times of total.values()) most = Math.max(most, times);
  for (const [code, times] of total) {
    mark(code, "share of the report", times / evidence.list.length);
    mark(code, "logarithm of the times", Math.log(1 + times));
    if (times === most) mark(code, "most often");
    if (total.size === 1) mark(code, "alone in the report");
  }
  for (const [code, times] of totalPlaces) mark(code, "share of the places", times / evidence.places);
  shareOut(evidence.totalTowns, (code, share) => mark(code, "share of the towns", share));
  shareOut(evidence.totalPeople, (code, share) => mark(code, "share of the people", share));
  shareOut(evidence.totalSubjects, (code, share) => mark(code, "share of the subjects", share));
  for (const code of evidence.title) mark(code, "title");
  for (const code of sentences.get(evidence.firstSentence)?.all.keys() ?? []) mark(code, "first sentence");
  mark(evidence.filed, "dateline");
}

function shareOut(counts: ReadonlyMap<string, number>, give: (code: string, share: number) => void): void {
  let sum = 0;
  for (const times of counts.values()) sum += times;
  for (const [code, times] of counts) give(code, times / sum);
}

function ofSentence(analysis: Analysis, evidence: Evidence, word: Word, mark: Mark): void {
  mark(lastBefore(evidence.towns, word.index)?.code, "town before");
  const own = evidence.sentences.get(word.sentence);
  if (!own) return;
  for (const code of own.all.keys()) mark(code, "sentence");
  if (own.all.size === 1) for (const code of own.all.keys()) mark(code, "alone in the sentence");
  mark(lastBefore(own.list, word.index)?.code, "last before it");
  const clause = clauseOf(analysis, word);
  const subject = subjectAbove(analysis, word);
  for (const one of own.list) {
    const { head } = analysis.words[one.word]!;
    if (one.by) mark(one.code, one.by === "town" ? "town in the sentence" : "person in the sentence");
    if (subject && (one.word === subject.index || head === subject.index))
      mark(one.code, "subject of its verb");
    if (one.isPlace && one.clause === clause) mark(one.code, "place of its clause");
  }
}

/** The subject of the nearest verb above a word that has another one than it ("Norway" of "denies sending troops"). */
function subjectAbove(analysis: Analysis, word: Word): Word | undefined {
  let below = word;
  for (let over = governor(analysis, word); over; below = over, over = governor(analysis, over)) {
    const subject = children(analysis, over).find((c) => relation(c) === "nsubj");
    if (subject && subject !== below) return subject;
  }
  return undefined;
}

function ofNeighbours(analysis: Analysis, evidence: Evidence, word: Word, mark: Mark): void {
  const { sentences } = analysis;
  const here = sentences[word.sentence]!;
  const near = new Map<string, number>();
  let sum = 0;
  const add = (index: number, weight: number) => {
    for (const [code, times] of evidence.sentences.get(index)?.all ?? []) {
      near.set(code, (near.get(code) ?? 0) + weight * times);
      sum += weight * times;
    }
  };
  add(here.index, 1);
  let last = true;
  for (let s = here.index - 1; s >= Math.max(evidence.firstSentence, here.index - NEAR); s--) {
    add(s, FADING ** (here.index - s));
    const so = evidence.sentences.get(s);
    if (!so) continue;
    for (const code of so.all.keys()) {
      if (sentences[s]!.paragraph === here.paragraph) mark(code, "paragraph before");
      if (last) mark(code, "last sentence with a state");
    }
    for (const code of so.subjects) mark(code, "subject before");
    for (const code of so.places) mark(code, "place before");
    last = false;
  }
  add(here.index + 1, FADING ** 2);
  for (const code of evidence.sentences.get(here.index + 1)?.all.keys() ?? []) mark(code, "sentence after");
  for (const [code, weight] of near) mark(code, "share by nearness", weight / sum);
}

/** What the text tells of others of the same role or sector ("French police" before "police"). */
function ofBodies({ bySector, byRole }: Evidence, { word, sector, role }: OpenPhrase, mark: Mark): void {
  const alike = bySector.get(sector);
  for (const [code, times] of alike?.counts ?? [])
    mark(code, "share of the sector", times / alike!.list.length);
  mark(lastBefore(alike?.list ?? [], word.index)?.code, "same sector before");
  mark(lastBefore((role && byRole.get(role.role)) ?? [], word.index)?.code, "same role before");
}
