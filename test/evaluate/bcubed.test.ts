import { describe, expect, it } from "vitest";
import { bcubed } from "../../src/evaluate/bcubed.js";

const items = (...pairs: readonly string[]) => pairs.map((p) => ({ gold: p[0]!, found: p[1]! }));

describe("bcubed", () => {
  it("is perfect where the groups are the same, whatever their names", () => {
    expect(bcubed(items("ax", "ax", "by"))).toEqual({ precision: 100, recall: 100, f1: 100 });
  });

  it("counts for every item those grouped with it", () => {
    // Two of a and one of b in one group: (2/3 + 2/3 + 1/3) / 3.
    const joined = bcubed(items("ax", "ax", "bx"));
    expect(joined.precision).toBeCloseTo(55.56, 2);
    expect(joined.recall).toBeCloseTo(100, 9);
    const parted = bcubed(items("ax", "ay"));
    expect(parted).toMatchObject({ precision: 100, recall: 50 });
    expect(parted.f1).toBeCloseTo(66.67, 2);
  });

  it("is 0 for nothing", () => {
    expect(bcubed([])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
