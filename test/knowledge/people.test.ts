import { describe, expect, it } from "vitest";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";

const { people } = shippedKnowledge();

describe("names of people", () => {
  it("finds one by the family name where the day leaves no doubt", () => {
    expect(people.ofFamilyName("Putin", undefined)?.name).toBe("Vladimir Putin");
    expect(people.ofFamilyName("Clinton", undefined)).toBeUndefined();
    expect(people.ofFamilyName("Clinton", "1995-01-01")?.name).toBe("Bill Clinton");
    expect(people.ofFamilyName("Nobody", "1995-01-01")).toBeUndefined();
  });

  it("passes over a middle initial", () => {
    expect(people.ofFullName(["rex", "w.", "tillerson"])?.name).toBe("Rex Tillerson");
    expect(people.ofFullName(["ann", "w.", "tillerson"])).toBeUndefined();
  });

  it("gives the state of all who bear a name", () => {
    expect(people.stateOfFamilyName("Bush")).toBe("USA");
    expect(people.stateOfFamilyName("Kim")).toBeUndefined();
  });
});
