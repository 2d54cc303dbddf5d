import type { Analysis, Word } from "../language/analysis.js";
import { wordList } from "./words.js";

const DATES = wordList("dates");
const datesOf = new WeakMap<Analysis, ReadonlySet<number>>();

/** True for a word of a date or time, which follows "on" or "in" without being a party: "called on Friday". */
export function isDate(analysis: Analysis, word: Word): boolean {
  let dates = datesOf.get(analysis);
  if (!dates) {
    const found = new Set<number>();
    for (const name of analysis.names) {
      if (name.type !== "DATE" && name.type !== "TIME") continue;
      for (let i = name.first; i < name.last; i++) found.add(i);
    }
    dates = found;
    datesOf.set(analysis, dates);
  }
  return dates.has(word.index) || DATES.has(word.lemma.toLowerCase());
}
