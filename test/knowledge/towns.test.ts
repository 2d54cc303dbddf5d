import { describe, expect, it } from "vitest";
import { stateOfTown } from "../../src/knowledge/towns.js";

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

  it("leaves capitals, small towns and what is no town", () => {
    for (const name of ["Athens", "Paris", "Kabul", "Bostonia", "Houthi", ""])
      expect(codeOf(name)).toBeUndefined();
  });
});
