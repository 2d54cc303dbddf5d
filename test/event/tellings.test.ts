import { describe, expect, it } from "vitest";
import { STATUSES } from "../../src/event/event.js";
import { Tellings } from "../../src/event/tellings.js";
import type { ActScores } from "../../src/language/analysis.js";
import { sentence } from "../support/sentence.js";

const { words } = sentence(`
  Peru PROPN NNP 2 nsubj
  blamed VERB VBD 0 root blame
  Chile PROPN NNP 2 obj`);
const [peru, blamed, chile] = words as unknown as [(typeof words)[0], (typeof words)[0], (typeof words)[0]];
const acts: ActScores = {
  unit: 4,
  least: -10,
  words: [1],
  types: [8],
  scores: [20],
  tellings: [
    {
      word: 1,
      statuses: [[STATUSES.indexOf("denied"), -2]],
      source: [
        [0, -1],
        [-1, -6],
      ],
      target: [[2, 0]],
    },
  ],
};

describe("Tellings", () => {
  it("looks up sides by word, and nobody without words", () => {
    const tellings = new Tellings(acts);
    expect(tellings.side(blamed, "source", [peru])).toBe(-0.25);
    expect(tellings.side(blamed, "source", [chile, peru])).toBe(-0.25);
    expect(tellings.side(blamed, "source", [])).toBe(-1.5);
    expect(tellings.side(blamed, "target", [chile])).toBe(0);
  });

  it("takes what was left out for very unlikely, and knows nothing of other words", () => {
    const tellings = new Tellings(acts);
    expect(tellings.side(blamed, "target", [])).toBe(-5);
    expect(tellings.statuses(blamed)!.get("denied")).toBe(-0.5);
    expect(tellings.statuses(blamed)!.get("planned")).toBe(-5);
    expect(tellings.side(peru, "source", [chile])).toBeUndefined();
    expect(new Tellings(undefined).statuses(blamed)).toBeUndefined();
  });
});
