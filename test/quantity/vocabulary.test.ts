import { describe, expect, it } from "vitest";
import { BOUNDS, QUANTITY_KINDS } from "../../src/quantity/quantity.js";
import { loadVocabulary, type Phrases } from "../../src/quantity/vocabulary.js";

function values<T>(phrases: Phrases<T>): T[] {
  const own = phrases.value === undefined ? [] : [phrases.value];
  return [...own, ...[...phrases.next.values()].flatMap(values)];
}

describe("the files of knowledge/quantity", () => {
  const vocabulary = loadVocabulary();

  it("name only kinds and bounds that records know", () => {
    const kinds = [...vocabulary.kinds.values(), ...values(vocabulary.units).map((unit) => unit.measures)];
    expect(kinds.filter((kind) => !QUANTITY_KINDS.includes(kind))).toEqual([]);
    const bounds = [...values(vocabulary.before), ...values(vocabulary.after)];
    expect(bounds.length).toBeGreaterThan(30);
    expect(bounds.filter((bound) => !BOUNDS.includes(bound))).toEqual([]);
  });

  it("hold numbers", () => {
    const { numbers, multipliers, shortMultipliers, vague, fractions, signs } = vocabulary;
    for (const table of [numbers, multipliers, shortMultipliers, vague, fractions, signs]) {
      expect(table.size).toBeGreaterThan(2);
      for (const [word, value] of table) expect(Number.isFinite(value), word).toBe(true);
    }
    expect(multipliers.get("billion")).toBe(1e9);
  });

  it("give every currency sign a code or a name that stands among the words of money", () => {
    const units = new Set(values(vocabulary.units).map((unit) => unit.name));
    for (const [sign, code] of vocabulary.currencySigns)
      expect(units.has(code), `${sign} ${code}`).toBe(true);
  });
});
