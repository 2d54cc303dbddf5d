import { describe, expect, it } from "vitest";
import { answerWithin } from "../../../src/ledger/exchanges/answer-within.js";
import { turnsOf } from "../../../src/ledger/exchanges/turn.js";
import { dispute, type Told } from "../../support/dispute.js";

const demand: Told = { source: "NOR", type: "REQUEST", words: "demanded withdrawal", target: "RUR" };
const passedOn: Told = { source: "RUR", type: "REQUEST", words: "urged all parties withdrawal" };
const last = (...told: Told[]) => {
  const { turns } = turnsOf(dispute(told, { published: "2017-03-01" }));
  return { turns, found: answerWithin(turns, turns.at(-1)!) };
};

describe("answerWithin", () => {
  it("takes what is passed on to others for an answer, with the reason and how sure it is", () => {
    const { turns, found } = last(demand, passedOn);
    expect(found).toMatchObject({ opening: turns[0]!.id, answerIs: "deflection", sure: 0.5 });
    expect(found!.reasons[0]).toBe("who was asked passes it on to others");
  });

  it("takes no deed of the other side for an answer only because it follows", () => {
    const blame: Told = { source: "RUR", type: "ACCUSE", words: "denounced harvest", target: "SWE" };
    const praise: Told = { source: "RUR", type: "SUPPORT", words: "praised harvest", target: "SWE" };
    for (const other of [blame, praise]) expect(last(demand, other).found).toBeUndefined();
  });
});
