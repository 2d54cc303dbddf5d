import type { Sentence, Word } from "../language/analysis.js";
import { ancestors, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import { overlaps } from "../record/span.js";
import type { Cast } from "./cast.js";
import { phraseSpan } from "./event-words.js";

/** A phrase of a sentence that may be source or target of an act. */
export interface Candidate {
  /** Its head. */
  readonly word: Word;
  readonly span: Span;
  /** True where it is a mention of somebody whom the knowledge holds. */
  readonly known: boolean;
  /** The head and the words above it, up to the root. */
  readonly up: readonly Word[];
}

/** What the learned coder knows of a source and a target from where they stand; see `pairFeatures`. */
export const PAIR_FEATURES = [
  "before",
  "sourceAbove",
  "targetAbove",
  "joined",
  "path",
  "distance",
  "subject",
  "bothSubjects",
  "siblings",
  "bothKnown",
  "overlap",
  "sourceOneUp",
  "sourceTwoUp",
  "targetOneUp",
  "targetTwoUp",
  "verbsOverSource",
  "verbsOverTarget",
] as const;
export type PairFeature = (typeof PAIR_FEATURES)[number];

/** A sentence with more phrases than this is a list, and tells of nobody's act. */
const MOST = 48;
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
/** Relations of words inside a phrase that are no phrases themselves. */
const INSIDE = new Set(["compound", "flat", "amod", "det", "nummod", "goeswith", "fixed"]);

/** The mentions and the other noun phrases of a sentence, in text order; none where there are too many. */
export function candidatesIn(cast: Cast, sentence: Sentence): readonly Candidate[] {
  const { analysis } = cast;
  const out: Candidate[] = [];
  for (let w = sentence.first; w < sentence.last; w++) {
    const word = analysis.words[w]!;
    const index = cast.mentionAt(word);
    const mention = index === undefined ? undefined : cast.mentions[index]!;
    const heads = mention?.head === w;
    if (!heads && (!NOMINAL.has(word.upos) || INSIDE.has(relation(word)))) continue;
    const span = heads ? { start: mention.start, end: mention.end } : phraseSpan(analysis, word);
    out.push({ word, span, known: heads && mention.actors.length > 0, up: ancestors(analysis, word) });
    if (out.length > MOST) return [];
  }
  return out;
}

/** The words between two phrases in the tree; the word above both where there are none. */
export function joiningWords(source: Candidate, target: Candidate): readonly Word[] {
  const [s, t] = stepsUp(source, target);
  const ends = [source.word, target.word];
  const between = [...source.up.slice(1, s + 1), ...target.up.slice(1, t)].filter((w) => !ends.includes(w));
  return between.length > 0 ? between : [source.up[s]!];
}

/** Values of `PAIR_FEATURES`, in their order: word order, steps in the tree, verbs on the way, who is known. */
export function pairFeatures(source: Candidate, target: Candidate): readonly number[] {
  const [s, t] = stepsUp(source, target);
  const isSubject = s === 1 && relation(source.word) === "nsubj";
  const verbs = (c: Candidate, steps: number) => c.up.slice(1, steps).filter((w) => w.upos === "VERB").length;
  const isJoined = (s === 0 && isConjunct(target, t)) || (t === 0 && isConjunct(source, s));
  return [
    Number(source.word.index < target.word.index),
    Number(s === 0),
    Number(t === 0),
    Number(isJoined),
    Math.min(s + t, 8) / 4,
    Math.min(Math.abs(source.word.index - target.word.index), 20) / 10,
    Number(isSubject),
    Number(isSubject && relation(target.word) === "nsubj"),
    Number(s === 1 && t === 1),
    Number(source.known && target.known),
    Number(overlaps(source.span, target.span)),
    Number(s === 1),
    Number(s === 2),
    Number(t === 1),
    Number(t === 2),
    verbs(source, s) / 2,
    verbs(target, t) / 2,
  ];
}

/** How many steps lie between each of the two and the word above both. */
function stepsUp(source: Candidate, target: Candidate): readonly [number, number] {
  for (const [s, word] of source.up.entries()) {
    const t = target.up.indexOf(word);
    if (t >= 0) return [s, t];
  }
  return [source.up.length - 1, target.up.length - 1];
}

function isConjunct({ up }: Candidate, steps: number): boolean {
  return steps > 0 && up.slice(0, steps).every((w) => w.deprel === "conj");
}
