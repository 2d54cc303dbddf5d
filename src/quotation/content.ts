import type { Analysis, Word } from "../language/analysis.js";
import type { Span } from "../record/span.js";
import { rangeWithin } from "../record/within.js";
import type { WordRange } from "./attribution.js";
import { closeBracket } from "./extent.js";
import { closingCharacter, type Quotation } from "./marks.js";

/** The outermost quotations of a report, beside its words. */
export interface QuotedWords {
  readonly quotations: readonly Quotation[];
  /** Their words without the marks. */
  readonly inner: readonly Span[];
  /** For each word the place in `quotations` of the outermost quotation that it stands in, -1 for none. */
  readonly of: Int32Array;
  /** For each quotation its first and one past its last word. */
  readonly ranges: readonly WordRange[];
}

/** Lays the outermost of `all` over the words. */
export function quotedWords(analysis: Analysis, all: readonly Quotation[]): QuotedWords {
  const quotations = all.filter((q) => q.parent < 0);
  const { words } = analysis;
  const of = new Int32Array(words.length).fill(-1);
  const ranges: [number, number][] = [];
  let at = 0;
  quotations.forEach((q, index) => {
    while (at < words.length && words[at]!.start < q.inner.start) at++;
    const first = at;
    while (at < words.length && words[at]!.start < q.inner.end) of[at++] = index;
    ranges.push([first, at]);
  });
  return { quotations, inner: quotations.map((q) => q.inner), of, ranges };
}

export interface Content {
  readonly spans: readonly Span[];
  readonly form: "direct" | "indirect" | "mixed";
  /** The quotations that stand in the content, as places in `QuotedWords.quotations`. */
  readonly quotations: readonly number[];
}

/**
 * The words of content ranges as spans: a quotation that a range touches belongs to it as a whole, marks and
 * punctuation at the edges are left out, a range inside one quotation is direct speech.
 * @param endsSaying true for words of saying whose content stands before them: such a clause stays in the content
 */
export function contentOf(
  analysis: Analysis,
  quoted: QuotedWords,
  ranges: readonly WordRange[],
  cue: number,
  endsSaying: (word: number) => boolean = () => false,
): Content {
  const { words } = analysis;
  const spans: Span[] = [];
  const touched = new Set<number>();
  let unquoted = false;
  const speech =
    ranges[0] && ranges[0][1] <= cue ? endedBySpeech(analysis, quoted, ranges[0], endsSaying) : undefined;
  const parts = speech
    ? [speech, ...ranges.slice(1).flatMap((r) => quotedParts(quoted, r))]
    : joined(analysis, ranges);
  for (const range of parts) {
    let [first, last] = trim(words, quoted, range);
    if (!hasWord(words, first, last)) continue;
    for (let i = first; i < last; i++) {
      const quotation = quoted.of[i]!;
      if (quotation < 0) {
        unquoted ||= words[i]!.upos !== "PUNCT";
        continue;
      }
      touched.add(quotation);
      const whole = quoted.ranges[quotation]!;
      first = Math.min(first, whole[0]);
      last = Math.max(last, whole[1]);
      i = whole[1] - 1;
    }
    addSpan(spans, spanOf(words, quoted, first, last));
  }
  const form = touched.size === 0 ? "indirect" : unquoted ? "mixed" : "direct";
  return { spans, form, quotations: [...touched].sort((a, b) => a - b) };
}

/** The quotations inside content spans, without their marks. */
export function quotedIn(quoted: QuotedWords, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => {
    const { first, last } = rangeWithin(quoted.inner, span);
    return quoted.inner.slice(first, last);
  });
}

/** Ranges with nothing but marks between them as one. */
function joined(analysis: Analysis, ranges: readonly WordRange[]): readonly WordRange[] {
  const out: WordRange[] = [];
  for (const range of ranges) {
    const before = out.at(-1);
    let end = before?.[1] ?? -1;
    while (before && end < range[0] && analysis.words[end]!.upos === "PUNCT") end++;
    if (before && end >= range[0]) out[out.length - 1] = [before[0], Math.max(before[1], range[1])];
    else out.push(range);
  }
  return out;
}

/** The quoted stretches of a range: what stands around them after direct speech belongs to the cue. */
function quotedParts(quoted: QuotedWords, range: WordRange): readonly WordRange[] {
  const out: WordRange[] = [];
  for (let i = range[0]; i < range[1]; i++) {
    if (quoted.of[i]! < 0) continue;
    const first = i;
    while (i < range[1] && quoted.of[i]! === quoted.of[first]!) i++;
    out.push([first, i]);
  }
  return out;
}

/** In "'It will go,' the old man said" a range that the tree stretched to "man" ends with the quotation. */
function endedBySpeech(
  analysis: Analysis,
  quoted: QuotedWords,
  range: WordRange,
  endsSaying: (word: number) => boolean,
): WordRange | undefined {
  for (let i = range[1] - 1; i >= range[0]; i--) {
    const quotation = quoted.of[i]!;
    if (quotation < 0) {
      if (endsSaying(i)) return undefined;
      continue;
    }
    const closing = closingCharacter(analysis.text, quoted.quotations[quotation]!);
    return ",.!?…".includes(closing) ? [range[0], i + 1] : undefined;
  }
  return undefined;
}

function hasWord(words: readonly Word[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (words[i]!.upos !== "PUNCT") return true;
  return false;
}

/** Leaves out punctuation, marks and conjunctions at the edges, but not punctuation that stands inside a quotation. */
function trim(words: readonly Word[], quoted: QuotedWords, range: WordRange): [number, number] {
  let [first, last] = range;
  const drops = (i: number) =>
    words[i]!.upos === "PUNCT" && quoted.of[i]! < 0 && !"([$".includes(words[i]!.form);
  while (first < last && drops(first)) first++;
  last = closeBracket(words, first, last);
  while (
    last > first &&
    (drops(last - 1) || (words[last - 1]!.upos === "CCONJ" && quoted.of[last - 1]! < 0))
  ) {
    if (closeBracket(words, first, last - 1) === last) break;
    last--;
  }
  return [first, last];
}

/** From the first to the last word, with the marks of quotations that begin or end inside, without marks around all of it. */
function spanOf(words: readonly Word[], quoted: QuotedWords, first: number, last: number): Span {
  const opening = quoted.of[first]!;
  const closing = quoted.of[last - 1]!;
  const opens = opening >= 0 ? quoted.quotations[opening]! : undefined;
  const closes = closing >= 0 ? quoted.quotations[closing]! : undefined;
  if (opens && opens === closes) return opens.inner;
  return {
    start: opens ? opens.outer.start : words[first]!.start,
    end: closes ? closes.outer.end : words[last - 1]!.end,
  };
}

/** Adds a span, joined to the one before where they meet or overlap. */
function addSpan(spans: Span[], span: Span): void {
  const before = spans.at(-1);
  if (before && span.start <= before.end) {
    spans[spans.length - 1] = {
      start: Math.min(before.start, span.start),
      end: Math.max(before.end, span.end),
    };
  } else spans.push(span);
}
