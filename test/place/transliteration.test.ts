import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gazetteer } from "../../src/place/gazetteer.js";
import { transliterationKey } from "../../src/place/transliteration.js";

describe("transliterationKey", () => {
  it("is one for the ways in which a name is written", () => {
    const same = [
      ["hassakeh", "al hasakah", "hasaka"],
      ["deir ez zor", "dayr az zawr"],
      ["tal afar", "tall afar", "telafer"],
      ["jawzjan", "jowzjan"],
      ["qayyarah", "al qayara", "kayara"],
    ];
    for (const names of same)
      expect([names, new Set(names.map(transliterationKey)).size]).toEqual([names, 1]);
  });

  it("tells names of other consonants apart", () => {
    const keys = ["basra", "mosul", "tikrit", "karbala", "samarra", "ramadi"].map(transliterationKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("of any text is its own key or shorter, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const key = transliterationKey(text);
        expect(key).toMatch(/^[a-z]*$/);
        expect(key.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("finds the places of the list", () => {
    const countries = (key: string) =>
      gazetteer()
        .transliterated(key)
        .map((p) => [p.name, p.country]);
    expect(countries("hassakeh")).toContainEqual(["Al Hasakah", "SYR"]);
    expect(countries("jawzjan")).toContainEqual(["Jowzjan", "AFG"]);
    expect(
      gazetteer()
        .transliterated("hassakeh")
        .every((p) => p.lesser),
    ).toBe(true);
    expect(gazetteer().transliterated("zzzzz")).toEqual([]);
  });
});
