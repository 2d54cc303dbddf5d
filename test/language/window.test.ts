import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBatch, makeWindows } from "../../src/language/window.js";
import { WordPieces } from "../../src/language/word-pieces.js";

const pieces = new WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "##a", "##b"], 8);

describe("makeWindows", () => {
  it("covers every word once, in order, and never exceeds the encoder's positions", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            form: fc.constantFrom("a", "ab", "abababab", "zz"),
            par: fc.boolean(),
            split: fc.boolean(),
          }),
          {
            maxLength: 1500,
          },
        ),
        (words) => {
          const windows = makeWindows(
            {
              forms: words.map((w) => w.form),
              startsParagraph: words.map((w, i) => i === 0 || w.par),
              maySplit: words.map((w, i) => i === 0 || w.par || w.split),
            },
            pieces,
          );
          let at = 0;
          for (const window of windows) {
            expect(window.firstWord).toBe(at);
            expect(window.lastWord).toBeGreaterThan(at);
            expect(window.ids.length).toBeLessThanOrEqual(512);
            expect(window.first).toHaveLength(window.lastWord - window.firstWord);
            at = window.lastWord;
          }
          expect(at).toBe(words.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps short paragraphs together, with a separator between them", () => {
    const windows = makeWindows(
      { forms: ["a", "b", "a"], startsParagraph: [true, false, true], maySplit: [true, false, true] },
      pieces,
    );
    expect(windows).toHaveLength(1);
    expect(windows[0]!.ids).toEqual([2, 4, 5, 3, 4, 3]);
    expect(windows[0]!.first).toEqual([1, 2, 4]);
  });

  it("starts a new window with a paragraph that no longer fits", () => {
    const forms = new Array<string>(200).fill("a");
    const startsParagraph = forms.map((_, i) => i % 50 === 0);
    const windows = makeWindows({ forms, startsParagraph, maySplit: startsParagraph }, pieces);
    expect(windows.map((w) => w.firstWord)).toEqual([0, 100]);
  });
});

it("makeBatch pads every window to the longest", () => {
  const one = makeWindows({ forms: ["a"], startsParagraph: [true], maySplit: [true] }, pieces);
  const two = makeWindows(
    { forms: ["a", "b"], startsParagraph: [true, false], maySplit: [true, false] },
    pieces,
  );
  const batch = makeBatch([...one, ...two]);
  expect(batch).toMatchObject({ size: 2, pieces: 4, words: 2 });
  expect(Array.from(batch.ids)).toEqual([2, 4, 3, 0, 2, 4, 5, 3]);
});
