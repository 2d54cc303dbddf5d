import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nominalAlpha } from "../../../src/ledger/reviews/krippendorff.js";

/** One text an observer, a letter a unit; a point is a missing value. */
function unitsOf(...observers: string[]): string[][] {
  return [...observers[0]!].map((_, unit) =>
    observers.map((values) => values[unit]!).filter((value) => value !== "."),
  );
}

describe("nominalAlpha", () => {
  // The worked examples of Krippendorff (2011), with the coefficients that it prints.
  it.each([
    ["binary values, two observers", unitsOf("0100000010", "1110010000"), 0.095, 20],
    ["nominal values, two observers", unitsOf("aabbdcccedda", "babbbcccedddd".slice(0, 12)), 0.692, 24],
    [
      "nominal values, four observers, missing values",
      unitsOf(
        "123321412...",
        "12332241 25.3".replace(" ", ""),
        ".33323422 51.".replace(" ", ""),
        "12332441251.",
      ),
      0.743,
      40,
    ],
  ])("gives what is printed for %s", (_, units, alpha, values) => {
    const found = nominalAlpha(units);
    expect(found.alpha).toBeCloseTo(alpha, 3);
    expect(found.values).toBe(values);
  });

  it("is 1 where all agree, and below 0 where they differ more than by chance", () => {
    expect(
      nominalAlpha([
        ["a", "a"],
        ["b", "b", "b"],
      ]).alpha,
    ).toBe(1);
    expect(
      nominalAlpha([
        ["a", "b"],
        ["b", "a"],
      ]).alpha,
    ).toBeLessThan(0);
  });

  it("is not there, with the reason, where nothing can be compared or nothing varies", () => {
    expect(nominalAlpha([])).toMatchObject({ units: 0, values: 0, reason: expect.stringContaining("two") });
    expect(nominalAlpha([["a"], ["b"]]).alpha).toBeUndefined();
    expect(nominalAlpha([["a", "a"]])).toMatchObject({ units: 1, reason: expect.stringContaining("same") });
  });

  it("is at most 1, and depends on no order and no names", () => {
    const units = fc.array(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(units, (judged) => {
        const { alpha } = nominalAlpha(judged);
        expect(alpha ?? 0).toBeLessThanOrEqual(1);
        const other = judged.map((unit) => unit.map((value) => `${value}!`).reverse()).reverse();
        const again = nominalAlpha(other).alpha;
        if (alpha === undefined) expect(again).toBeUndefined();
        else expect(again).toBeCloseTo(alpha, 9);
      }),
    );
  });
});
