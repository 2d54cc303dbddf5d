import { describe, expect, it } from "vitest";
import { candidatesWithin } from "../../../src/ledger/exchanges/candidates.js";
import { turnsOf } from "../../../src/ledger/exchanges/turn.js";
import { dispute, type Told } from "../../support/dispute.js";

const demand: Told = { source: "NOR", type: "REQUEST", words: "demanded withdrawal", target: "RUR" };
const refusal: Told = { source: "RUR", type: "REJECT", words: "spurned withdrawal", target: "NOR" };
const charge: Told = { source: "SWE", type: "ACCUSE", words: "accused fishermen", target: "RUR" };
const last = (...told: Told[]) => {
  const { turns } = turnsOf(dispute(told, { published: "2017-03-01" }));
  return candidatesWithin(turns, turns.at(-1)!);
};

describe("candidatesWithin", () => {
  it("are the openings that were put to who answers, with what the answer would be to each", () => {
    const found = last(demand, charge, refusal);
    expect(found.map(({ opening, answerIs }) => [opening.opens, answerIs])).toEqual([
      ["demand", "refusal"],
      ["charge", "denial"],
    ]);
  });

  it("know what else was asked of it in between, and what it has answered", () => {
    const [first, second] = last(demand, charge, refusal);
    expect(first!.features.has("something else was asked of it in between")).toBe(true);
    expect(second!.features.has("something else was asked of it in between")).toBe(false);
    const [answered] = last(demand, refusal, refusal);
    expect(answered!.features.has("has answered in between")).toBe(true);
  });

  it("are none for what answers nothing, nor further away than a report's train of thought", () => {
    expect(last(refusal, demand).map(({ opening }) => opening.by[0]!.code)).toEqual([]);
    const idle: Told = { source: "SWE", type: "CONSULT", words: "met envoys", target: "DNK" };
    expect(last(demand, ...Array.from({ length: 11 }, () => idle), refusal)).toEqual([]);
  });
});
