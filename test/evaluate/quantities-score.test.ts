import { describe, expect, it } from "vitest";
import { quantityFigures, scoreQuantities } from "../../src/evaluate/quantities-score.js";
import { readQuantityGold } from "../../src/evaluate/quantity-gold.js";

const mark = (start: number, low: number, more: object = {}) => ({
  start,
  end: start + 2,
  surface: "12",
  low,
  high: low,
  unit: "count",
  bound: "exact" as const,
  of: [{ start: start + 3, end: start + 6, surface: "men" }],
  ...more,
});
const found = (start: number, low: number, more: object = {}) => ({
  start,
  end: start + 2,
  low,
  high: low,
  unit: "count",
  bound: "exact",
  of: { start: start + 3, end: start + 6 },
  ...more,
});

describe("scoreQuantities", () => {
  it("counts value, unit and bound together, what is measured apart, and what nobody marked", () => {
    const gold = [mark(0, 12), mark(10, 30), mark(20, 5), mark(30, 7)];
    const read = [
      found(0, 12),
      found(10, 30, { bound: "about" }),
      found(20, 5, { of: undefined }),
      found(40, 1),
      found(99, 1),
    ];
    const scored = scoreQuantities(gold, read, [[0, 50]]);
    expect(quantityFigures(scored)).toMatchObject({
      right: 50,
      right_precision: 50,
      measured: 50,
      value: 75,
      unit: 75,
      bound: 50,
      found: 75,
      quantities: 4,
      spurious: 1,
    });
  });

  it("takes any of the marked heads, and no words where none is marked", () => {
    const heads = [
      { start: 3, end: 6, surface: "men" },
      { start: 7, end: 9, surface: "up" },
    ];
    const one = (of: object[], words: object) =>
      scoreQuantities([mark(0, 12, { of })], [found(0, 12, words)], [[0, 9]])[0]!.of;
    expect(one(heads, { of: { start: 5, end: 9 } })).toBe(true);
    expect(one(heads, { of: { start: 3, end: 5 } })).toBe(false);
    expect(one([], { of: undefined })).toBe(true);
  });
});

describe("readQuantityGold", () => {
  const line = JSON.stringify({ id: "a", ranges: [[0, 9]], quantities: [mark(0, 12)] });

  it("reads a report a line", () => {
    expect(readQuantityGold(`${line}\n\n${line}\n`)).toHaveLength(2);
  });

  it.each([
    [line.replace('"exact"', '"rough"'), /line 1: quantities\.0\.bound/],
    [`${line}\n{`, "line 2: one JSON object a line expected"],
  ])("tells what is wrong", (source, message) => {
    expect(() => readQuantityGold(source)).toThrow(message);
  });
});
