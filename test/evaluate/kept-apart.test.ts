import { expect, it } from "vitest";
import { isKeptApart } from "../../src/evaluate/kept-apart.js";

it("keeps about one report in five apart, always the same", () => {
  const names = Array.from({ length: 1000 }, (_, i) => `report ${i}`);
  const kept = names.filter(isKeptApart);
  expect(kept.length).toBeGreaterThan(160);
  expect(kept.length).toBeLessThan(240);
  expect(names.filter(isKeptApart)).toEqual(kept);
});
