import { describe, expect, it } from "vitest";
import { ListedNames } from "../../src/knowledge/listed-names.js";
import type { Named } from "../../src/knowledge/names.js";

const named = (name: string): Named => ({
  kind: "party",
  name,
  code: "AAA",
  source: { file: "t.tsv", line: 1 },
});

describe("ListedNames", () => {
  it("gives names by their first word in the order in which they were listed", () => {
    const names = new ListedNames();
    for (const name of ["Green List", "green", "Greens"]) names.add(name, named);
    expect(names.startingWith("green").map((n) => n.name)).toEqual(["Green List", "green"]);
    expect(names.startingWith("list")).toEqual([]);
    expect([names.mayHave("greens"), names.mayHave("list")]).toEqual([true, false]);
  });

  it("lists a hyphened name under both of its first words", () => {
    const names = new ListedNames();
    names.add("Al-Amal", named);
    expect([...names.firstWords()].sort()).toEqual(["al", "al-amal"]);
    expect(names.startingWith("al").map((n) => n.name)).toEqual(["Al-Amal"]);
  });

  it("makes what a name is only when it is asked for", () => {
    const names = new ListedNames();
    let made = 0;
    names.add("Blue List", (name) => {
      made++;
      return named(name);
    });
    expect(made).toBe(0);
    names.startingWith("blue");
    expect(made).toBe(1);
  });
});
