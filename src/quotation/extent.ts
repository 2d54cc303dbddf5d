import type { Analysis, Word } from "../language/analysis.js";

/** First and one past the last word at or below each word of an analysis, punctuation aside, by word index. */
export interface Extents {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

const extentsOf = new WeakMap<Analysis, Extents>();

/** The extents of all words of `analysis`, computed once for each. */
export function extents(analysis: Analysis): Extents {
  const known = extentsOf.get(analysis) ?? measure(analysis);
  extentsOf.set(analysis, known);
  return known;
}

/** One pass up the trees, so that a chain of clauses costs no more than its words. */
function measure({ words }: Analysis): Extents {
  const count = words.length;
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  const waiting = new Uint32Array(count);
  // Numbers side by side: going from word to word through objects costs ten times as much where there are a million.
  const heads = new Int32Array(count);
  const isMark = new Uint8Array(count);
  for (const w of words) {
    first[w.index] = w.index;
    last[w.index] = w.index + 1;
    heads[w.index] = w.head;
    if (w.upos === "PUNCT") isMark[w.index] = 1;
    if (w.head >= 0) waiting[w.head]!++;
  }
  for (let leaf = 0; leaf < count; leaf++) {
    // A governor whose dependents are all done goes on up; one that still waits is reached from its last dependent.
    if (waiting[leaf] !== 0 || heads[leaf] === DONE) continue;
    for (let at = leaf, head = heads[at]!; head >= 0; at = head, head = heads[at]!) {
      if (!isMark[at]) {
        first[head] = Math.min(first[head]!, first[at]!);
        last[head] = Math.max(last[head]!, last[at]!);
      }
      heads[at] = DONE;
      if (--waiting[head]! > 0) break;
    }
  }
  return { first, last };
}

const DONE = -2;

/** One past the bracket that closes one opened in the words from `first` to `last`, where it stands right behind them. */
export function closeBracket(words: readonly Word[], first: number, last: number): number {
  if (words[last]?.sentence !== words[last - 1]?.sentence) return last;
  const closing = words[last]?.form;
  if (closing !== ")" && closing !== "]") return last;
  const opening = closing === ")" ? "(" : "[";
  let open = 0;
  for (let i = first; i < last; i++)
    open += Number(words[i]!.form === opening) - Number(words[i]!.form === closing);
  return open > 0 ? last + 1 : last;
}
