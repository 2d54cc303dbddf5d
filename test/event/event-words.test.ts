import { describe, expect, it } from "vitest";
import { triggerSpan } from "../../src/event/event-words.js";
import type { Match } from "../../src/event/match-patterns.js";
import { textOf } from "../../src/record/span.js";
import { sentence } from "../support/sentence.js";

const attacked = sentence(`
  Peru PROPN NNP 2 nsubj
  attacked VERB VBD 0 root attack`);

const turnedDown = sentence(`
  Peru PROPN NNP 2 nsubj
  turned VERB VBD 0 root turn
  down ADP RP 2 compound:prt
  talks NOUN NNS 2 obj talk`);

const triggerOf = (analysis: typeof attacked, particles: readonly string[]) => {
  const trigger = analysis.words[1]!;
  const match = { frame: { trigger, anchor: trigger, entry: { particles } } } as unknown as Match;
  return textOf(analysis.text, triggerSpan(analysis, match));
};

describe("triggerSpan", () => {
  it("is the verb with its particle", () => {
    expect(triggerOf(turnedDown, ["down"])).toBe("turned down");
    expect(triggerOf(turnedDown, [])).toBe("turned");
  });

  it("is the verb alone where the text ends with it", () => {
    expect(triggerOf(attacked, [])).toBe("attacked");
  });
});
