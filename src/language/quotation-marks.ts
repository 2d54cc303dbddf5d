import type { Span } from "../record/span.js";
import { isApostrophe, isWordCharacter } from "./characters.js";

/** Which way a bracket or quotation mark faces; `Neither` for every other word. */
export const Side = { Neither: 0, Opens: 1, Closes: 2 } as const;
export type Side = (typeof Side)[keyof typeof Side];

const opens = new Set(["(", "[", "{", "“", "„", "«", "‘", "``", "<<"]);
const closes = new Set([")", "]", "}", "”", "»", "’’", ">>"]);

/**
 * Which way each of a paragraph's words faces. Typewriter marks face the text that they touch; one that touches text
 * on both sides or on neither closes what is open, or else opens.
 */
export function sidesOf(words: readonly Span[], text: string): Side[] {
  let open = false;
  return words.map((word, i) => {
    const length = word.end - word.start;
    if (length > 2) return Side.Neither;
    const form = text.slice(word.start, word.end);
    if (opens.has(form)) return Side.Opens;
    if (closes.has(form)) return Side.Closes;
    const double =
      form === '"' || (length === 2 && isApostrophe(text, word.start) && isApostrophe(text, word.start + 1));
    if (!double && !(length === 1 && isApostrophe(text, word.start))) return Side.Neither;
    const left = i > 0 && words[i - 1]!.end === word.start;
    const right = words[i + 1]?.start === word.end && isWordCharacter(text, word.end);
    if (!double) return left === right ? Side.Neither : left ? Side.Closes : Side.Opens;
    const closing = left === right ? open : left;
    open = !closing;
    return closing ? Side.Closes : Side.Opens;
  });
}
