import { describe, expect, it } from "vitest";
import { storyTerms } from "../../../src/ledger/stories/story-terms.js";
import { wordRank } from "../../../src/ledger/stories/word-rank.js";
import { makeReport } from "../../support/reading.js";

const terms = (title: string, ...body: string[]) =>
  storyTerms(makeReport([{ text: title, role: "title" }, ...body]));

describe("wordRank", () => {
  it("ranks common words before rare ones, and unheard ones last", () => {
    expect(wordRank("the")).toBe(1);
    expect(wordRank("government")).toBeLessThan(wordRank("missile"));
    expect(wordRank("missile")).toBeLessThan(wordRank("strelsau"));
    expect(wordRank("strelsau")).toBe(wordRank("zenda-on-sea"));
  });
});

describe("storyTerms", () => {
  it("puts rare words of the title first, and leaves out common words and numbers", () => {
    const found = terms(
      "Ruritania Closes Strelsau Harbour",
      "It was the second time in 2017 that they had done so.",
    );
    expect(found.slice(0, 2).map(({ term }) => term)).toEqual(["ruritania", "strelsau"]);
    for (const word of ["it", "was", "the", "in", "2017"])
      expect(found.map(({ term }) => term)).not.toContain(word);
    expect(found.reduce((sum, { weight }) => sum + weight ** 2, 0)).toBeCloseTo(1, 2);
  });

  it("counts plurals and genitives as one word, written as it is most often", () => {
    const found = terms(
      "Tariffs",
      "Tariffs on Norway’s steel: the tariff, Norway said, and tariffs again, Norway.",
    );
    expect(found.filter(({ term }) => term.startsWith("tariff"))).toEqual([
      expect.objectContaining({ term: "tariff", words: "Tariffs" }),
    ]);
    expect(found.find(({ term }) => term === "norway")?.words).toBe("Norway");
  });

  it("does not read on for ever", () => {
    const long = Array.from(
      { length: 400 },
      (_, i) => `kraken${String.fromCharCode(97 + (i % 26))}${"q".repeat(i % 30)}`,
    );
    expect(terms("Sea", long.join(" "))).toHaveLength(40);
    expect(terms("Sea", `${"very ".repeat(260)} strelsau`).map(({ term }) => term)).not.toContain("strelsau");
    expect(terms("Sea", "x".repeat(1e5)).map(({ term }) => term)).toEqual(["sea"]);
  });

  it("finds nothing in nothing", () => {
    expect(storyTerms(makeReport(["It was so."]))).toEqual([]);
  });
});
