import type { Span } from "../record/span.js";
import type { Paragraph } from "../report/report.js";
import {
  APOSTROPHE,
  DOUBLED_APOSTROPHE,
  isSpace,
  isWordCharacter,
  type Mark,
  type MarkStyle,
  markAt,
  opensAfter,
  type Surroundings,
} from "./mark-characters.js";
import { SingleMarks } from "./single-marks.js";

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
      mark = markAt(text, at, at + 1)!;
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

/** The last character of what a quotation says, marks of quotations nested in it aside: "," of "theory,'". */
export function closingCharacter(text: string, quotation: Quotation): string {
  let at = quotation.inner.end - 1;
  while (at > quotation.inner.start && (markAt(text, at, at + 1) || isSpace(text.charCodeAt(at)))) at--;
  return text[at]!;
}
