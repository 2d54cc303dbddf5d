import { describe, expect, it } from "vitest";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import { loadStates, neighboursOf } from "../../src/knowledge/states.js";
import { list, readTable } from "../../src/knowledge/table.js";

describe("states", () => {
  it("holds all of ISO 3166-1, Kosovo and the states that are no more", () => {
    const codes = loadStates();
    expect(codes.size).toBe(258);
    for (const code of ["XKX", "TWN", "PSE", "SSD", "SUN", "YUG", "YMD"]) expect(codes.has(code)).toBe(true);
    expect(shippedKnowledge().stateName("PRK")).toBe("North Korea");
    expect(shippedKnowledge().stateName("UNO")).toBe("UNO");
  });

  it("tells the two Vietnams by the codes that they had", () => {
    expect(loadStates().get("VDR")?.name).toBe("North Vietnam");
    expect(loadStates().get("RVN")?.name).toBe("South Vietnam");
  });

  it("lists groups of states that it knows", () => {
    const states = loadStates();
    for (const { codes } of readTable("state-groups.tsv", ["codes"])) {
      const of = list(codes);
      expect(of.length).toBeGreaterThan(1);
      expect(new Set(of).size).toBe(of.length);
      expect(of.filter((code) => !states.has(code))).toEqual([]);
    }
  });

  it("knows on which side a neighbour lies", () => {
    expect(neighboursOf("KOR")).toEqual([{ code: "PRK", side: expect.stringContaining("N") }]);
    expect(neighboursOf("USA").find((n) => n.code === "MEX")?.side).toContain("S");
    expect(neighboursOf("JPN")).toEqual([]);
  });

  it("gives every neighbour its neighbour back", () => {
    for (const code of loadStates().keys()) {
      for (const { code: other } of neighboursOf(code)) {
        expect(
          neighboursOf(other).map((n) => n.code),
          `${other} of ${code}`,
        ).toContain(code);
      }
    }
  });
});
