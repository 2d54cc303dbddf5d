import { describe, expect, it } from "vitest";
import { NameTable } from "../../src/knowledge/name-table.js";

const COLUMNS = ["code", "name", "also", "role"];
const TEXT = [
  "# Source: none",
  "code\tname\talso\trole",
  "AAA\tOrlan Front\tOF;Front of Orlan\tseat",
  "",
  "BBB\tthe Orlan Post\t\t",
  "",
].join("\n");

describe("NameTable", () => {
  const table = new NameTable("t.tsv", COLUMNS, "name", TEXT);

  it("gives the lines of the names that begin with a word, with their numbers and fields", () => {
    expect(table.startingWith("orlan")).toEqual([
      { name: "Orlan Front", fields: ["AAA", "Orlan Front", "OF;Front of Orlan", "seat"], line: 3 },
      { name: "the Orlan Post", fields: ["BBB", "the Orlan Post", "", ""], line: 5 },
    ]);
  });

  it("finds other names by their own first words, and none that is not there", () => {
    expect(table.startingWith("front").map(({ name }) => name)).toEqual(["Front of Orlan"]);
    expect(table.startingWith("of").map(({ name }) => name)).toEqual(["OF"]);
    expect(table.startingWith("post")).toEqual([]);
    expect(table.mayHave("seat")).toBe(false);
  });

  it("lists all first words", () => {
    expect([...table.firstWords()]).toEqual(["orlan", "of", "front", "orlan"]);
  });

  it("refuses other columns, and says which file has them", () => {
    expect(() => new NameTable("t.tsv", ["name"], "name", TEXT)).toThrow(
      /knowledge\/t\.tsv: columns name expected/,
    );
    expect(() => new NameTable("t.tsv", COLUMNS, "name", "")).toThrow(/"" met/);
  });
});
