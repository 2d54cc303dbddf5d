import { describe, expect, it } from "vitest";
import { AnswerWeights, answerWeights } from "../../../src/ledger/exchanges/answer-weights.js";

const table =
  "# why\nfeature\tweight\nthreshold\t0.6\nnone of them\t-1\nin the next sentence\t2\nsays no\t-3\n";

describe("AnswerWeights", () => {
  const weights = new AnswerWeights(table);

  it("is logistic in the sum of the weights", () => {
    expect(weights.threshold).toBe(0.6);
    expect(weights.probability(new Map())).toBeCloseTo(1 / (1 + Math.E), 6);
    expect(weights.probability(new Map([["in the next sentence", 0.5]]))).toBeCloseTo(0.5, 6);
    expect(weights.probability(new Map([["never met", 1]]))).toBe(weights.probability(new Map()));
  });

  it("gives as reasons what speaks for it alone", () => {
    const features = new Map([
      ["says no", 1],
      ["in the next sentence", 1],
    ]);
    expect(weights.reasons(features)).toEqual(["in the next sentence"]);
  });

  it("names a line that is not so, and takes nothing where there is no threshold", () => {
    expect(() => new AnswerWeights("says no\tmuch\n")).toThrow("weights of answers, line 1");
    expect(() => new AnswerWeights("says no\t1\t2\n")).toThrow("weights of answers, line 1");
    expect(new AnswerWeights("").threshold).toBe(1);
  });

  it("ships with a threshold that a pair without any feature does not reach", () => {
    expect(answerWeights().probability(new Map())).toBeLessThan(answerWeights().threshold);
  });
});
