import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases, publishedOn } from "./cases.js";

const cases = loadCases("groups.conllu");

/** "words: codes" of every mention but pronouns, "?" where nobody is known. */
const mentionsOf = (id: string): string[] => {
  const { report, analysis } = cases.get(id)!;
  return findMentions(report, analysis)
    .filter((m) => m.form !== "pronoun")
    .map((m) => `${analysis.text.slice(m.start, m.end)}: ${m.actors.map(actorCode).join(" & ") || "?"}`);
};

describe("towns", () => {
  it.each([
    ["town-police", "Chicago police: USA.COP"],
    ["town-court", "A Mumbai court: IND.JUD"],
    ["mayor-of", "the mayor of Dalian: CHN.GOV"],
    ["us-georgia", "Georgia lawmakers: USA.LEG"],
    ["georgia", "Georgia: GEO"],
    ["capital-town", "Athens County police: ?"],
    ["police-of-area", "Police: PSE.COP"],
    ["officials-of-contested-area", "Officials: ?"],
  ])("%s: %s", (id, mention) => {
    expect(mentionsOf(id)).toContain(mention);
  });

  it("knows several states by one name, and those that share a word of theirs", () => {
    expect(mentionsOf("two-koreas")).toEqual(["The two Koreas: PRK & KOR"]);
    expect(mentionsOf("north-and-south")).toEqual(["North and South Korea: PRK & KOR"]);
    expect(mentionsOf("north-and-south-troops")).toContain(
      "North and South Korean troops: PRK.MIL & KOR.MIL",
    );
    expect(mentionsOf("other-and-south")).toContain("South Korea: KOR");
  });

  it("does not take the envoy of somebody unknown for one of the state that it is sent to", () => {
    expect(mentionsOf("envoy-of-unknown").find((m) => m.includes("envoy"))).toMatch(/: \?$/);
  });

  it("knows the office of a counterpart who is named", () => {
    const { report, analysis } = publishedOn(cases.get("counterpart-by-name")!, "2019-09-05");
    const wang = findMentions(report, analysis).filter((m) =>
      m.actors.some((a) => a.person?.includes("Wang")),
    );
    expect(wang.map((m) => m.actors.map(actorCode))[0]).toEqual(["CHN.GOV"]);
  });

  it("takes no word of a place's name for a body: the West Bank is none", () => {
    expect(mentionsOf("police-of-area")).toEqual(["Police: PSE.COP"]);
  });

  it("says which list the state is from", () => {
    const { report, analysis } = cases.get("town-court")!;
    expect(findMentions(report, analysis)[0]!.by).toContain('places: "Mumbai" in IND');
  });
});

describe("what only holds a state's name", () => {
  it.each(["war", "agreement"])("%s: no mention", (id) => {
    expect(mentionsOf(id)).toEqual([]);
  });

  it.each([
    ["militia", "A Beijing-backed militia: ?"],
    ["newspaper-name", "The Norway Gazette: NOR.MED"],
    ["china-daily", "China Daily: CHN.MED"],
    ["jordan-man", "Jordan: ?"],
  ])("%s: %s", (id, mention) => {
    expect(mentionsOf(id)).toContain(mention);
  });

  it.each(["ship", "missile"])("%s: the state is mentioned, the thing is no actor", (id) => {
    expect(mentionsOf(id).filter((m) => /ship|missile/.test(m))).toEqual([]);
  });

  it("takes the town before a colon for a dateline", () => {
    expect(mentionsOf("colon-dateline")).toEqual([]);
  });
});

describe("teams", () => {
  it("are not their states", () => {
    expect(mentionsOf("beat")).toEqual(["France: ?", "Germany: ?"]);
  });

  it("are told by a match, not by the verb alone, nor by hosting one", () => {
    expect(mentionsOf("beat-no-match")).toEqual(["France: FRA", "Germany: DEU", "Ukraine: UKR"]);
    expect(mentionsOf("host")).toContain("Qatar: QAT");
  });
});

describe("organisations that no list has", () => {
  it("are known by the state and the kind before their name, and by the name afterwards", () => {
    expect(mentionsOf("new-company")).toEqual([
      "Taiwan's Hengtai Financial Holding Co.: TWN.BUS",
      "Taiwan: TWN",
      "Hengtai Financial Holding Co.: TWN.BUS",
    ]);
  });
});
