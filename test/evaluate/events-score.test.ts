import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreClasses } from "../../src/evaluate/events-score.js";

describe("scoreClasses", () => {
  it("gives accuracy and macro-F1 over all labels met", () => {
    const scores = scoreClasses(["A", "A", "B", "C"], ["A", "B", "B", "D"]);
    expect(scores.accuracy).toBe(0.5);
    // A: 2/3, B: 2/3, C: 0, D: 0
    expect(scores.macroF1).toBeCloseTo(1 / 3);
    expect([...scores.labels.keys()]).toEqual(["A", "B", "C", "D"]);
  });

  it("refuses lists of different length", () => {
    expect(() => scoreClasses(["A"], [])).toThrow(RangeError);
  });

  it("is perfect where all is right, and never leaves 0 to 1", () => {
    const labels = fc.array(fc.constantFrom("A", "B", "C"), { minLength: 1 });
    fc.assert(
      fc.property(labels, (gold) => {
        expect(scoreClasses(gold, gold)).toMatchObject({ accuracy: 1, macroF1: 1 });
        const { accuracy, macroF1 } = scoreClasses(gold, [...gold].reverse());
        expect(Math.min(accuracy, macroF1)).toBeGreaterThanOrEqual(0);
        expect(Math.max(accuracy, macroF1)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
