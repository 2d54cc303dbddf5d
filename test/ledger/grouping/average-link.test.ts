import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageLink } from "../../../src/ledger/grouping/average-link.js";

const matrix = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());

describe("averageLink", () => {
  it("joins what is alike on average, not what one member alone is like", () => {
    // 0 and 1 are one thing; 2 is like 1 alone: 0.4 on average.
    const s = matrix([
      [0, 0.9, 0.1],
      [0.9, 0, 0.7],
      [0.1, 0.7, 0],
    ]);
    expect(averageLink(s, 3, 0.5)).toEqual([[0, 1], [2]]);
    expect(averageLink(s, 3, 0.39)).toEqual([[0, 1, 2]]);
    expect([...s.slice(0, 3)]).toEqual([0, 0.9, 0.1]);
  });

  it("leaves alone what is like nothing", () => {
    expect(averageLink(new Float64Array(4), 2, 0.1)).toEqual([[0], [1]]);
    expect(averageLink(new Float64Array(0), 0, 0.1)).toEqual([]);
  });

  it("puts everything into one group, in order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 144, maxLength: 144 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (size, values, threshold) => {
          const s = new Float64Array(size * size);
          for (let i = 0; i < size; i++)
            for (let j = 0; j < i; j++) {
              s[i * size + j] = values[i * 12 + j]!;
              s[j * size + i] = values[i * 12 + j]!;
            }
          const groups = averageLink(s, size, threshold);
          expect(groups.flat().sort((a, b) => a - b)).toEqual([...Array(size).keys()]);
          expect(groups.map((g) => g[0])).toEqual(groups.map((g) => Math.min(...g)).sort((a, b) => a - b));
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });
});
