import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maximumSpanningTree } from "../../src/language/spanning-tree.js";

/** All trees with one root over n words, by trying every assignment of governors. */
function bestByForce(n: number, score: (d: number, g: number) => number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(n).fill(0);
  const visit = (d: number, sum: number): void => {
    if (d === n) {
      if (isTree(heads)) best = Math.max(best, sum);
      return;
    }
    for (let g = 0; g <= n; g++) {
      if (g === d + 1) continue;
      heads[d] = g;
      visit(d + 1, sum + score(d, g));
    }
  };
  visit(0, 0);
  return best;
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((h) => h === 0).length !== 1) return false;
  return heads.every((_, d) => {
    let at = d + 1;
    for (let steps = 0; at !== 0; steps++) {
      if (steps > heads.length) return false;
      at = heads[at - 1]!;
    }
    return true;
  });
}

describe("maximumSpanningTree", () => {
  it("finds the best tree with exactly one root, as trying all of them does", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((n) =>
            fc.tuple(
              fc.constant(n),
              fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n * (n + 1), maxLength: n * (n + 1) }),
            ),
          ),
        ([n, scores]) => {
          const score = (d: number, g: number) => scores[d * (n + 1) + g]!;
          const heads = Array.from(maximumSpanningTree(n, score));
          expect(isTree(heads)).toBe(true);
          expect(heads.reduce((sum, g, d) => sum + score(d, g), 0)).toBe(bestByForce(n, score));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("breaks a cycle of two words that prefer each other", () => {
    const scores = [
      [1, 0, 9],
      [0, 9, 0],
    ];
    expect(Array.from(maximumSpanningTree(2, (d, g) => scores[d]![g]!))).toEqual([0, 1]);
  });

  it("gives one root although two words prefer it", () => {
    const scores = [
      [9, 0, 1],
      [8, 2, 0],
    ];
    expect(Array.from(maximumSpanningTree(2, (d, g) => scores[d]![g]!))).toEqual([0, 1]);
  });

  it("takes no words", () => {
    expect(maximumSpanningTree(0, () => 0)).toHaveLength(0);
  });
});
