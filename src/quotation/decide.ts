import type { Analysis } from "../language/analysis.js";
import { rangeWithin } from "../record/within.js";
import type { Attribution } from "./attribution.js";
import type { LearnedAttribution } from "./learned.js";
import type { Ruled } from "./ruled.js";

/**
 * True where the rules are sure of an attribution that the language model does not tell: of all that is told as said or
 * thought, but not of stances ("backs", "hopes to"), of which people mark less than a third.
 */
export function isSure({ first: { cue } }: Ruled): boolean {
  return !cue?.stance;
}

/** Confidence below which people mark less than a third of what the language model alone tells. */
const LEAST = 0.3;

/** True where a cue stands in a paragraph behind that of a word: it is somebody else's. */
export function comesLate({ words, sentences }: Analysis, cue: number, word: number): boolean {
  const paragraphOf = (at: number) => sentences[words[at]!.sentence]!.paragraph;
  return paragraphOf(cue) > paragraphOf(word);
}

/**
 * True where the language model is sure of an attribution that the rules do not tell: its source is named (without one
 * every sixth is an attribution), it is not too unsure of the words, and the cue does not come paragraphs later.
 */
export function isBelieved(analysis: Analysis, own: Attribution, one: LearnedAttribution): boolean {
  const { cue, confidence } = one;
  if (!own.source || confidence < LEAST) return false;
  return (
    !cue || own.content.some((s) => !comesLate(analysis, cue.first, rangeWithin(analysis.words, s).first))
  );
}

/** Rules whose words hold also where the language model tells quite others. */
const HELD = new Set(["infinitive", "parenthetical", "transcript"]);

/** True where the words of the rules stay whatever the language model tells of the same cue. */
export function isHeld({ first: { cue, rule } }: Ruled): boolean {
  return HELD.has(rule) || cue?.sourceFrom.by === "itself" || cue?.verbatim === true;
}
