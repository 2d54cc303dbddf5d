import { describe, expect, it } from "vitest";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";

const { lexicon } = shippedKnowledge();

const words = (text: string) => text.split(" ").map((form) => ({ form, lemma: form }));

const nameAt = (text: string, start = 0) => {
  const given = words(text);
  const found = lexicon.names(given, start, given.length)[0];
  return found && { length: found.last - found.first, codes: found.values.map((v) => `${v.kind} ${v.code}`) };
};

const roleAt = (text: string, lemma = text) => {
  const given = words(text);
  const last = lemma.split(" ");
  const lemmas = given.map((w, i) => ({ form: w.form, lemma: last[i] ?? w.form }));
  return lexicon.roles(lemmas, 0, lemmas.length)[0]?.values[0];
};

describe("names", () => {
  it("takes the longest name", () => {
    expect(nameAt("South Korea 's army")).toEqual({ length: 2, codes: ["state KOR"] });
    expect(nameAt("People 's Republic of China")?.codes).toEqual(["state CHN"]);
    expect(nameAt("South China Sea")?.codes).toEqual(["not an actor "]);
  });

  it("asks for capitals where the name has them", () => {
    expect(nameAt("US troops")?.codes).toContain("state USA");
    expect(nameAt("us")).toBeUndefined();
    expect(nameAt("Us")).toBeUndefined();
    expect(nameAt("turkey")).toBeUndefined();
    expect(nameAt("polish")).toBeUndefined();
    expect(nameAt("CHINA")?.codes).toEqual(["state CHN"]);
  });

  it("reads hyphens whether or not the tokenizer parts them", () => {
    expect(nameAt("Kim Jong - un")?.length).toBe(4);
    expect(nameAt("Kim Jong-un")?.length).toBe(2);
  });

  it("does not read beyond the end that it is given", () => {
    expect(lexicon.names(words("North Korea"), 0, 1)).toEqual([]);
  });
});

describe("roles", () => {
  it.each([
    ["foreign minister", "GOV", "foreign ministry"],
    ["Ministry of Foreign Affairs", "GOV", "foreign ministry"],
    ["Department of the Treasury", "GOV", "finance ministry"],
    ["vice foreign minister", "GOV", "foreign ministry"],
    ["defence ministry", "MIL", "defence ministry"],
    ["police", "COP", "police"],
    ["lawmaker", "LEG", undefined],
    ["rebel", "REB", undefined],
    ["company", "BUS", undefined],
  ])("%s", (text, sector, agency) => {
    expect(roleAt(text)?.sector).toBe(sector);
    expect(roleAt(text)?.agency).toBe(agency);
  });

  it("knows plurals by their lemma", () => {
    expect(roleAt("companies", "company")?.sector).toBe("BUS");
    expect(roleAt("foreign ministers", "foreign minister")?.agency).toBe("foreign ministry");
  });
});
