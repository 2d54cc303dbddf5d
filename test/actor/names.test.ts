import { describe, expect, it } from "vitest";
import { type Actor, actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases, publishedOn } from "./cases.js";

const cases = loadCases("names.conllu");

const write = (actor: Actor) =>
  [actorCode(actor), actor.agency && `[${actor.agency}]`].filter(Boolean).join(" ");

/** Who the mention that ends in these words is; "none" where there is no such mention, "?" where nobody is known. */
function who(id: string, words: string, day = "2018-06-01"): string {
  const { report, analysis } = publishedOn(cases.get(id)!, day);
  const found = findMentions(report, analysis).find((m) =>
    analysis.text.slice(m.start, m.end).endsWith(words),
  );
  if (!found) return "none";
  return found.actors.map(write).join(" & ") || "?";
}

describe("organisations whose name tells the state", () => {
  it.each([
    ["town-newspaper", "Morning Post", "CHN.MED [Chongqing Morning Post]"],
    ["county", "Kaohsiung County", "TWN.GOV [Kaohsiung County]"],
    ["headline-to-come", "Kaohsiung County", "TWN.GOV [Kaohsiung County]"],
    ["begins-with-a-company", "Corporation", "RUS.BUS [Sberbank]"],
    ["name-said-twice", "Huawei", "CHN.BUS [Huawei]"],
    ["university-of", "University of Oklahoma", "USA.EDU"],
    ["media-by-last-word", "The Herald", "USA.MED [Miami Herald]"],
    ["cause-before-form", "Homes for Families Inc.", "NOR.NGO [Homes for Families Inc.]"],
  ])("%s: %s", (id, name, actor) => {
    expect(who(id, name)).toBe(actor);
  });

  it("leaves a county that does not act a place", () => {
    expect(who("town-place", "Kaohsiung County")).toBe("none");
  });

  it("leaves a capital a place before a lost apostrophe and a building", () => {
    expect(who("lost-apostrophe", "Moscow")).toBe("none");
  });

  it("does not take a company for the newspaper that it is called like", () => {
    expect(who("like-a-newspaper", "Harvest Sun")).toBe("?");
  });
});

describe("names inside others", () => {
  it.each([
    ["club", "Indians"],
    ["longer-council", "Council"],
    ["other-middle-name", "King"],
    ["stranger-alone", "Williams"],
  ])("%s: not the one whom knowledge has", (id, name) => {
    expect(who(id, name)).not.toMatch(/IND|UNO|USA|ATG/);
  });

  it("finds a known person's name whatever tag its last part has", () => {
    expect(who("ends-in-an-adverb", "Moon Jae-in")).toBe("KOR.GOV [president]");
  });
});

describe("people by those whom they serve", () => {
  it.each([
    ["outlet-in-town", "Jane Roe", "USA.MED [CNN]"],
    ["outlet-and-beat", "Jane Roe", "USA.MED [NPR]"],
    ["spokesman-of-president", "Ivan Orlov", "RUS.GOV"],
    ["spokesman-of-office", "Zoran Ilic", "SRB.GOV"],
    ["president-of-company", "Ada Berg", "CHN.BUS [Huawei]"],
    ["owner-before", "Jane Roe", "USA.MED [CNN]"],
    ["officer-of-company", "Lin Wei", "CHN.BUS [Huawei]"],
    ["parted-by-the-tree", "Ada Berg", "USA.CVL [Union of Concerned Scientists]"],
  ])("%s: %s", (id, name, actor) => {
    expect(who(id, name)).toBe(actor);
  });

  it("tells the state of two companies, but does not choose between them", () => {
    expect(who("two-companies", "Lin Wei")).toBe("CHN.BUS");
  });
});
