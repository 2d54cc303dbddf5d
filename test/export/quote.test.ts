import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutQuotation } from "../../src/export/quote.js";

describe("cutQuotation", () => {
  it.each([
    ["The harbour stays closed.", 11, "The harbour…"],
    ["The harbour stays closed.", 12, "The harbour…"],
    ["The harbour stays closed.", 25, "The harbour stays closed."],
    ["😀😀😀", 2, "😀😀…"],
    ["😀😀😀", 3, "😀😀😀"],
    ["words", 0, null],
    ["words", Number.POSITIVE_INFINITY, "words"],
  ])("cuts %j to %d", (words, length, cut) => expect(cutQuotation(words, length)).toBe(cut));

  it("never has more characters than allowed and the ellipsis, and is how the words begin", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (words, length) => {
        const cut = cutQuotation(words, length)!;
        if (cut !== words) expect(cut.endsWith("…")).toBe(true);
        const kept = cut === words ? cut : cut.slice(0, -1);
        expect([...kept].length).toBeLessThanOrEqual(length);
        expect(words.startsWith(kept)).toBe(true);
      }),
    );
  });
});
