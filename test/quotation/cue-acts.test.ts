import { describe, expect, it } from "vitest";
import type { UniversalTag } from "../../src/language/analysis.js";
import { actOfCue, cueActs } from "../../src/quotation/cue-acts.js";
import { loadCues } from "../../src/quotation/cues.js";
import { makeAnalysis } from "./rows.js";

function actOf(lemma: string, upos: UniversalTag) {
  const { analysis } = makeAnalysis([[lemma, lemma, upos, "VB", -1, "root"]]);
  return actOfCue(loadCues(), analysis.words[0]!);
}

describe("actOfCue", () => {
  it.each([
    ["say", "VERB", "asserts"],
    ["warn", "VERB", "warns"],
    ["retaliate", "VERB", "asserts"],
    ["castigate", "VERB", "accuses"],
    ["denial", "NOUN", "denies"],
    ["ultimatum", "NOUN", "demands"],
    ["confident", "ADJ", "thinks"],
    [":", "PUNCT", "asserts"],
  ] as const)("knows what %s (%s) does: %s", (lemma, upos, act) => {
    expect(actOf(lemma, upos)).toBe(act);
  });

  it.each([
    ["womble", "VERB"],
    ["table", "NOUN"],
    ["also", "ADV"],
  ] as const)("leaves the act of %s (%s) unknown", (lemma, upos) => {
    expect(actOf(lemma, upos)).toBeUndefined();
  });
});

describe("cue-acts.yaml", () => {
  it("holds no word that cues.yaml has, so that each is edited in one place", () => {
    const { verbs, nouns } = loadCues();
    const twice = [
      ...[...cueActs().verbs.keys()].filter((lemma) => verbs.has(lemma)),
      ...[...cueActs().nouns.keys()].filter((lemma) => nouns.has(lemma)),
    ];
    expect(twice).toEqual([]);
  });
});
