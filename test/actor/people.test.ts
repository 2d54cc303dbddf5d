import { describe, expect, it } from "vitest";
import { type Actor, actorCode } from "../../src/actor/actor.js";
import { findActors } from "../../src/actor/find-mentions.js";
import type { Introduction } from "../../src/actor/learned-offices.js";
import { known } from "../../src/record/value.js";
import type { Report } from "../../src/report/report.js";
import { type Case, loadCases, publishedOn } from "./cases.js";

const cases = loadCases("people.conllu");

const write = (actor: Actor) =>
  [actorCode(actor), actor.agency && `[${actor.agency}]`].filter(Boolean).join(" ");

/** Who the person of this name is at each of its mentions by name. */
function personIn(
  id: string,
  name: string,
  changes: Partial<Report> = {},
  offices: readonly Introduction[] = [],
): string[] {
  const { report, analysis } = cases.get(id)!;
  const { mentions } = findActors({ ...report, ...changes }, analysis, { offices });
  return mentions
    .filter((m) => m.form === "name" && analysis.text.slice(m.start, m.end).includes(name))
    .map((m) => m.actors.map(write).join(" & ") || "?");
}

const only = (...given: Parameters<typeof personIn>) => {
  const found = new Set(personIn(...given));
  expect(found.size).toBe(1);
  return [...found][0];
};

describe("people whom no list knows", () => {
  it.each([
    ["apposition", "Zheng Wenkai", "CHN.GOV [foreign ministry]"],
    ["spokesman-first", "Ola Lund", "NOR.GOV [foreign ministry]"],
    ["heads", "Amara Okoye", "NGA.GOV [central bank]"],
    ["named-as", "Rosa Quispe", "PER.MIL [defence ministry]"],
    ["appointed", "Rosa Quispe", "PER.MIL [defence ministry]"],
    ["is", "Ola Lund", "NOR.GOV [embassy]"],
    ["serves", "Ola Lund", "NOR.GOV [foreign ministry]"],
    ["of-body", "Kaya Demir", "NGO.NGO [Human Rights Watch]"],
    ["of-party", "Kaya Demir", "TUR.LEG"],
    ["of-state", "Ola Lund", "NOR.GOV [prime minister]"],
    ["called", "Ola Lund", "NOR.GOV"],
    ["two-titles", "Ola Lund", "NOR.GOV [president]"],
    ["two-titles", "Rosa Quispe", "CHL.GOV [foreign ministry]"],
    ["painter", "Ola Lund", "NOR"],
    ["whose-envoy", "Ola Lund", "NOR.GOV [mission to the United Nations]"],
  ])("%s: %s is %s", (id, name, code) => {
    expect(only(id, name)).toBe(code);
  });

  it("joins the state of one title and the ministry of another", () => {
    expect(only("two-halves", "Lund")).toBe("NOR.GOV [foreign ministry]");
  });

  it.each(["is-not", "would-be", "critic", "likeness", "lone-ministry", "lone-president"])(
    "%s: gives nobody an office that the words do not give",
    (id) => {
      expect(only(id, "Ola Lund")).toBe("?");
    },
  );
});

describe("offices and time", () => {
  it.each([
    ["was", "NOR.ELI"],
    ["served", "NOR.ELI"],
    ["resigned", "NOR.ELI"],
    ["fired", "NOR.ELI"],
    ["former", "NOR.ELI"],
    ["ex", "NOR.ELI"],
    ["late", "NOR.ELI"],
    ["acting", "NOR.MIL [defence ministry]"],
  ])("%s: Ola Lund is %s", (id, code) => {
    expect(only(id, "Lund")).toBe(code);
  });

  it("does not count one who is elected as one in office", () => {
    expect(only("elect", "Rosa Quispe")).toBe("CHL.ELI");
  });

  it("gives the office to the time of which 'then' speaks, and to no other", () => {
    expect(personIn("then", "Lund")).toEqual(["NOR.GOV [prime minister]", "NOR.ELI"]);
  });

  it("does not make a statesman of one who left a company", () => {
    expect(only("company-officer", "Ola Lund")).toBe("RUS.BUS [Gazprom]");
  });
});

describe("an office whose state the report leaves out", () => {
  const dateline = { start: 0, end: 0, place: "OSLO" };

  it("takes it from the capital where the report is filed, and says so", () => {
    expect(only("lone-ministry", "Ola Lund", { dateline })).toBe("NOR.GOV [interior ministry]");
    expect(only("lone-president", "Ola Lund", { dateline })).toBe("NOR.GOV [president]");
    const { report, analysis } = cases.get("lone-ministry")!;
    const [mention] = findActors({ ...report, dateline }, analysis).mentions;
    expect(mention!.by).toContain("dateline OSLO");
  });

  it("takes it from the state that speaks through the outlet", () => {
    const outlet = known("Xinhua", "given", "test");
    expect(only("lone-ministry", "Ola Lund", { outlet })).toBe("CHN.GOV [interior ministry]");
  });

  it("does not take it from an outlet of nobody's, nor for a company's president", () => {
    const outlet = known("Reuters", "given", "test");
    expect(only("lone-ministry", "Ola Lund", { outlet })).toBe("?");
    expect(only("lone-company-president", "Ola Lund", { dateline })).toBe("?");
  });
});

describe("what a report tells of people for others", () => {
  const introductions = (id: string) => {
    const { report, analysis } = publishedOn(cases.get(id)!, "2019-03-04");
    return findActors(report, analysis);
  };

  it("is the office with the words that give it", () => {
    expect(introductions("apposition").introductions).toEqual([
      {
        report: "r0",
        published: "2019-03-04",
        person: "Zheng Wenkai",
        actor: { code: "CHN", sector: "GOV", agency: "foreign ministry", person: "Zheng Wenkai" },
        office: "spokesman",
        basis: "stated",
        evidence: { start: 0, end: 54, words: "Zheng Wenkai, a spokesman for China's foreign ministry" },
      },
    ]);
    expect(introductions("was").introductions).toMatchObject([
      { person: "Ola Lund", actor: { code: "NOR", sector: "ELI" }, office: "former ambassador" },
    ]);
  });

  it("is marked as inferred where the text around gave the state", () => {
    expect(introductions("named-as").introductions).toMatchObject([
      { person: "Rosa Quispe", basis: "inferred", office: "defense minister" },
    ]);
  });

  it("is nothing for those whom only a demonym places, and names those who are sought", () => {
    expect(introductions("painter").introductions).toEqual([]);
    expect(introductions("surname").sought).toEqual(["zheng"]);
    expect(introductions("apposition").sought).toEqual([]);
  });

  it("does not depend on what others tell", () => {
    const { report, analysis } = publishedOn(cases.get("named-as")!, "2019-03-04");
    const [own] = findActors(report, analysis).introductions;
    const elsewhere: Introduction = {
      ...own!,
      report: "r9",
      basis: "stated",
      actor: { code: "CHL", sector: "GOV", person: "Rosa Quispe" },
    };
    const found = findActors(report, analysis, { offices: [elsewhere] });
    expect(found.introductions).toEqual([own]);
    expect(found.sought).toEqual(["rosa quispe"]);
  });

  const zheng: Introduction = {
    report: "r9",
    published: "2019-03-04",
    person: "Zheng Wenkai",
    actor: { code: "CHN", sector: "GOV", agency: "foreign ministry", person: "Zheng Wenkai" },
    office: "spokesman",
    basis: "stated",
    evidence: { start: 0, end: 12, words: "Chinese spokesman Zheng Wenkai" },
  };
  const published = (day: string) => ({ published: known(day, "given", "test") });

  it("finds the bearer of a family name where the report names the state", () => {
    expect(only("surname", "Zheng", published("2019-03-20"), [zheng])).toBe("CHN.GOV [foreign ministry]");
    expect(only("surname-no-state", "Zheng", published("2019-03-20"), [zheng])).toBe("?");
    expect(only("surname", "Zheng", published("2020-03-20"), [zheng])).toBe("?");
  });

  it("tells by which words of which report", () => {
    const given: Case = publishedOn(cases.get("surname")!, "2019-03-20");
    const { mentions } = findActors(given.report, given.analysis, { offices: [zheng] });
    expect(mentions.find((m) => m.actors[0]?.person)!.by).toBe(
      "introduced as “Chinese spokesman Zheng Wenkai” in report r9 of 2019-03-04",
    );
  });
});
