import type { Ruled } from "./combine.js";

/** Rules for stances whose attributions people mark in every second case also where the language model is silent. */
const SURE_STANCES = new Set(["infinitive", "gerund"]);

/**
 * True where the rules are sure of an attribution that the language model does not tell: of all that is told as said or
 * thought, but not of most stances ("backs", "criticises"), of which people mark less than a third.
 */
export function isSure({ first: { cue } }: Ruled): boolean {
  return !cue?.stance || SURE_STANCES.has(cue.rule);
}

/** Rules whose words hold also where the language model tells quite others. */
const HELD = new Set(["infinitive", "parenthetical", "transcript"]);

/** True where the words of the rules stay whatever the language model tells of the same cue. */
export function isHeld({ first: { cue, rule } }: Ruled): boolean {
  return HELD.has(rule) || cue?.sourceFrom.by === "itself" || cue?.verbatim === true;
}
