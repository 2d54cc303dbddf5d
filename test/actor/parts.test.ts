import { describe, expect, it } from "vitest";
import { actorCode, type Mention } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases } from "./cases.js";

const cases = loadCases("parts.conllu");

/** The mentions whose words are these; of "which" and the like there may be several. */
const found = (id: string, words: string): Mention[] => {
  const { report, analysis } = cases.get(id)!;
  return findMentions(report, analysis).filter((m) => analysis.text.slice(m.start, m.end) === words);
};

const codesOf = (id: string, words: string) =>
  found(id, words).map((m) => m.actors.map(actorCode).join(" & ") || "?");

describe("some of several", () => {
  it("are of the whole", () => {
    expect(codesOf("some-of", "Some")).toEqual(["DNK.LEG"]);
    expect(codesOf("one-of", "One")).toEqual(["NOR.BUS"]);
  });

  it("may be counted in tens of thousands", () => {
    expect(codesOf("tens-of-thousands", "Tens")).toEqual(["DNK.LAB"]);
  });

  it("tell the title of whoever is named beside one of them", () => {
    expect(codesOf("one-of", "Lars Berg")).toEqual(["NOR.BUS"]);
  });

  it("of a state or of things are nobody", () => {
    expect(codesOf("some-of-things", "Most")).toEqual([]);
    expect(codesOf("some-of-things", "Some")).toEqual([]);
  });
});

describe("relatives", () => {
  it("are of the state of those whose they are, and of no office", () => {
    expect(codesOf("wife", "his wife")).toEqual(["NOR.CVL"]);
    expect(codesOf("wife", "two sons")).toEqual(["NOR.CVL"]);
  });

  it("of somebody unknown are unknown, and a name tells more", () => {
    expect(codesOf("unknown-wife", "his wife")).toEqual([]);
    expect(codesOf("whose-brother", "whose brother")).toEqual([]);
  });
});

describe("two of a kind", () => {
  it("may be companies", () => {
    expect(codesOf("two-companies", "The two companies")).toEqual(["USA.BUS & KOR.BUS"]);
  });

  it("are not meant by two sides of a thing, nor by any pair", () => {
    expect(codesOf("two-sides", "both sides")).toEqual([]);
    expect(found("two-sides", "both sides of the river")).toEqual([]);
    expect(codesOf("a-pair", "A pair")).toEqual([]);
  });
});

describe("relative pronouns", () => {
  it("stand for the phrase before them where it speaks", () => {
    expect(codesOf("which-said", "which")).toEqual(["DNK.GOV"]);
    expect(codesOf("who-speaker", "who")).toEqual(["NOR.LEG"]);
  });

  it("that take up a whole sentence are no mention", () => {
    expect(codesOf("which-fact", "which")).toEqual([]);
  });
});

describe("what is said of somebody", () => {
  it("with 'listed as' is said of who is listed, and not where it is denied", () => {
    expect(codesOf("listed", "a terrorist organization")).toEqual(["LBN.REB"]);
    expect(codesOf("not-regarded", "a rogue nation")).toEqual(["?"]);
  });

  it("keeps the state of its own words where the person is unknown", () => {
    expect(codesOf("own-state", "The Danish journalist")).toEqual(["DNK.MED"]);
  });
});

describe("titles and bodies", () => {
  it("belong to the name behind the body", () => {
    expect(codesOf("director-of", "Lars Berg")).toEqual(["NOR.GOV"]);
  });

  it("before a noun that is no actor are read by themselves, but not 'court proceedings'", () => {
    expect(codesOf("police-response", "police")).toEqual(["NOR.COP"]);
    expect(codesOf("court-proceedings", "court")).toEqual([]);
  });

  it("called a group are the subject of the sentence before", () => {
    expect(codesOf("group-subject", "The group")).toEqual(["TUR.REB"]);
  });
});

describe("a spokesman of a body without a name", () => {
  it("speaks for the last one named, but a hospital's for the hospital", () => {
    expect(codesOf("bare-spokesman", "A spokesman")).toEqual(["USA.BUS"]);
    expect(codesOf("town-spokesman", "A hospital spokesman")).toEqual(["NOR.HLH"]);
  });
});
