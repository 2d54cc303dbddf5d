import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { occurrences } from "../../src/evaluate/occurrences.js";

describe("occurrences", () => {
  it("prefers the words as written", () => {
    expect(occurrences("us and US", "US")).toEqual([{ start: 7, end: 9 }]);
    expect(occurrences("The Kremlin", "THE KREMLIN")).toEqual([{ start: 0, end: 11 }]);
    expect(occurrences("Peru", "")).toEqual([]);
  });

  it("gives spans that hold the words", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary", maxLength: 3 }),
        (text, words) => {
          for (const { start, end } of occurrences(text, words)) {
            expect(text.slice(start, end).toLowerCase()).toBe(words.toLowerCase());
          }
        },
      ),
    );
  });
});
