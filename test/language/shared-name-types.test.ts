import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareNameTypes } from "../../src/language/shared-name-types.js";

const TAGS = ["O", "B-GPE", "I-GPE", "B-PERSON", "I-PERSON"];

/** Rows of logarithms from rows of probabilities. */
function logarithms(rows: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(rows.flat(), Math.log);
}

function rowOf(scores: Float32Array, word: number): number[] {
  return [...scores.subarray(word * TAGS.length, (word + 1) * TAGS.length)];
}

function best(row: readonly number[]): string {
  return TAGS[row.indexOf(Math.max(...row))]!;
}

const SURE_PERSON = [0.01, 0.01, 0.01, 0.96, 0.01];
const EITHER = [0.05, 0.5, 0.02, 0.41, 0.02];

describe("shareNameTypes", () => {
  it("lets sure occurrences of a name decide an unsure one", () => {
    const scores = logarithms([SURE_PERSON, EITHER, SURE_PERSON]);
    shareNameTypes(scores, ["Jordan", "Jordan", "Jordan"], () => true, TAGS);
    expect(best(rowOf(scores, 1))).toBe("B-PERSON");
    expect(best(rowOf(scores, 0))).toBe("B-PERSON");
  });

  it("keeps the place of a word in its name: a surname alone stays a beginning, within a name an inside", () => {
    const inside = [0.02, 0.02, 0.3, 0.03, 0.63];
    const scores = logarithms([inside, SURE_PERSON]);
    shareNameTypes(scores, ["Jordan", "Jordan"], () => true, TAGS);
    expect(best(rowOf(scores, 0))).toBe("I-PERSON");
    expect(best(rowOf(scores, 1))).toBe("B-PERSON");
  });

  it("leaves words alone that occur once, are written otherwise, or are no proper nouns", () => {
    const rows = [EITHER, SURE_PERSON, EITHER, SURE_PERSON];
    const scores = logarithms(rows);
    shareNameTypes(scores, ["Jordan", "JORDAN", "the", "the"], (w) => w < 2, TAGS);
    expect([...scores]).toEqual([...logarithms(rows)]);
  });

  it("changes nothing where all occurrences agree, and never a logarithm by more than three", () => {
    const probability = fc.integer({ min: 1, max: 1000 });
    const row = fc.array(probability, { minLength: TAGS.length, maxLength: TAGS.length }).map((parts) => {
      const sum = parts.reduce((a, b) => a + b);
      return parts.map((p) => p / sum);
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
        const forms = rows.map(() => "Paris");
        const before = logarithms(rows);
        const after = before.slice();
        shareNameTypes(after, forms, () => true, TAGS);
        after.forEach((value, i) => {
          expect(Math.abs(value - before[i]!)).toBeLessThan(3.001);
        });
        const same = logarithms(rows.map(() => rows[0]!));
        const kept = same.slice();
        shareNameTypes(kept, forms, () => true, TAGS);
        kept.forEach((value, i) => {
          expect(value).toBeCloseTo(same[i]!, 4);
        });
      }),
    );
  });
});
