import { wordsOf } from "./names.js";

/** True where a paragraph ends as sentences do; a closing quotation mark or bracket may follow the stop. */
export const endsLikeSentence = (text: string): boolean => /[.!?…:;,]["”’'»)\]]*$|["”]$/.test(text);

/** True where most longer words are written with a capital, as English headlines are, or all in capitals. */
function capitalised(words: readonly string[]): boolean {
  const long = words.filter((word) => /^\P{L}*\p{L}{4,}/u.test(word));
  const capitals = long.filter((word) => /^\P{L}*\p{Lu}/u.test(word));
  return long.length >= 2 && capitals.length >= long.length * 0.8;
}

/**
 * How much a paragraph looks like a headline: "no", "perhaps" (short, and no full stop at the end), or "yes"
 * (written with capitals, too).
 */
export function headlineLikeness(text: string): "no" | "perhaps" | "yes" {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > 30 || text.length > 220) return "no";
  // "Ministers Walk Out" is a headline, and so is "Who Fired First?"; "He left." is not.
  if (/[.:;,]["”’')\]]*$/.test(text) && !/\b(?:\p{Lu}\.){2,}$/u.test(text) && !text.endsWith("..."))
    return "no";
  if (!/\p{L}/u.test(text)) return "no";
  return capitalised(words) ? "yes" : "perhaps";
}
