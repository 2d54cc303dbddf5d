import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairFeatures, REACH, withinFeatures } from "../../../src/ledger/exchanges/answer-features.js";
import type { Turn } from "../../../src/ledger/exchanges/turn.js";

const turn = (id: string, other: Partial<Turn>): Turn => ({
  id,
  kind: "event",
  report: "r1",
  day: "2017-03-01",
  sentence: 0,
  by: [],
  to: [],
  about: [],
  deflects: false,
  words: [],
  ...other,
});
const demand = turn("e1", { opens: "demand", by: [{ code: "NOR" }], to: ["RUS"] });
const refusal = turn("e2", { sentence: 1, answers: "refusal", by: [{ code: "RUS" }], to: ["NOR"] });
const features = (opening: Turn, answer: Turn) => pairFeatures(opening, answer, answer.answers!);

describe("pairFeatures", () => {
  it("tells who was asked, who is answered, and of what kind both are", () => {
    expect([...features(demand, refusal)!.keys()]).toEqual(
      expect.arrayContaining([
        "who was asked answers",
        "said or done to who asked",
        "demand and refusal",
        "answer: refusal",
        "an act as the answer",
      ]),
    );
  });

  it("takes up a demand, request or offer by a noun of demanding, a charge by one of charging", () => {
    const taking = { ...refusal, takesUp: ["demand"] as const };
    const by = "takes up what was asked by its name";
    expect(features({ ...demand, opens: "offer" }, taking)!.has(by)).toBe(true);
    expect(features({ ...demand, opens: "charge" }, taking)!.has(by)).toBe(false);
  });

  it.each<[string, Turn, Turn]>([
    ["another than was asked", demand, { ...refusal, by: [{ code: "SWE" }] }],
    ["one who is only named, where another was asked", { ...demand, to: ["SWE"], about: ["RUS"] }, refusal],
    ["the one who asked", demand, { ...refusal, by: [{ code: "NOR" }] }],
    ["what opens only by being answered", { ...demand, opens: "remark" }, refusal],
    ["what only joining words tell", { ...demand, kind: "exchange" }, refusal],
    ["what is no answer", demand, { ...refusal, answers: undefined } as unknown as Turn],
  ])("is nothing for %s", (_, opening, answer) => {
    expect(features(opening, answer)).toBeUndefined();
  });
});

describe("withinFeatures", () => {
  const between = { openings: false, answers: false };
  const within = (sentence: number, opening = demand) =>
    withinFeatures(new Map(), opening, { ...refusal, sentence }, between);

  it("has exactly one place for each distance within reach, and none beyond or in the same sentence", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), (distance) => {
        const found = within(distance);
        const near = distance !== 0 && distance <= REACH.after && distance >= -REACH.before;
        expect(found?.size).toBe(near ? 1 : undefined);
      }),
    );
  });

  it("is nothing for whose answer the text itself joins to the opening", () => {
    expect(within(1, { ...demand, answered: ["RUS"] })).toBeUndefined();
    expect(within(1, { ...demand, answered: ["SWE"] })).toBeDefined();
  });
});
