import type { Span } from "../record/span.js";
import type { Paragraph } from "../report/report.js";

export type MarkStyle = "double" | "single" | "guillemet";

/** A stretch between quotation marks. */
export interface Quotation {
  /** Place in the list that `findQuotations` returns. */
  readonly index: number;
  /** With the marks. */
  readonly outer: Span;
  /** Without the marks and without white space at either end. */
  readonly inner: Span;
  readonly style: MarkStyle;
  /** Index of the paragraph that it stands in. */
  readonly paragraph: number;
  /** The quotation that this one stands inside, -1 for an outermost one. */
  readonly parent: number;
  /** False where the closing mark is missing and the quotation runs to the end of its paragraph. */
  readonly closed: boolean;
  /** The quotation of an earlier paragraph that did not close and goes on here. */
  readonly goesOnFrom?: number;
}

type Side = "open" | "close" | "either";
interface Mark {
  readonly style: MarkStyle;
  readonly side: Side;
  readonly length: number;
}
interface Opened {
  readonly style: MarkStyle;
  readonly at: number;
  readonly length: number;
  /** Word characters seen in the paragraph before the mark. */
  readonly before: number;
}
interface Found {
  readonly outer: Span;
  readonly inner: Span;
  readonly style: MarkStyle;
  readonly paragraph: number;
  readonly closed: boolean;
}

const MARKS = new Map<number, Mark>();
const declare = (characters: string, style: MarkStyle, side: Side): void => {
  for (const c of characters) MARKS.set(c.charCodeAt(0), { style, side, length: 1 });
};
declare("“„‟〝", "double", "open");
declare("”〞", "double", "close");
declare('"″＂', "double", "either");
declare("«", "guillemet", "open");
declare("»", "guillemet", "close");
declare("‘‚‛`‹", "single", "open");
declare("’›", "single", "close");
declare("'", "single", "either");
const DOUBLED_APOSTROPHE: Mark = { style: "double", side: "either", length: 2 };
const DOUBLED_GRAVE: Mark = { style: "double", side: "open", length: 2 };

const APOSTROPHE = 0x27;
const RIGHT_SINGLE = 0x2019;
const GRAVE = 0x60;
/** Words that English writes with an apostrophe in front ("'em", "'til"). */
const ELISIONS = new Set(["em", "til", "tis", "twas", "twill", "n", "tho", "s"]);
const STRONG_BEFORE_CLOSE = new Set([",", ".", "!", "?", ";", ":", "…", "—", "–", "”", '"'].map(codeOf));

function codeOf(c: string): number {
  return c.charCodeAt(0);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b);
}

function isWordCharacter(code: number): boolean {
  if (code < 0x80)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !MARKS.has(code)
  );
}

/** Brackets, dashes and slashes, after which a quotation may open without a space. */
function opensAfter(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x7b ||
    code === 0x2f ||
    code === 0x2d ||
    (code >= 0x2012 && code <= 0x2015)
  );
}

/**
 * The stretches between quotation marks in the given paragraphs, in text order, outer before inner.
 * Curly, straight and doubled marks ('' and ``), guillemets and single marks are read, apostrophes told apart,
 * a straight mark may close a curly one, marks may nest. A quotation never crosses the end of a paragraph; one that
 * is not closed there goes on where the next paragraph opens with a mark (the typographic rule for quotations of
 * several paragraphs), else it is kept only where it opens its paragraph or follows a colon. Time is linear in the text.
 */
export function findQuotations(text: string, paragraphs: readonly Paragraph[]): readonly Quotation[] {
  const found: Found[] = [];
  /** Place in `found` of the quotation that the paragraph before left open. */
  const goesOn = new Map<number, Found>();
  let pending: Found | undefined;
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.role !== "body" && paragraph.role !== "title") return;
    const next = paragraphs.slice(index + 1, index + 12).find((p) => p.role === "body");
    const opensNext = paragraph.role === "body" && next !== undefined && opensWithMark(text, next);
    const here = scan(text, paragraph, index, opensNext);
    const first = here[0];
    if (pending && first && first.outer.start === firstVisible(text, paragraph)) {
      goesOn.set(first.outer.start, pending);
    }
    pending = paragraph.role === "body" ? here.find((q) => !q.closed) : undefined;
    for (const q of here) found.push(q);
  });
  return link(found, goesOn);
}

function firstVisible(text: string, span: Span): number {
  let at = span.start;
  while (at < span.end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function opensWithMark(text: string, span: Span): boolean {
  const at = firstVisible(text, span);
  const mark = markAt(text, at, span.end);
  return mark !== undefined && mark.side !== "close" && mark.style !== "single";
}

function markAt(text: string, at: number, end: number): Mark | undefined {
  const code = text.charCodeAt(at);
  const mark = MARKS.get(code);
  if (mark?.style !== "single" || at + 1 >= end || text.charCodeAt(at + 1) !== code) return mark;
  if (code === APOSTROPHE) return DOUBLED_APOSTROPHE;
  return code === GRAVE ? DOUBLED_GRAVE : mark;
}

function scan(text: string, paragraph: Paragraph, index: number, opensNext: boolean): Found[] {
  const { start, end } = paragraph;
  const found: Found[] = [];
  const stack: Opened[] = [];
  const open: Record<MarkStyle, number> = { double: 0, single: 0, guillemet: 0 };
  const lastOpened: Record<MarkStyle, number> = { double: -1, single: -1, guillemet: -1 };
  const singles = new SingleMarks(text, start, end);
  let wordCharacters = 0;
  let justOpened = -1;

  const close = (style: MarkStyle, at: number, length: number): void => {
    while (stack.length > 0) {
      const opened = stack.pop()!;
      open[opened.style]--;
      if (opened.style !== style) continue;
      if (wordCharacters > opened.before) {
        const outer = { start: opened.at, end: at + length };
        found.push({ outer, inner: inside(text, opened, at), style, paragraph: index, closed: true });
      }
      return;
    }
  };

  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code)) {
      wordCharacters++;
      continue;
    }
    let mark = markAt(text, at, end);
    if (!mark) continue;
    if (
      mark === DOUBLED_APOSTROPHE &&
      stack.at(-1)?.style === "single" &&
      text.charCodeAt(at + 2) === APOSTROPHE
    ) {
      mark = MARKS.get(APOSTROPHE)!;
    }
    const afterOpening = at === start || justOpened === at || opensAfter(text.charCodeAt(at - 1));
    const after = at + mark.length;
    const beforeSpace = after >= end || isSpace(text.charCodeAt(after));
    const beforeWord = !beforeSpace && isWordCharacter(text.charCodeAt(after));
    const afterWord = at > start && isWordCharacter(text.charCodeAt(at - 1));
    const side =
      mark.style === "single"
        ? singles.side(at, mark, {
            afterOpening,
            afterWord,
            beforeWord,
            beforeSpace,
            isOpen: open.single > 0,
          })
        : sideOf(mark, { afterOpening, afterWord, beforeWord, beforeSpace, isOpen: open[mark.style] > 0 });
    if (side === "open") {
      stack.push({ style: mark.style, at, length: mark.length, before: wordCharacters });
      open[mark.style]++;
      lastOpened[mark.style] = at;
      justOpened = after;
    } else if (side === "close") close(mark.style, at, mark.length);
    at = after - 1;
  }

  // Only the last mark of its style can be one that goes on: an earlier one was forgotten, and what follows it is not all speech.
  const left = stack.findLast((o) => o.style !== "single");
  if (left && left.at === lastOpened[left.style] && wordCharacters > left.before) {
    if (opensNext || left.at === firstVisible(text, paragraph) || followsColon(text, left.at, start)) {
      const outer = { start: left.at, end };
      found.push({
        outer,
        inner: inside(text, left, end),
        style: left.style,
        paragraph: index,
        closed: false,
      });
    }
  }
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

interface Surroundings {
  readonly afterOpening: boolean;
  readonly afterWord: boolean;
  readonly beforeWord: boolean;
  readonly beforeSpace: boolean;
  readonly isOpen: boolean;
}

/** Which way a double mark or guillemet faces: by its shape where the surroundings allow that, else by them. */
function sideOf(mark: Mark, around: Surroundings): "open" | "close" | undefined {
  const { afterOpening, beforeSpace, beforeWord, isOpen } = around;
  if (mark.side === "open") return !afterOpening && beforeSpace && isOpen ? "close" : "open";
  if (mark.side === "close") {
    if (isOpen) return "close";
    return afterOpening && beforeWord ? "open" : undefined;
  }
  if (afterOpening && !beforeSpace) return "open";
  if (isOpen) return "close";
  return beforeWord || afterOpening ? "open" : undefined;
}

function followsColon(text: string, at: number, start: number): boolean {
  let before = at - 1;
  while (before >= start && isSpace(text.charCodeAt(before))) before--;
  return before >= start && text[before] === ":";
}

function inside(text: string, opened: Opened, end: number): Span {
  let from = opened.at + opened.length;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Tells opening and closing single marks from apostrophes within one paragraph. */
class SingleMarks {
  /** The next mark that can only close, and the next that can only open, found by walking on; each place is seen once. */
  private closes = -1;
  private opens = -1;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  side(at: number, mark: Mark, around: Surroundings): "open" | "close" | undefined {
    const { afterOpening, afterWord, beforeWord, beforeSpace, isOpen } = around;
    if (afterWord && beforeWord) return undefined;
    if (mark.side === "open")
      return beforeSpace && isOpen ? "close" : this.isElision(at) ? undefined : "open";
    if (afterOpening && !beforeSpace) {
      return mark.side === "either" && !this.isElision(at) ? "open" : undefined;
    }
    if (!isOpen) return undefined;
    if (beforeWord) return undefined;
    return this.isPossessive(at) ? undefined : "close";
  }

  private isElision(at: number): boolean {
    let to = at + 1;
    while (to < this.end && to < at + 6 && isWordCharacter(this.text.charCodeAt(to))) to++;
    const word = this.text.slice(at + 1, to).toLowerCase();
    return ELISIONS.has(word) || /^[0-9]0s$/.test(word);
  }

  /** "the workers' rights": a mark after an s and before a word, where a mark that can only close is still to come. */
  private isPossessive(at: number): boolean {
    const { text, end } = this;
    const last = text[at - 1];
    if ((last !== "s" && last !== "S") || at + 2 >= end || !isWordCharacter(text.charCodeAt(at + 2)))
      return false;
    const close = this.nextStrongClose(at + 1);
    return close < end && close < this.nextOpen(at + 1);
  }

  private nextStrongClose(from: number): number {
    if (this.closes < from) this.closes = this.walk(from, (at) => this.isStrongClose(at));
    return this.closes;
  }

  private nextOpen(from: number): number {
    if (this.opens < from) this.opens = this.walk(from, (at) => this.isStrongOpen(at));
    return this.opens;
  }

  private walk(from: number, holds: (at: number) => boolean): number {
    let at = from;
    while (at < this.end && !holds(at)) at++;
    return at;
  }

  private isStrongClose(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code !== APOSTROPHE && code !== RIGHT_SINGLE) return false;
    const next = at + 1 < this.end ? this.text.charCodeAt(at + 1) : 0x20;
    return !isWordCharacter(next) && STRONG_BEFORE_CLOSE.has(this.text.charCodeAt(at - 1));
  }

  private isStrongOpen(at: number): boolean {
    const mark = MARKS.get(this.text.charCodeAt(at));
    if (mark?.style !== "single" || mark.side === "close" || this.isElision(at)) return false;
    const next = at + 1 < this.end ? this.text.charCodeAt(at + 1) : 0x20;
    return !isSpace(next) && (at === this.start || opensAfter(this.text.charCodeAt(at - 1)));
  }
}

/** Sets the parents, and joins quotations that go on over paragraphs. */
function link(found: readonly Found[], goesOn: ReadonlyMap<number, Found>): readonly Quotation[] {
  const places = new Map<Found, number>();
  found.forEach((q, index) => {
    places.set(q, index);
  });
  const around: number[] = [];
  return found.map((q, index) => {
    while (around.length > 0 && found[around.at(-1)!]!.outer.end <= q.outer.start) around.pop();
    const parent = around.at(-1) ?? -1;
    around.push(index);
    const before = goesOn.get(q.outer.start);
    return before ? { index, parent, ...q, goesOnFrom: places.get(before)! } : { index, parent, ...q };
  });
}
