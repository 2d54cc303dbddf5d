import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerWithin } from "../../../src/ledger/exchanges/answer-within.js";
import { REACH } from "../../../src/ledger/exchanges/asked.js";
import { turnsOf } from "../../../src/ledger/exchanges/turn.js";
import { dispute, type Told } from "../../support/dispute.js";
import { turn } from "../../support/turn.js";

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

  it("does so too where nobody knows who asked, as long as it is told whom", () => {
    const by = [{ code: "RUR" }];
    const answer = turn("a1", { sentence: 1, answers: "counter-demand", by, deflects: true });
    const opening = turn("e1", { opens: "charge", to: ["RUR"] });
    expect(answerWithin([opening, answer], answer)?.answerIs).toBe("deflection");
    const named = { ...opening, to: [], about: ["RUR"] };
    expect(answerWithin([named, answer], answer)).toBeUndefined();
  });

  it("takes no deed of the other side for an answer only because it follows", () => {
    const blame: Told = { source: "RUR", type: "ACCUSE", words: "denounced harvest", target: "SWE" };
    const praise: Told = { source: "RUR", type: "SUPPORT", words: "praised harvest", target: "SWE" };
    for (const other of [blame, praise]) expect(last(demand, other).found).toBeUndefined();
  });

  const charge = turn("e1", { opens: "charge", by: [{ code: "NOR" }], to: ["RUR"] });
  const said = turn("s1", {
    kind: "statement",
    sentence: 2,
    answers: "response",
    by: [{ code: "RUR" }],
    takesUp: ["charge"],
    negates: true,
  });

  it("takes what takes it up by its name for an answer, of several to the latest", () => {
    const later = { ...charge, id: "e2", sentence: 1 };
    expect(answerWithin([charge, later, said], said)).toEqual({
      opening: "e2",
      answerIs: "denial",
      sure: 0.6,
      reasons: ["it takes up by its name what was put", "who was asked answers"],
    });
  });

  it("asks that the name fit: a request is a demand, a demand is no charge", () => {
    const demanded = { ...said, takesUp: ["demand" as const] };
    expect(answerWithin([{ ...charge, opens: "request" }, demanded], demanded)?.opening).toBe("e1");
    expect(answerWithin([{ ...charge, opens: "demand" }, said], said)).toBeUndefined();
    expect(answerWithin([charge, demanded], demanded)).toBeUndefined();
  });

  it("is nothing where another was asked, or the text itself joins an answer of the same state to it", () => {
    for (const opening of [
      { ...charge, to: ["SWE"] },
      { ...charge, answered: ["RUR"] },
      { ...charge, opens: "remark" as const },
    ])
      expect(answerWithin([opening, said], said)).toBeUndefined();
  });

  it("reaches a few sentences on, and never back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), (distance) => {
        const found = answerWithin([{ ...charge, sentence: 40 }], { ...said, sentence: 40 + distance });
        expect(found !== undefined).toBe(distance >= 1 && distance <= REACH);
      }),
    );
  });
});
