import { readFileSync } from "node:fs";
import { FirstWords } from "./first-words.js";
import { firstKeysOfName } from "./fold.js";
import { LineNumbers } from "./line-numbers.js";
import type { SortedLine } from "./sorted-table.js";
import { knowledgePath } from "./table.js";

/** A name of a table, and the line on which it stands. */
export interface NameLine extends SortedLine {
  readonly name: string;
}

/**
 * A table of `knowledge/` with a column of names, and perhaps "also" right behind it, in whatever order its lines stand.
 * It stays text: loading lists where names begin, and a line is taken apart when a text holds the first word of one.
 */
export class NameTable {
  readonly file: string;
  readonly #text: string;
  readonly #words = new FirstWords();
  readonly #nameColumn: number;
  readonly #hasOthers: boolean;
  readonly #numbers: LineNumbers;

  /** Throws an Error where the columns of the file are others. */
  constructor(
    file: string,
    columns: readonly string[],
    nameColumn = "name",
    text = readFileSync(knowledgePath(file), "utf8"),
  ) {
    this.file = file;
    this.#text = text;
    this.#numbers = new LineNumbers(text);
    this.#nameColumn = columns.indexOf(nameColumn);
    this.#hasOthers = columns[this.#nameColumn + 1] === "also";
    let header: string | undefined;
    for (let start = 0, end = 0; start < text.length; start = end + 1) {
      end = text.indexOf("\n", start);
      if (end < 0) end = text.length;
      if (end === start || text[start] === "#") continue;
      if (header !== undefined) this.#list(start, end);
      else header = text.slice(start, end);
    }
    if (header === columns.join("\t")) return;
    throw new Error(`knowledge/${file}: columns ${columns.join(", ")} expected, "${header ?? ""}" met`);
  }

  #list(lineStart: number, lineEnd: number): void {
    const text = this.#text;
    let start = lineStart;
    for (let column = 0; column < this.#nameColumn; column++) {
      const tab = text.indexOf("\t", start);
      if (tab < 0 || tab >= lineEnd) return;
      start = tab + 1;
    }
    let end = this.#fieldEnd(start, lineEnd);
    this.#words.addName(text, start, end);
    if (!this.#hasOthers) return;
    start = end + 1;
    end = this.#fieldEnd(start, lineEnd);
    while (start < end) start = this.#words.addName(text, start, end) + 1;
  }

  #fieldEnd(start: number, lineEnd: number): number {
    const tab = this.#text.indexOf("\t", start);
    return tab < 0 || tab > lineEnd ? lineEnd : tab;
  }

  /** The names that begin with this word (folded), in the order of the lines; some others may be among them. */
  startingWith(word: string): NameLine[] {
    return this.#words.startsOf(word).map((start) => this.#nameLine(start));
  }

  /** False for a word (folded) with which no name begins. */
  mayHave(word: string): boolean {
    return this.#words.mayHave(word);
  }

  /** The first words of all names, folded. */
  *firstWords(): Iterable<string> {
    for (const start of this.#words.all()) {
      const keys = firstKeysOfName(this.#nameAt(start));
      if (typeof keys === "string") yield keys;
      else yield* keys;
    }
  }

  #nameAt(start: number): string {
    const text = this.#text;
    let end = start;
    while (end < text.length && !ENDS_NAME.has(text[end]!)) end++;
    return text.slice(start, end);
  }

  #nameLine(start: number): NameLine {
    const lineStart = this.#text.lastIndexOf("\n", start) + 1;
    const end = this.#text.indexOf("\n", start);
    const fields = this.#text.slice(lineStart, end < 0 ? undefined : end).split("\t");
    return { name: this.#nameAt(start), fields, line: this.#numbers.of(lineStart) };
  }
}

const ENDS_NAME: ReadonlySet<string> = new Set(["\t", ";", "\n"]);
