import type { Word } from "../language/analysis.js";
import { afterHyphen, joined, lower } from "./read-number.js";
import { loadVocabulary, type Phrases, type Unit } from "./vocabulary.js";

const { units, currencySigns } = loadVocabulary();

/** The unit whose words begin at `at`, a hyphen before it skipped, and the word after it; the longest wins. */
export function readUnit(
  words: readonly Word[],
  at: number,
  limit: number,
): { readonly unit: Unit; readonly last: number; readonly first: number } | undefined {
  const first = afterHyphen(words, at);
  let branch: Phrases<Unit> | undefined = units;
  let found: { unit: Unit; last: number; first: number } | undefined;
  for (let i = first; i < limit; ) {
    branch = branch.next.get(lower(words, i));
    if (!branch) break;
    i++;
    if (branch.value) found = { unit: branch.value, last: i, first };
    i = afterHyphen(words, i);
  }
  return found;
}

/** The unit that the letters behind figures name, "kms". */
export function unitOf(form: string): Unit | undefined {
  return units.next.get(form)?.value;
}

/** Forms with which a currency sign begins: "$", and "us" of "US$". */
const SIGN_STARTS: ReadonlySet<string> = new Set(
  [...currencySigns.keys()].flatMap((sign) => [
    sign,
    sign.replace(/[^a-z]/g, ""),
    sign.replace(/[a-z]/g, ""),
  ]),
);

/** The currency whose sign begins at `at`, and the word after it: "$", "US$". */
export function readCurrency(
  words: readonly Word[],
  at: number,
): { readonly code: string; readonly last: number } | undefined {
  const form = lower(words, at);
  if (!SIGN_STARTS.has(form)) return undefined;
  const pair = joined(words, at + 1) ? currencySigns.get(form + lower(words, at + 1)) : undefined;
  if (pair) return { code: pair, last: at + 2 };
  const code = currencySigns.get(form);
  return code === undefined ? undefined : { code, last: at + 1 };
}
