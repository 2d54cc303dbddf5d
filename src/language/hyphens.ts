import { isWordCharacter, Kind, kindAt } from "./characters.js";
import { readTable } from "./word-lists.js";

const affixes = readTable("hyphen-affixes.tsv");
const prefixes = new Set(affixes.filter(([, place]) => place === "prefix").map(([affix]) => affix));
const suffixes = new Set(affixes.filter(([, place]) => place === "suffix").map(([affix]) => affix));

/** Telephone numbers, postal codes and dates: the groups of digits that their hyphens hold together. */
const numbers = /^(?:(?:\d{3}\/)?\d{3}-\d{4}|\d{5}-\d{4}|\d{1,4}(?:-\d{1,4}){2,6})$/;
const longestNumber = 32;
const longestAffix = 12;

/**
 * The end of what the hyphen at `at` holds together with the written word that began at `start`, or -1 where
 * the hyphen is a word of its own. Universal Dependencies' English treebanks split at hyphens ("short-range" is
 * three words) but for affixes ("re-election") and numbers ("555-0199").
 */
export function endOfHyphenated(text: string, start: number, at: number, end: number): number {
  if (at + 1 >= end || !isWordCharacter(text, at + 1)) return -1;
  if (kindAt(text, start) === Kind.Digit && kindAt(text, at + 1) === Kind.Digit) {
    return endOfNumber(text, start, at, end);
  }
  let to = at + 1;
  while (to < end && isWordCharacter(text, to)) to++;
  const before = at - start > longestAffix ? "" : text.slice(start, at).toLowerCase();
  // "mid-1980s" has a prefix, "E-3" a letter.
  const opens = text[start - 1] !== "-" && (before.length > 2 || kindAt(text, at + 1) === Kind.Letter);
  if (opens && prefixes.has(before) && !isPhrase(text, to, end)) return to;
  return suffixes.has(text.slice(at + 1, to).toLowerCase()) && text[to] !== "-" ? to : -1;
}

function endOfNumber(text: string, start: number, at: number, end: number): number {
  const last = Math.min(end, at + longestNumber);
  let to = at;
  while (to < last && (text[to] === "-" || kindAt(text, to) === Kind.Digit)) to++;
  return to - start <= longestNumber && numbers.test(text.slice(start, to)) ? to : -1;
}

/** True where a second hyphen follows at `at`, as in "over-the-counter": a phrase, not an affix. */
function isPhrase(text: string, at: number, end: number): boolean {
  return text[at] === "-" && at + 1 < end && isWordCharacter(text, at + 1);
}
