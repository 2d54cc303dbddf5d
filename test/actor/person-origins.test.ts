import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases } from "./cases.js";

const cases = loadCases("person-origins.conllu");

/** Who the last mention that ends in these words is; "none" where there is no such mention, "?" where nobody is known. */
function who(id: string, words: string): string {
  const { report, analysis } = cases.get(id)!;
  const found = findMentions(report, analysis).findLast((m) =>
    analysis.text.slice(m.start, m.end).endsWith(words),
  );
  return found ? found.actors.map(actorCode).join(" & ") || "?" : "none";
}

describe("people whose role is not told", () => {
  it.each([
    ["citizen-beside", "DNK.CVL"],
    ["citizen-is", "DNK.CVL"],
    ["credit", "GBR.MED"],
    ["credit-behind", "USA.MED"],
    ["kin", "RUS.CVL"],
    ["of-town", "USA"],
    ["party-and-state", "USA.LEG"],
  ])("%s: are of the state or outlet that the words name", (id, code) => {
    expect(who(id, "Rasmus Lund")).toBe(code);
  });

  it.each(["citizen-is-not", "kin-of-nobody"])("%s: stay unknown", (id) => {
    expect(who(id, "Rasmus Lund")).toBe("?");
  });
});

describe("people whose title leaves out the state", () => {
  it("takes it from the noun set beside the name", () => {
    expect(who("told-beside", "Rasmus Lund")).toBe("NOR.MIL");
  });

  it("takes it from the owner of what they direct, but not of what they own", () => {
    expect(who("owned", "Rasmus Lund")).toBe("NOR");
    expect(who("owner-of-owned", "Rasmus Lund")).toBe("?");
  });

  it("reads over the short name of a body in brackets", () => {
    expect(who("shortened-body", "Mei Ting")).toBe("TWN.GOV");
  });

  it("needs not know which of two presidents of one name is meant", () => {
    expect(who("same-office", "Bush")).toBe("USA.GOV");
  });

  it.each(["rebel", "portfolio"])("%s: is not asked of the surroundings", (id) => {
    expect(who(id, "Rasmus Lund")).toBe("?");
  });

  it("does not take a woman for a man of her family name", () => {
    expect(who("other-gender", "Ms. Lund")).toBe("?");
  });
});

describe("seats, parliaments and rulers", () => {
  it("lets a seat stand for who sits in it before a noun, and a place not", () => {
    expect(who("seat-before-noun", "White House")).toBe("USA.GOV");
    expect(who("place-before-noun", "Camp David")).toBe("none");
  });

  it("gives a congress only to states that have one", () => {
    expect(who("congress", "Congress")).toBe("?");
  });

  it("gives regulators of a continent to no state", () => {
    expect(who("european", "regulators")).toBe("?");
  });

  it("takes the dictator for his state's supreme leader", () => {
    expect(who("autocrat", "dictator")).toBe("PRK.GOV");
  });
});
