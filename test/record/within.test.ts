import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../../src/record/span.js";
import { rangeWithin } from "../../src/record/within.js";

describe("rangeWithin", () => {
  it("finds the same spans as looking at each", () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })), { maxLength: 20 })
      .map((steps) => {
        let at = 0;
        return steps.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at };
        });
      });
    const outer = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(spans, outer, (list, within) => {
        const { first, last } = rangeWithin(list, within);
        expect(list.slice(first, last)).toEqual(list.filter((span) => overlaps(span, within)));
      }),
    );
  });
});
