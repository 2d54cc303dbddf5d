import { describe, expect, it } from "vitest";
import { kindsOfNameWord, kindsOfNoun, kindsOfSector } from "../../src/knowledge/noun-kinds.js";
import { readTable } from "../../src/knowledge/table.js";

const shares = (a: readonly string[], b: readonly string[]) => a.some((kind) => b.includes(kind));

describe("noun kinds", () => {
  it.each([
    ["panel", "committee", true],
    ["firm", "company", true],
    ["ministry", "department", true],
    ["senator", "lawmaker", true],
    ["panel", "firm", false],
    ["soldier", "committee", false],
  ])("%s may stand for %s: %s", (a, b, expected) => {
    expect(shares(kindsOfNoun(a), kindsOfNoun(b))).toBe(expected);
  });

  it("knows kinds by words of names and by sectors", () => {
    expect(shares(kindsOfNoun("carrier"), kindsOfNameWord("airlines"))).toBe(true);
    expect(shares(kindsOfNoun("newspaper"), kindsOfSector("MED"))).toBe(true);
    expect(shares(kindsOfNoun("country"), kindsOfSector("state"))).toBe(true);
    expect(kindsOfNoun("apple")).toEqual([]);
    expect(kindsOfSector("nothing")).toEqual([]);
  });

  it("has lemmas in small letters, each kind once", () => {
    const rows = readTable("noun-kinds.tsv", ["kind", "nouns", "in-names", "sectors"]);
    expect(new Set(rows.map((row) => row.kind)).size).toBe(rows.length);
    for (const { nouns } of rows) expect(nouns).toMatch(/^[a-z-]+( [a-z-]+)*$/);
  });
});
