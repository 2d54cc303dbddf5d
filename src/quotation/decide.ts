import type { Attribution } from "./attribution.js";
import type { LearnedAttribution } from "./learned.js";
import type { Ruled } from "./ruled.js";

/**
 * True where the rules are sure of an attribution that the language model does not tell: of all that is told as said or
 * thought, but not of stances ("backs", "hopes to"), of which people mark less than a third.
 */
export function isSure({ parts }: Ruled): boolean {
  return parts.some(({ cue }) => !cue?.stance);
}

/** Confidence below which people mark less than a third of what the language model alone tells. */
const LEAST = 0.3;

/**
 * True where the language model is sure of an attribution that the rules do not tell: its source is named (without one
 * every sixth is an attribution), and it is not too unsure of the words.
 */
export function isBelieved(own: Attribution, { confidence }: LearnedAttribution): boolean {
  return own.source !== undefined && confidence >= LEAST;
}

/** Rules whose words hold also where the language model tells quite others. */
const HELD = new Set(["infinitive", "parenthetical", "transcript"]);

/** True where the words of the rules stay whatever the language model tells of the same cue. */
export function isHeld({ first: { cue, rule } }: Ruled): boolean {
  return HELD.has(rule) || cue?.sourceFrom.by === "itself" || cue?.verbatim === true;
}
