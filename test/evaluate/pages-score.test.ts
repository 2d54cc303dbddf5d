import { describe, expect, it } from "vitest";
import { matchShingles, scorePages, shinglesOf } from "../../src/evaluate/pages-score.js";

describe("shinglesOf", () => {
  it("counts runs of four tokens", () => {
    expect([...shinglesOf("a b c d, e")]).toEqual([
      ["a b c d", 1],
      ["b c d e", 1],
    ]);
    expect([...shinglesOf("a a a a a")]).toEqual([["a a a a", 2]]);
  });

  it("takes a shorter text whole, and none from an empty one", () => {
    expect([...shinglesOf("Größe 北京")]).toEqual([["Größe 北京", 1]]);
    expect(shinglesOf(" ... ").size).toBe(0);
  });
});

describe("matchShingles", () => {
  it("gives shares of all shingles", () => {
    expect(matchShingles("a b c d e", "x b c d e")).toEqual({
      both: 1 / 3,
      goldOnly: 1 / 3,
      predictedOnly: 1 / 3,
    });
    expect(matchShingles("", "")).toEqual({ both: 0, goldOnly: 0, predictedOnly: 0 });
  });
});

describe("scorePages", () => {
  it("averages precision and recall over pages and takes their harmonic mean", () => {
    const score = scorePages([
      { gold: "a b c d e", predicted: "a b c d e" },
      { gold: "a b c d e", predicted: "a b c d e f g" },
    ]);
    expect(score.recall).toBe(1);
    expect(score.precision).toBe(0.75);
    expect(score.f1).toBeCloseTo(1.5 / 1.75, 12);
  });

  it("counts precision over pages with a prediction only", () => {
    expect(
      scorePages([
        { gold: "a b c d", predicted: "" },
        { gold: "a b c d", predicted: "a b c d" },
      ]),
    ).toEqual({
      precision: 1,
      recall: 0.5,
      f1: 2 / 3,
    });
    expect(scorePages([])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
