import { describe, expect, it } from "vitest";
import { learnedCode } from "../../src/event/learned-coder.js";
import { coderWeights, withEvidence } from "../support/coding.js";
import { sentence } from "../support/sentence.js";

const bare = sentence(`
  Peru PROPN NNP 2 nsubj
  slammed VERB VBD 0 root slam
  Chile PROPN NNP 2 obj`);
const [peru, , chile] = bare.words as [(typeof bare.words)[0], unknown, (typeof bare.words)[0]];

describe("learnedCode", () => {
  it("says nothing of an analysis without evidence", () => {
    expect(learnedCode(bare, peru, chile, undefined, coderWeights(1))).toBeUndefined();
  });

  it("adds the evidence of the words that join the pair", () => {
    const analysis = withEvidence(bare, { slammed: { ACCUSE: 3, ASSAULT: 2, EVENT: 2 }, Peru: { AID: 9 } });
    const { ranking, event } = learnedCode(analysis, peru, chile, undefined, coderWeights(1))!;
    expect(ranking.slice(0, 2).map(([code]) => code)).toEqual(["ACCUSE", "ASSAULT"]);
    expect(ranking.reduce((sum, [, probability]) => sum + probability, 0)).toBeCloseTo(1);
    const total = Math.exp(3) + Math.exp(2) + 13;
    expect(ranking[0]![1]).toBeCloseTo(Math.exp(3) / total);
    expect(event).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });

  it("weighs the codebook's word by how its act is tied to the pair", () => {
    const analysis = withEvidence(bare, { slammed: { ACCUSE: 3 } });
    const best = (basis: "joined" | "one side" | "none", trust: number) =>
      learnedCode(analysis, peru, chile, { code: "ASSAULT", basis }, coderWeights(trust))!.ranking[0]![0];
    expect(best("joined", 4)).toBe("ASSAULT");
    expect(best("one side", 4)).toBe("ACCUSE");
    expect(best("joined", 2)).toBe("ACCUSE");
    expect(best("none", 9)).toBe("ACCUSE");
  });
});
