import type { Analysis } from "../language/analysis.js";

const MARKS: ReadonlyMap<string, "opens" | "closes" | "either"> = new Map([
  ["“", "opens"],
  ["„", "opens"],
  ["``", "opens"],
  ["«", "opens"],
  ["”", "closes"],
  ["»", "closes"],
  ['"', "either"],
  ["''", "either"],
]);

/**
 * Which words stand between double quotation marks: each stretch has a number, 0 is outside of all. A mark left open
 * reaches to the end of its paragraph, and a second one that opens by its spacing ("... data. "Our focus ...", where
 * paragraphs were run together) does not close it. Who speaks there is the business of `quotation/`.
 */
export class QuotedWords {
  readonly #of: Uint32Array;
  /** By the number of the stretch less one. */
  readonly #firsts: number[] = [];

  constructor(analysis: Analysis) {
    this.#of = new Uint32Array(analysis.words.length);
    let count = 0;
    let open = 0;
    let paragraph = -1;
    const { text } = analysis;
    for (const { index, form, sentence, start, end } of analysis.words) {
      const here = analysis.sentences[sentence]!.paragraph;
      if (here !== paragraph) open = 0;
      paragraph = here;
      const mark = MARKS.get(form);
      if (mark === "either" && open > 0 && isSpace(text[start - 1]) && !isSpace(text[end])) continue;
      if (mark === "opens" || (mark === "either" && open === 0)) {
        open = ++count;
        this.#firsts.push(index + 1);
      } else if (mark) open = 0;
      else this.#of[index] = open;
    }
  }

  /** The number of the stretch that a word stands in. */
  of(word: number): number {
    return this.#of[word] ?? 0;
  }

  /** The first word of the stretch that a word stands in; undefined outside of all. */
  firstOf(word: number): number | undefined {
    return this.#firsts[this.of(word) - 1];
  }
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
