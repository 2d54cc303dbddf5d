import { describe, expect, it } from "vitest";
import { CODE_SCHEMES, goldClass } from "../../src/evaluate/gold-class.js";
import { readTable } from "../../src/knowledge/table.js";

describe("goldClass", () => {
  it.each([
    ["ACCUSE", "ACCUSE"],
    ["retreat", "YIELD"],
    ["DEMAND", "REQUEST"],
    ["FIGHT", "ASSAULT"],
    ["043", "CONSULT"],
    ["0813", "YIELD"],
    ["112", "ACCUSE"],
    ["1712", "ASSAULT"],
    ["172", "COERCE"],
    ["163", "COERCE"],
    ["1621", "SANCTION"],
    ["010", undefined],
    ["902", undefined],
    ["PRAISE", undefined],
  ])("%s is %s", (type, expected) => {
    expect(goldClass(type)).toBe(expected);
  });

  it.each([
    ["041", "SUPPORT"],
    ["064", "SUPPORT"],
    ["012", "YIELD"],
    ["032", "CONSULT"],
    ["082", "AGREE"],
    ["160", "THREATEN"],
    ["1611", "THREATEN"],
    ["182", "MOBILIZE"],
    ["223", "ASSAULT"],
    ["023", undefined],
    ["ACCUSE", "ACCUSE"],
  ])("%s of WEIS is %s", (type, expected) => {
    expect(goldClass(type, "weis")).toBe(expected);
  });

  it("knows every type that the tables name", () => {
    for (const scheme of CODE_SCHEMES)
      for (const { code } of readTable(`${scheme}-types.tsv`, ["code", "type"]))
        expect(goldClass(code!, scheme), `${scheme} ${code}`).toBeDefined();
  });
});
