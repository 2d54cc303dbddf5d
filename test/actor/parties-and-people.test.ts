import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases, publishedOn } from "./cases.js";

const cases = loadCases("parties-and-people.conllu");

/** "words: codes" of every mention; "?" where nobody is known. */
const mentionsOf = (id: string, day?: string): string[] => {
  const given = cases.get(id)!;
  const { report, analysis } = day ? publishedOn(given, day) : given;
  return findMentions(report, analysis).map(
    (m) => `${analysis.text.slice(m.start, m.end)}: ${m.actors.map(actorCode).join(" & ") || "?"}`,
  );
};

describe("parties before a noun", () => {
  it.each([
    ["republican-lawmakers", "Republican lawmakers: USA.LEG"],
    ["democratic-senators", "Democratic senators: USA.LEG"],
  ])("%s: members of parliament sit there for their party: %s", (id, mention) => {
    expect(mentionsOf(id)).toContain(mention);
  });

  it("are of the state that is named, where parties of several states share a name", () => {
    expect(mentionsOf("other-party")).toContainEqual(expect.stringMatching(/Democratic Party: HKG\.PTY$/));
  });

  it("are no mention of their own as an adjective", () => {
    expect(mentionsOf("republican-lawmakers").filter((m) => m.startsWith("Republican:"))).toEqual([]);
  });
});

describe("people without an office", () => {
  it("are of the place right behind the noun", () => {
    expect(mentionsOf("people-in")).toContainEqual(expect.stringMatching(/^247 people.*: KEN\.CVL$/));
  });

  it("are of the state whose adjective stands before the noun", () => {
    expect(mentionsOf("couple")).toContain("a Dutch couple: NLD.CVL");
  });

  it("are not of the state that has them", () => {
    expect(mentionsOf("donors").filter((m) => /donors/.test(m) && m.endsWith("FRA.CVL"))).toEqual([]);
  });
});

describe("people with an office", () => {
  it("leave the title out of a name that is listed with it", () => {
    expect(mentionsOf("vice-president", "2015-03-02")).toContain("Vice President Joe Biden: USA.GOV");
  });

  it("have the office's sector where the title alone tells another", () => {
    expect(mentionsOf("union-president")).toContain("President Randi Weingarten: USA.LAB");
  });
});

describe("the short name of the Islamic State", () => {
  it("counts where the report has the long one", () => {
    expect(mentionsOf("is-militants")).toContain("14 IS militants: IMG.REB");
  });
});
