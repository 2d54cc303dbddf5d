import { readFileSync } from "node:fs";
import { LineNumbers } from "./line-numbers.js";
import { knowledgePath } from "./table.js";

/** A line of a sorted table: its fields, and its number counted from 1. */
export interface SortedLine {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * A long table of `knowledge/` whose lines are sorted by their first field in small ASCII letters. Nothing of it is
 * taken apart before it is asked for: a line is found by halving the text, so that loading costs no more than reading
 * the file.
 */
export class SortedTable {
  readonly file: string;
  readonly #text: string;
  /** Where the data begins, behind the comments and the columns. */
  readonly #begin: number;
  readonly #numbers: LineNumbers;

  /** Throws an Error where the columns of the file are others. */
  constructor(file: string, columns: readonly string[], text = readFileSync(knowledgePath(file), "utf8")) {
    this.file = file;
    this.#text = text;
    this.#numbers = new LineNumbers(text);
    let from = 0;
    while (text[from] === "#") from = this.#next(from);
    this.#begin = this.#next(from);
    const header = text.slice(from, this.#begin).trimEnd();
    if (header !== columns.join("\t"))
      throw new Error(`knowledge/${file}: columns ${columns.join(", ")} expected, "${header}" met`);
  }

  /** The lines whose first field begins with this word (in small letters), whatever follows that is no letter or digit. */
  startingWith(word: string): SortedLine[] {
    const lines: SortedLine[] = [];
    for (let at = this.#search(word); at < this.#text.length; at = this.#next(at)) {
      const field = this.#first(at);
      if (!field.startsWith(word)) break;
      const after = field.charCodeAt(word.length);
      if (after > SLASH) break;
      lines.push(this.#line(at));
    }
    return lines;
  }

  /** The lines whose first field is this one. */
  of(name: string): SortedLine[] {
    const lines: SortedLine[] = [];
    const wanted = name.toLowerCase();
    for (let at = this.#search(wanted); at < this.#text.length && this.#first(at) === wanted; ) {
      const line = this.#line(at);
      if (line.fields[0] === name) lines.push(line);
      at = this.#next(at);
    }
    return lines;
  }

  /** All lines. */
  *all(): Iterable<SortedLine> {
    for (let at = this.#begin; at < this.#text.length; at = this.#next(at)) yield this.#line(at);
  }

  /** True where a first field begins with these letters (small ones). */
  begins(letters: string): boolean {
    const at = this.#search(letters);
    return at < this.#text.length && this.#first(at).startsWith(letters);
  }

  /** The start of the first line whose first field is not less than `wanted`. */
  #search(wanted: string): number {
    let low = this.#begin;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = Math.max(this.#text.lastIndexOf("\n", middle - 1) + 1, low);
      if (this.#isBefore(start, wanted)) low = this.#next(start);
      else high = start;
    }
    return low;
  }

  /** `#first(at) < wanted`, without taking the field out where its letters are ASCII. */
  #isBefore(at: number, wanted: string): boolean {
    const text = this.#text;
    for (let i = 0; ; i++) {
      let code = text.charCodeAt(at + i);
      if (code > LAST_ASCII) return this.#first(at) < wanted;
      if (code >= CAPITAL_A && code <= CAPITAL_Z) code += CAPITAL_TO_SMALL;
      if (code === TAB || i === wanted.length) return code === TAB && i < wanted.length;
      const other = wanted.charCodeAt(i);
      if (code !== other) return code < other;
    }
  }

  #first(at: number): string {
    return this.#text.slice(at, this.#text.indexOf("\t", at)).toLowerCase();
  }

  #next(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end + 1;
  }

  #line(at: number): SortedLine {
    const end = this.#next(at);
    const last = this.#text[end - 1] === "\n" ? end - 1 : end;
    return { fields: this.#text.slice(at, last).split("\t"), line: this.#numbers.of(at) };
  }
}

/** "/" and all that sorts before it (space, apostrophe, comma, hyphen, full stop) end a word; digits and letters do not. */
const SLASH = 0x2f;
const TAB = 0x09;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const CAPITAL_TO_SMALL = 0x20;
const LAST_ASCII = 0x7f;
