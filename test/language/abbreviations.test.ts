import { describe, expect, it } from "vitest";
import { neverEndsSentence, periodBelongs } from "../../src/language/abbreviations.js";

const belongs = (text: string) => {
  const at = text.indexOf(".");
  return periodBelongs(text.slice(0, at), text, at, text.length);
};

describe("periodBelongs", () => {
  it.each([
    "Mr. Brown",
    "Gen.",
    "No. 5",
    "Jan. 5",
    "Co. said",
    "J. Smith",
    "etc., and",
    "Sat., they",
    "art. 5",
    "Etc. and",
  ])("keeps the period of %s", (text) => expect(belongs(text)).toBe(true));
  it.each([
    "no. He",
    "sat. He",
    "Co.",
    "plan. The",
    "etc. The",
    "B.",
    "I. The",
    "etc...",
    "art. The",
    "word.",
  ])("leaves the period of %s", (text) => expect(belongs(text)).toBe(false));
  it("keeps the last period of an initialism", () => {
    expect(periodBelongs("U.S", "U.S. forces", 3, 11)).toBe(true);
    expect(periodBelongs("p.m", "p.m.", 3, 4)).toBe(false);
  });
});

describe("neverEndsSentence", () => {
  it("is true of titles and initials, false of what may end one", () => {
    expect(["Mr.", "Gen.", "J."].map(neverEndsSentence)).toEqual([true, true, true]);
    expect(["etc.", "Inc.", "U.S.", "p.m.", "I.", "."].map(neverEndsSentence)).toEqual(Array(6).fill(false));
  });
});
