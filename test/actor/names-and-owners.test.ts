import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases, publishedOn } from "./cases.js";

const cases = loadCases("names-and-owners.conllu");

/** Who the mention is that these words name; "none" where there is no such mention, "?" where nobody is known. */
function who(id: string, words: string, day?: string): string {
  const given = cases.get(id)!;
  const { report, analysis } = day === undefined ? given : publishedOn(given, day);
  const found = findMentions(report, analysis).find((m) => analysis.text.slice(m.start, m.end) === words);
  if (!found) return "none";
  return found.actors.map(actorCode).join(" & ") || "?";
}

describe("bodies that no list has", () => {
  it.each([
    ["office-in-its-name", "The Norwegian Directorate of Fisheries", "NOR.GOV"],
    ["part-of-an-organisation", "The UN Office for Reef Protection", "UNO"],
    ["municipality", "The Municipality of Livorno", "ITA.GOV"],
    ["party-without-party", "The Free Democrats", "DEU.PTY"],
    ["beside-it-a-firm", "Polish Gralwin Systems", "POL.BUS"],
  ])("%s: %s", (id, name, code) => {
    expect(who(id, name)).toBe(code);
  });
});

describe("who is owned or sent by whom", () => {
  it.each([
    ["envoys-from", "two diplomats", "PER.GOV"],
    ["aides-to", "Aides", "GHA.GOV"],
    ["members-together", "Four EU countries", "EU"],
    ["armed-group-singular", "Tamil Tiger rebels", "LKA.REB"],
  ])("%s: %s", (id, name, code) => {
    expect(who(id, name)).toBe(code);
  });
});

describe("names that are something else too", () => {
  it("takes a guarded name in a list behind a state for a state", () => {
    expect(who("in-a-list", "Jordan")).toBe("JOR");
    expect(who("in-a-list", "Chad")).toBe("TCD");
  });

  it("takes the House for the American one where the report speaks of its parties", () => {
    expect(who("house", "The House")).toBe("USA.LEG");
    expect(who("house-alone", "The House")).not.toContain("USA");
  });

  it("takes an office in capitals for no person's name", () => {
    expect(who("office-as-a-name", "The Foreign Secretary", "2017-03-01")).toBe("GBR.GOV");
  });
});

describe("people by another spelling, or by the family name", () => {
  it.each([
    ["other-spelling", "Moammar Kadafi", "1999-05-01", "LBY.GOV"],
    ["spelled-regime", "the Asad regime", "2016-05-01", "SYR.GOV"],
    ["spelled-elsewhere", "the Asad regime", "2016-05-01", "SYR.GOV"],
    ["family-with-article", "bin Laden", "1999-05-01", "IMG.REB"],
    ["premier-of-no-named-state", "Prime Minister Janez Drnovsek", "1996-08-27", "SVN.GOV"],
    ["namesakes", "President Maduro", undefined, "VEN.GOV"],
  ])("%s: %s", (id, name, day, code) => {
    expect(who(id, name, day)).toBe(code);
  });

  it("does not take a person of another spelling for the leader of a state that the report does not name", () => {
    expect(who("spelled-alone", "Kadafi", "1999-05-01")).not.toContain("LBY");
  });

  it("does not take a mere family name for a leader of a state that the report does not name", () => {
    expect(who("lesser-known-alone", "Kovac", "1996-01-01")).not.toContain("SVK");
  });
});
