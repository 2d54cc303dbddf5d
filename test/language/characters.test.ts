import { describe, expect, it } from "vitest";
import { isApostrophe, isCapital, Kind, kindAt } from "../../src/language/characters.js";

describe("kindAt", () => {
  it.each([
    ["a", Kind.Letter],
    ["é", Kind.Letter],
    ["한", Kind.Letter],
    ["\u0301", Kind.Letter],
    ["\u00ad", Kind.Letter],
    ["7", Kind.Digit],
    ["٣", Kind.Digit],
    [" ", Kind.Space],
    ["\u00a0", Kind.Space],
    ["\u200b", Kind.Space],
    ["\u0000", Kind.Space],
    ["$", Kind.Symbol],
    ["👍", Kind.Symbol],
    ["𝒳", Kind.Letter],
    ["\ud83d", Kind.Symbol],
  ])("tells the kind of %j", (character, kind) => {
    for (let i = 0; i < character.length; i++) expect(kindAt(character, i)).toBe(kind);
  });
});

describe("isCapital and isApostrophe", () => {
  it("look at the character at the place", () => {
    expect([0, 1, 2, 3, 4].map((i) => isCapital("aÉ5 ", i))).toEqual([false, true, false, false, false]);
    expect([..."'’`´‘\"a"].map((_, i, all) => isApostrophe(all.join(""), i))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
