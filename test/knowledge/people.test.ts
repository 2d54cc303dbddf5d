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

  it("finds one by another spelling of the whole name", () => {
    expect(people.ofNameAlike(["moammar", "kadafi"])?.name).toBe("Muammar Gaddafi");
    expect(people.ofNameAlike(["mahmud", "ahmedinejad"])?.name).toBe("Mahmoud Ahmadinejad");
    expect(people.ofNameAlike(["karl", "ahmedinejad"])).toBeUndefined();
  });

  it("finds leaders by another spelling of the family name, and those of the very name alone", () => {
    expect(people.leadersAlike("kadafi").map((p) => p.name)).toEqual(["Muammar Gaddafi"]);
    expect(people.leadersAlike("putin").map((p) => p.name)).toEqual(["Vladimir Putin"]);
    expect(people.stateOfNameAlike("Asad")).toBe("SYR");
  });

  it("means by a family name the better known of its bearers", () => {
    expect(people.byFamilyName("maduro").map((p) => p.name)).toContain("Ricardo Maduro");
    expect(people.ofFamilyName("Maduro", undefined)?.name).toBe("Nicolas Maduro");
    expect(people.ofFamilyName("Maduro", "2003-05-01")?.name).toBe("Ricardo Maduro");
    expect(people.stateOfFamilyName("Maduro")).toBe("VEN");
  });
});
