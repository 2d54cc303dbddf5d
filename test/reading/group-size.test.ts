import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportsAtOnce } from "../../src/reading/group-size.js";

describe("reportsAtOnce", () => {
  it("begins with few and ends with many", () => {
    expect([0, 100, 300, 512, 50_000].map(reportsAtOnce)).toEqual([32, 32, 75, 128, 128]);
  });

  it("never falls, and from the first on a group is at most a quarter of those before it or the fewest", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (done) => {
        const size = reportsAtOnce(done);
        expect(reportsAtOnce(done + 1)).toBeGreaterThanOrEqual(size);
        expect(size === 32 || 4 * size <= done).toBe(true);
      }),
    );
  });
});
