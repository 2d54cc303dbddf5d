import { describe, expect, it } from "vitest";
import { actTellings } from "../../src/language/act-tellings.js";
import type { Placed } from "../../src/language/parse.js";

const WORDS = 4;

/** One window of four words; scores for "statuses" (two) and "sides" are written by hand, all else is nothing. */
function placed(statuses: number[], sides: number[][][]): Placed {
  const scores = {
    upos: new Int32Array(WORDS),
    statuses: Float32Array.from(statuses),
    sides: Float32Array.from(sides.flat(2)),
  };
  return { window: { firstWord: 0, lastWord: WORDS }, scores, row: 0, words: WORDS } as unknown as Placed;
}

const nothing = () => Array.from({ length: WORDS }, () => [0, 0, 0, 0, 0]);
const bounds = [
  [0, 3],
  [3, 4],
] as const;

describe("actTellings", () => {
  it("gives statuses and sides as logarithms of probabilities, the likeliest first", () => {
    const source = nothing();
    source[1] = [0, 8, 0, 0, 9];
    const target = nothing();
    target[1] = [6, 0, 0, 2, 0];
    const window = placed([0, 0, 5, 0, 0, 0, 0, 0], [source, target]);
    const [telling, ...more] = actTellings([1, 1], new Array(WORDS).fill(window), bounds)!;
    expect(more).toEqual([]);
    expect(telling!.word).toBe(1);
    expect(telling!.statuses[0]).toEqual([0, 0]);
    // The word of the other sentence is no candidate, however high its score.
    expect(telling!.source.map(([place]) => place)).not.toContain(3);
    expect(telling!.source[0]).toEqual([0, 0]);
    expect(telling!.target[0]).toEqual([-1, 0]);
    for (const [, score] of [...telling!.statuses, ...telling!.source, ...telling!.target]) {
      expect(score).toBeLessThanOrEqual(0);
      expect(score).toBeGreaterThanOrEqual(-16);
      expect(Number.isInteger(score)).toBe(true);
    }
  });

  it("says nothing where the weights do not", () => {
    const bare = { ...placed([], []), scores: { upos: new Int32Array(WORDS) } } as unknown as Placed;
    expect(actTellings([1], new Array(WORDS).fill(bare), bounds)).toBeUndefined();
  });
});
