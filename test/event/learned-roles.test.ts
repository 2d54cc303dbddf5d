import { describe, expect, it } from "vitest";
import { Cast } from "../../src/event/cast.js";
import { likelyPairs } from "../../src/event/learned-roles.js";
import { coderWeights, withEvidence } from "../support/coding.js";
import { sentence } from "../support/sentence.js";

const bare = sentence(`
  Peru PROPN NNP 2 nsubj
  slammed VERB VBD 0 root slam
  Chile PROPN NNP 2 obj
  over ADP IN 5 case
  mines NOUN NNS 2 obl mine`);

function pairs(analysis: typeof bare) {
  return likelyPairs(new Cast(analysis, [], []), analysis.sentences[0]!, coderWeights(0));
}

describe("likelyPairs", () => {
  it("says nothing without evidence, nor where evidence is older than roles", () => {
    expect(pairs(bare)).toEqual([]);
    const old = { classes: ["ACCUSE"], unit: 1, scores: bare.words.map(() => 1) };
    expect(pairs({ ...bare, evidence: old })).toEqual([]);
  });

  it("ranks all pairs of phrases, with probabilities that sum to one", () => {
    const found = pairs(
      withEvidence(bare, { Chile: { SOURCE: 3 }, Peru: { TARGET: 2 }, mines: { TARGET: 1 } }),
    );
    expect(found).toHaveLength(6);
    expect([found[0]!.source.word.form, found[0]!.target.word.form]).toEqual(["Chile", "Peru"]);
    expect(found.reduce((sum, p) => sum + p.probability, 0)).toBeCloseTo(1);
    expect(found[0]!.probability / found[1]!.probability).toBeCloseTo(Math.E);
  });
});
