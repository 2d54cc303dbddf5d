import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeNames } from "../../src/language/name-spans.js";

const TAGS = ["O", "B-GPE", "I-GPE", "B-ORG", "I-ORG"];

/** The best well-formed sequence's score, by trying every sequence. */
function bestByForce(scores: Float32Array, words: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const visit = (w: number, before: number, sum: number): void => {
    if (w === words) {
      best = Math.max(best, sum);
      return;
    }
    TAGS.forEach((tag, t) => {
      if (tag.startsWith("I-") && (w === 0 || (before !== t && before !== t - 1))) return;
      visit(w + 1, t, sum + scores[w * TAGS.length + t]!);
    });
  };
  visit(0, 0, 0);
  return best;
}

function scoreOf(
  spans: readonly { first: number; last: number; type: string }[],
  scores: Float32Array,
  words: number,
): number {
  let sum = 0;
  for (let w = 0; w < words; w++) {
    const span = spans.find((s) => s.first <= w && w < s.last);
    const tag = span ? `${span.first === w ? "B" : "I"}-${span.type}` : "O";
    sum += scores[w * TAGS.length + TAGS.indexOf(tag)]!;
  }
  return sum;
}

describe("decodeNames", () => {
  it("gives the best sequence in which an I continues its own type", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) =>
          fc.array(fc.integer({ min: -9, max: 0 }), {
            minLength: n * TAGS.length,
            maxLength: n * TAGS.length,
          }),
        ),
        (values) => {
          const words = values.length / TAGS.length;
          const scores = Float32Array.from(values);
          const spans = decodeNames(scores, 0, words, TAGS);
          expect(scoreOf(spans, scores, words)).toBe(bestByForce(scores, words));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps two names side by side apart", () => {
    const row = (tag: string) => TAGS.map((t) => (t === tag ? 0 : -5));
    const scores = Float32Array.from(["B-GPE", "B-GPE", "I-GPE", "O"].flatMap(row));
    expect(decodeNames(scores, 0, 4, TAGS)).toEqual([
      { first: 0, last: 1, type: "GPE" },
      { first: 1, last: 3, type: "GPE" },
    ]);
  });
});
