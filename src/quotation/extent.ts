import type { Analysis, Word } from "../language/analysis.js";

/** First and one past the last word at or below each word of an analysis, punctuation aside, by word index. */
export interface Extents {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** The extents of all words of `analysis`, in one pass up the trees, so that a chain of clauses costs no more than its words. */
export function extents(analysis: Analysis): Extents {
  const { words } = analysis;
  const first = new Uint32Array(words.length);
  const last = new Uint32Array(words.length);
  const waiting = new Uint32Array(words.length);
  for (const w of words) {
    first[w.index] = w.index;
    last[w.index] = w.index + 1;
    if (w.head >= 0) waiting[w.head]!++;
  }
  const ready: Word[] = words.filter((w) => waiting[w.index] === 0);
  for (let w = ready.pop(); w; w = ready.pop()) {
    if (w.head < 0) continue;
    if (w.upos !== "PUNCT") {
      first[w.head] = Math.min(first[w.head]!, first[w.index]!);
      last[w.head] = Math.max(last[w.head]!, last[w.index]!);
    }
    if (--waiting[w.head]! === 0) ready.push(words[w.head]!);
  }
  return { first, last };
}

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
