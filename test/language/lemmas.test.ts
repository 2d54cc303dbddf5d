import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { UniversalTag } from "../../src/language/analysis.js";
import { lemma } from "../../src/language/lemmas.js";

describe("lemma", () => {
  it.each([
    ["said", "VERB", "VBD", "say"],
    ["accusing", "VERB", "VBG", "accuse"],
    ["planned", "VERB", "VBN", "plan"],
    ["overthrew", "VERB", "VBD", "overthrow"],
    ["withdrawn", "VERB", "VBN", "withdraw"],
    ["Denies", "VERB", "VBZ", "deny"],
    ["'s", "AUX", "VBZ", "be"],
    ["’s", "PART", "POS", "'s"],
    ["n’t", "PART", "RB", "not"],
    ["wo", "AUX", "MD", "will"],
    ["them", "PRON", "PRP", "they"],
    ["me", "PRON", "PRP", "I"],
    ["an", "DET", "DT", "a"],
    ["crises", "NOUN", "NNS", "crisis"],
    ["embassies", "NOUN", "NNS", "embassy"],
    ["women", "NOUN", "NNS", "woman"],
    ["headquarters", "NOUN", "NNS", "headquarters"],
    ["better", "ADJ", "JJR", "good"],
    ["better", "ADV", "RBR", "well"],
    ["largest", "ADJ", "JJS", "large"],
    ["20,000", "NUM", "CD", "20000"],
    ["Sanctions", "NOUN", "NNS", "sanction"],
    ["Nations", "PROPN", "NNPS", "Nation"],
    ["STATES", "PROPN", "NNPS", "STATE"],
    ["Geng", "PROPN", "NNP", "Geng"],
    ["respected", "ADJ", "JJ", "respected"],
    ["meeting", "NOUN", "NN", "meeting"],
  ])("%s %s %s is %s", (form, upos, xpos, expected) => {
    expect(lemma(form, upos as UniversalTag, xpos)).toBe(expected);
  });

  it("gives the form where the tag is unknown, and never throws", () => {
    expect(lemma("xyzzy", "X", "?")).toBe("xyzzy");
    expect(lemma("", "X", "NNS")).toBe("");
    expect(lemma("S", "NOUN", "NNS")).toBe("s");
  });

  it("holds no entry twice in its table", () => {
    const rows = readFileSync(new URL("../../models/en/lemmas.tsv", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("# "))
      .flatMap((line) => {
        const [form, tags] = line.split("\t");
        return tags!.split(" ").map((tag) => `${form} ${tag}`);
      });
    expect(rows.length).toBeGreaterThan(1000);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
