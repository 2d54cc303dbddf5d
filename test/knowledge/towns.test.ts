import { describe, expect, it } from "vitest";
import { isNaturalPlace, stateOfTown } from "../../src/knowledge/towns.js";

const codeOf = (name: string, ...named: string[]) => stateOfTown(name, new Set(named))?.code;

describe("stateOfTown", () => {
  it("knows large towns and first-level regions, by other names too", () => {
    expect(
      ["Chicago", "Mumbai", "Bombay", "St. Petersburg", "Shandong", "Texas"].map((n) => codeOf(n)),
    ).toEqual(["USA", "IND", "IND", "RUS", "CHN", "USA"]);
  });

  it("asks the report where several states have a town of the name", () => {
    expect(codeOf("Cambridge")).toBeUndefined();
    expect(codeOf("Cambridge", "GBR")).toBe("GBR");
    expect(stateOfTown("Cambridge", new Set(["GBR"]))!.by).toContain("which the report names");
  });

  it("leaves lesser capitals, small towns and what is no town", () => {
    for (const name of ["Athens", "Bostonia", "Houthi", ""]) expect(codeOf(name)).toBeUndefined();
  });

  it("knows areas and islands of one state, unless others hold them", () => {
    expect(["Gaza Strip", "Chechnya", "Hokkaido", "Xinjiang"].map((n) => codeOf(n))).toEqual([
      "PSE",
      "RUS",
      "JPN",
      "CHN",
    ]);
    for (const name of ["Crimea", "Abkhazia", "Kashmir", "Borneo", "Red Sea"])
      expect(codeOf(name)).toBeUndefined();
  });

  it("knows capitals that are metropolises, whatever towns are called like them", () => {
    expect(codeOf("London")).toBe("GBR");
    expect(codeOf("Paris")).toBe("FRA");
  });

  it("takes a small town for that of the one state with such a town that the report names", () => {
    expect(codeOf("Slidell")).toBeUndefined();
    expect(codeOf("Slidell", "USA")).toBe("USA");
  });

  it("takes a lesser region for that of a state that the report names, and for none else", () => {
    expect(codeOf("Lancashire")).toBeUndefined();
    expect(codeOf("Lancashire", "GBR")).toBe("GBR");
    expect(codeOf("Lancashire", "FRA")).toBeUndefined();
  });
});

describe("isNaturalPlace", () => {
  it("tells areas and waters from towns, bases and camps", () => {
    for (const name of ["West Bank", "Red Sea", "Basque Country"]) expect(isNaturalPlace(name)).toBe(true);
    for (const name of ["World Bank", "Geneva", "Yongbyon"]) expect(isNaturalPlace(name)).toBe(false);
  });
});
