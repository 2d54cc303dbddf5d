import { describe, expect, it } from "vitest";
import { turnsOf } from "../../../src/ledger/exchanges/turn.js";
import { dispute, type Told } from "../../support/dispute.js";
import { makeReport, ReadingMaker, sampleReading } from "../../support/reading.js";

const told: Told = { source: "NOR", type: "REQUEST", words: "demanded withdrawal", target: "RUR" };
const only = (one: Told) => turnsOf(dispute([one], { published: "2017-03-01" })).turns[0];

describe("turnsOf", () => {
  it("tells who asks whom, when, and about whom", () => {
    expect(only({ ...told, words: "demanded withdrawal" })).toMatchObject({
      kind: "event",
      opens: "demand",
      answers: "counter-demand",
      day: "2017-03-01",
      by: [{ code: "NOR" }],
      to: ["RUR"],
      about: [],
      deflects: false,
    });
  });

  it.each<[string, Told, string | undefined]>([
    ["a request by its word", { ...told, words: "ask withdrawal" }, "request"],
    ["an offer by its word", { ...told, words: "offer banquet" }, "offer"],
    ["a charge", { ...told, type: "ACCUSE" }, "charge"],
    ["a threat", { ...told, type: "THREATEN" }, "threat"],
    ["nothing that opens", { ...told, type: "REJECT" }, undefined],
  ])("knows %s", (_, one, opens) => {
    expect(only(one)?.opens).toBe(opens);
  });

  it("leaves out deeds, and what did not come to pass", () => {
    expect(only({ ...told, type: "MOBILIZE" })).toBeUndefined();
    expect(only({ ...told, status: "denied" })).toBeUndefined();
    expect(only({ ...told, status: "demanded" })).toBeUndefined();
  });

  it("makes an opening of whatever the text joins to an answer", () => {
    const { turns, links } = turnsOf(sampleReading());
    const [exchange] = sampleReading().exchanges;
    expect(links).toEqual([
      { opening: exchange!.demand, answer: exchange!.answer, answerIs: "refusal", exchange: exchange!.id },
    ]);
    expect(turns.map(({ id }) => id)).toEqual(expect.arrayContaining([exchange!.demand, exchange!.answer]));
  });

  it("tells an opening by the joining words where nothing else does", () => {
    const m = new ReadingMaker(makeReport(["Ruritania rejected comments by Norway."]));
    const refusal = m.event("REJECT", "rejected", [m.mention("Ruritania", { code: "RUR" })], []);
    const exchange = m.exchange(undefined, refusal.id, { joinedBy: m.span("rejected comments by Norway") });
    const { turns } = turnsOf(m.reading());
    expect(turns.find(({ id }) => id === exchange.id)).toMatchObject({
      kind: "exchange",
      opens: "remark",
      to: ["RUR"],
    });
  });
});
