import type { Word } from "../language/analysis.js";
import type { Bound } from "./quantity.js";
import { isHyphen, lower } from "./read-number.js";
import { loadVocabulary, type Phrases } from "./vocabulary.js";

const { before, after } = loadVocabulary();

/** The bound that stands right before word `first`, and where its words begin; hyphens count as spaces. */
export function boundBefore(
  words: readonly Word[],
  first: number,
  limit: number,
): { readonly bound: Bound; readonly first: number } | undefined {
  let branch: Phrases<Bound> | undefined = before;
  let found: { bound: Bound; first: number } | undefined;
  for (let i = first - 1; i >= limit; i--) {
    if (isHyphen(words[i]!.form)) continue;
    branch = branch.next.get(lower(words, i));
    if (!branch) break;
    if (branch.value) found = { bound: branch.value, first: i };
  }
  return found;
}

/** The bound that stands right behind a number and its unit, and the word after it. */
export function boundAfter(
  words: readonly Word[],
  last: number,
  limit: number,
): { readonly bound: Bound; readonly last: number } | undefined {
  let branch: Phrases<Bound> | undefined = after;
  let found: { bound: Bound; last: number } | undefined;
  for (let i = last; i < limit; i++) {
    if (i === last && isHyphen(words[i]!.form)) continue;
    branch = branch.next.get(lower(words, i));
    if (!branch) break;
    if (branch.value) found = { bound: branch.value, last: i + 1 };
  }
  return found;
}
