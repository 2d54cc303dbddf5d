import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SortedTable } from "../../src/knowledge/sorted-table.js";

const table = (names: readonly string[]) =>
  new SortedTable(
    "t.tsv",
    ["name", "code"],
    `# comment\nname\tcode\n${names.map((n) => `${n}\tABC\n`).join("")}`,
  );
const bySmallLetters = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);

describe("SortedTable", () => {
  it("finds the names that begin with a word, and no others", () => {
    const some = table(["Al Noor", "Al-Amal", "Alba", "Beta", "Beta Front", "Betas"]);
    const first = (word: string) => some.startingWith(word).map(({ fields, line }) => `${line} ${fields[0]}`);
    expect(first("al")).toEqual(["3 Al Noor", "4 Al-Amal"]);
    expect(first("beta")).toEqual(["6 Beta", "7 Beta Front"]);
    for (const word of ["a", "aa", "b", "zz", "betas front"]) expect(first(word)).toEqual([]);
  });

  it("finds the lines of a name, in its own letters", () => {
    const some = table(["Ann Lee", "Ann Lee", "Ann lee", "Ann Leeds"]);
    expect(some.of("Ann Lee").map((l) => l.line)).toEqual([3, 4]);
    expect(some.of("Ann")).toEqual([]);
  });

  it("tells whether a name begins with some letters", () => {
    const some = table(["Al Noor", "Alba", "São Tomé", "Sao Paulo"].sort(bySmallLetters));
    for (const letters of ["al ", "alb", "sao p", "são "])
      expect([letters, some.begins(letters)]).toEqual([letters, true]);
    for (const letters of ["al-", "alba ", "b", "zz"])
      expect([letters, some.begins(letters)]).toEqual([letters, false]);
  });

  it("finds every line, however many there are, with or without a last line break", () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{0,4}$/);
    const names = fc.uniqueArray(
      fc.tuple(word, word).map((w) => w.join(" ")),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(names, (unsorted) => {
        const sorted = unsorted.toSorted(bySmallLetters);
        const some = table(sorted);
        for (const name of sorted) {
          const key = name.split(" ")[0]!.toLowerCase();
          expect(some.startingWith(key).map((l) => l.fields[0])).toContain(name);
          expect(some.of(name).map((l) => l.fields)).toEqual([[name, "ABC"]]);
        }
        expect([...some.all()].map((l) => l.fields[0])).toEqual(sorted);
      }),
    );
    expect(new SortedTable("t.tsv", ["name"], "name\nAnn\tx").of("Ann")).toHaveLength(1);
  });

  it("refuses other columns", () => {
    expect(() => new SortedTable("t.tsv", ["name", "code"], "name\tsector\n")).toThrow(/t\.tsv: columns/);
  });
});
