import { describe, expect, it } from "vitest";
import type { EventType } from "../../src/event/event.js";
import type { SettledAct } from "../../src/event/learned-acts.js";
import { toldOnce } from "../../src/event/told-once.js";
import { known, unknown } from "../../src/record/value.js";
import { sentence } from "../support/sentence.js";

const analysis = sentence(`
  Peru PROPN NNP 2 nsubj
  passed VERB VBD 0 root pass
  sanctions NOUN NNS 2 obj sanction
  on ADP IN 5 case
  Chile PROPN NNP 3 nmod`);

function act(word: number, type: EventType, target: string | undefined, probability: number): SettledAct {
  const side = (code: string | undefined) => [
    { actor: code ? known({ code }, "stated", "a test", { start: 0, end: 4 }) : unknown("a test") },
  ];
  return {
    act: { type, match: { frame: { trigger: analysis.words[word]! } } },
    roles: { sources: side("PER"), targets: side(target) },
    probability,
  } as unknown as SettledAct;
}

describe("toldOnce", () => {
  const noun = act(2, "SANCTION", "CHL", 0.6);

  it("leaves out the less likely of a verb and its object that tell the same", () => {
    const verb = act(1, "SANCTION", "CHL", 0.4);
    expect(toldOnce(analysis, [verb, noun])).toEqual([noun]);
    const surer = act(1, "SANCTION", "CHL", 0.7);
    expect(toldOnce(analysis, [surer, noun])).toEqual([surer]);
  });

  it("keeps what a pattern tells", () => {
    const drafted = { ...act(1, "SANCTION", "CHL", 0.4), drafted: true };
    expect(toldOnce(analysis, [drafted, noun])).toEqual([drafted]);
  });

  it("keeps both where type or sides differ", () => {
    for (const verb of [act(1, "SUPPORT", "CHL", 0.4), act(1, "SANCTION", undefined, 0.4)])
      expect(toldOnce(analysis, [verb, noun])).toEqual([verb, noun]);
  });

  it("keeps what may not go", () => {
    const verb = act(1, "SANCTION", "CHL", 0.4);
    expect(toldOnce(analysis, [verb, noun], (a) => a === verb)).toEqual([verb, noun]);
  });
});
