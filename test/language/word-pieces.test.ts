import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WordPieces } from "../../src/language/word-pieces.js";

const vocabulary = readFileSync(new URL("../../models/en/word-pieces.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const pieces = new WordPieces(vocabulary, 8);
// Made with the reference tokenizer (Hugging Face tokenizers) over the same vocabulary.
const golden = JSON.parse(readFileSync(new URL("word-pieces.golden.json", import.meta.url), "utf8")) as [
  string,
  number[],
][];

describe("WordPieces", () => {
  it.each(golden)("splits %s as the reference tokenizer does", (word, ids) => {
    expect(pieces.of(word)).toEqual(ids);
  });

  it("gives one to eight known pieces for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        const ids = pieces.of(word);
        expect(ids.length).toBeGreaterThanOrEqual(1);
        expect(ids.length).toBeLessThanOrEqual(8);
        for (const id of ids) expect(vocabulary[id]).toBeDefined();
      }),
    );
  });

  it("does not dwell on an endless word", () => {
    expect(pieces.of("a".repeat(1_000_000))).toEqual([100]);
  });
});
