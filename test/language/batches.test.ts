import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchesOf } from "../../src/language/batches.js";

const lengths = fc
  .array(fc.integer({ min: 3, max: 384 }), { maxLength: 60 })
  .map((l) => l.sort((a, b) => a - b));
const padded = (all: readonly number[]) =>
  batchesOf(all).reduce((sum, [first, last]) => sum + all[last - 1]! * (last - first), 0);

describe("batchesOf", () => {
  it("keeps windows of one length together and parts those of very different lengths", () => {
    expect(batchesOf([128, 128, 128])).toEqual([[0, 3]]);
    expect(batchesOf([30, 124, 128])).toEqual([
      [0, 1],
      [1, 3],
    ]);
    expect(batchesOf([])).toEqual([]);
  });

  it("gives every window once, in order, and no batch more than 2,048 pieces", () => {
    fc.assert(
      fc.property(lengths, (all) => {
        const batches = batchesOf(all);
        expect(batches.flatMap(([first, last]) => all.slice(first, last))).toEqual(all);
        for (const [first, last] of batches) {
          expect(last).toBeGreaterThan(first);
          expect(all[last - 1]! * (last - first)).toBeLessThanOrEqual(2048);
        }
      }),
    );
  });

  it("never pads by more than the runs that it saves would have cost", () => {
    fc.assert(
      fc.property(lengths, (all) => {
        const real = all.reduce((sum, length) => sum + length, 0);
        expect(padded(all) - real).toBeLessThanOrEqual(20 * (all.length - batchesOf(all).length));
      }),
    );
  });

  it("takes time linear in the windows", () => {
    expect(batchesOf(new Array(100_000).fill(128)).length).toBe(100_000 / 16);
  });
});
