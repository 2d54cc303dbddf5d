import type { Colors } from "picocolors/types.js";
import { beginning, displayWidth } from "./display-width.js";

export type Style = "bold" | "dim" | "italic" | "underline" | "red" | "green" | "yellow" | "cyan" | "magenta";

/** A stretch of text in one style. */
export interface Piece {
  readonly text: string;
  readonly style?: Style;
}

/** What the output goes to: its width in columns and its colours. */
export interface Page {
  readonly width: number;
  readonly colours: Colors;
}

export interface Layout {
  /** What stands before the first line; it is shortened or filled up to `indent` columns. */
  readonly label?: readonly Piece[];
  /** Columns to leave free at the left of every line. */
  readonly indent?: number;
  /** Lines to show at most; the last one then ends in "…". */
  readonly lines?: number;
}

/** Control characters, and those that turn the direction of writing: a report must not steer the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const STEERING = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** Text of a report that is safe to print. */
export function safe(text: string): string {
  return text.replace(STEERING, "\ufffd");
}

/** Text of a report as one line that is safe to print. */
export function clean(text: string): string {
  return safe(text.replace(/\s+/g, " ").trim());
}

/** Sets `pieces` as lines that are never wider than the page, broken between words. */
export function paragraph(page: Page, pieces: readonly Piece[], layout: Layout = {}): string[] {
  const indent = Math.min(layout.indent ?? 0, Math.floor(page.width / 2));
  const room = Math.max(page.width - indent, 2);
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const word of words(pieces)) {
    const space = used === 0 ? 0 : 1;
    const width = widthOf(word);
    if (used > 0 && used + space + width > room) {
      lines.push([]);
      used = 0;
    } else if (space) {
      lines.at(-1)!.push({ text: " " });
      used += space;
    }
    for (const piece of word) {
      let { text } = piece;
      while (used + displayWidth(text) > room) {
        const head = beginning(text, room - used);
        lines.at(-1)!.push({ ...piece, text: head });
        lines.push([]);
        text = text.slice(head.length);
        used = 0;
      }
      lines.at(-1)!.push({ ...piece, text });
      used += displayWidth(text);
    }
  }
  const shown =
    layout.lines !== undefined && lines.length > layout.lines ? cut(lines, layout.lines, room) : lines;
  const margin = " ".repeat(indent);
  return shown.map(
    (line, i) =>
      (i === 0 && layout.label ? beside(page, layout.label, indent) : margin) + paintAll(page, line),
  );
}

function beside(page: Page, label: readonly Piece[], width: number): string {
  let left = width;
  const shown = label.map((piece) => {
    const text = beginning(piece.text, Math.max(left - 1, 0));
    left -= displayWidth(text);
    return { ...piece, text };
  });
  return paintAll(page, shown) + " ".repeat(left);
}

/** Paints neighbours of one style in one go, the white space between them too. */
function paintAll(page: Page, pieces: readonly Piece[]): string {
  const merged: Piece[] = [];
  pieces.forEach((piece, i) => {
    const last = merged.at(-1);
    const style = piece.text === " " && last?.style === pieces[i + 1]?.style ? last?.style : piece.style;
    if (last && last.style === style) merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    else merged.push(style ? { text: piece.text, style } : { text: piece.text });
  });
  return merged.map((piece) => paint(page, piece)).join("");
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + displayWidth(piece.text), 0);
}

function paint(page: Page, piece: Piece): string {
  return piece.style && piece.text !== "" ? page.colours[piece.style](piece.text) : piece.text;
}

/** The words of all pieces; a word that changes its style inside has several pieces. */
function* words(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let word: Piece[] = [];
  for (const { text, style } of pieces) {
    for (const [match] of text.matchAll(/\s+|\S+/g)) {
      if (/^\S/.test(match)) word.push(style ? { text: match, style } : { text: match });
      else if (word.length > 0) {
        yield word;
        word = [];
      }
    }
  }
  if (word.length > 0) yield word;
}

/** The first lines, the last of them shortened to end in "…". */
function cut(lines: readonly Piece[][], count: number, room: number): Piece[][] {
  const shown = lines.slice(0, count).map((line) => [...line]);
  const last = shown[count - 1]!;
  while (last.length > 1 && (widthOf(last) + 2 > room || last.at(-1)!.text === " ")) last.pop();
  const end = last.pop()!;
  last.push({ ...end, text: beginning(end.text, room - 2) }, { text: " …" });
  return shown;
}
