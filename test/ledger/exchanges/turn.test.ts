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

  it("takes what the other side says right after an opening for a reply, and nothing said by others or later", () => {
    const text = [
      "Norway urged Ruritania to leave.",
      "But Ruritania said the demand would not be met.",
      "Sweden said the weather was fine.",
      ...Array.from({ length: 8 }, () => "The harbour was quiet."),
      "Ruritania said rain fell.",
    ];
    const m = new ReadingMaker(makeReport([text.join(" ")]));
    const ruritania = m.mention("Ruritania", { code: "RUR" });
    m.event("REQUEST", "urged", [m.mention("Norway", { code: "NOR" })], [ruritania]);
    const reply = m.statement("the demand would not be met", ruritania, { act: "asserts" });
    m.statement("the weather was fine", m.mention("Sweden", { code: "SWE" }), { act: "asserts" });
    m.statement("rain fell", ruritania, { act: "asserts" });
    const statements = turnsOf(m.reading()).turns.filter(({ kind }) => kind === "statement");
    expect(statements.map(({ id }) => id)).toEqual([reply.id]);
    expect(statements[0]).toMatchObject({ answers: "response", by: [{ code: "RUR" }] });
  });

  it("says whose answers the text joins to an opening", () => {
    const reading = sampleReading();
    const { turns } = turnsOf(reading);
    const answer = turns.find(({ id }) => id === reading.exchanges[0]!.answer)!;
    const opening = turns.find(({ id }) => id === reading.exchanges[0]!.demand)!;
    expect(opening.answered).toEqual(answer.by.map(({ code }) => code));
  });

  it.each<[string, "MOBILIZE" | "SANCTION", boolean, number]>([
    ["nobody by a launch at nobody", "MOBILIZE", false, 0],
    ["whom a launch was aimed at", "MOBILIZE", true, 1],
    ["whomever sanctions were answered by", "SANCTION", false, 1],
  ])("lets answer %s", (_, type, aimed, expected) => {
    const m = new ReadingMaker(
      makeReport(["Norway fired rockets. In response, Ruritania closed the border."]),
    );
    const ruritania = m.mention("Ruritania", { code: "RUR" });
    const act = m.event(type, "fired", [m.mention("Norway", { code: "NOR" })], aimed ? [ruritania] : []);
    const answer = m.event("COERCE", "closed", [ruritania], []);
    m.exchange(act.id, answer.id, { answerIs: "response", joinedBy: m.span("In response") });
    expect(turnsOf(m.reading()).links).toHaveLength(expected);
  });

  it.each([
    ["those whom an adopted sanction hits, whoever proposed it", "sanction", 1],
    ["nobody by the adoption of something else that is nobody's", "budget", 0],
  ])("lets answer %s", (_, what, expected) => {
    const m = new ReadingMaker(
      makeReport([`Ruritania responded to approval of a ${what} for Norway by threatening war.`]),
    );
    const approval = m.event("SUPPORT", "approval", [], [m.mention("Norway", { code: "NOR" })], {
      what: m.span(what),
    });
    const threat = m.event("THREATEN", "threatening", [m.mention("Ruritania", { code: "RUR" })], []);
    m.exchange(approval.id, threat.id, { answerIs: "threat", joinedBy: m.span("responded to") });
    expect(turnsOf(m.reading()).links).toHaveLength(expected);
  });

  it("knows what an answer was joined to by its type or its noun, whoever told it", () => {
    const opened = (words: string, type: "REQUEST" | "COERCE") => {
      const m = new ReadingMaker(makeReport([`Ruritania rejected ${words}.`]));
      const demand = m.event(type, words, [], [], { status: "possible" });
      const refusal = m.event("REJECT", "rejected", [m.mention("Ruritania", { code: "RUR" })], []);
      m.exchange(demand.id, refusal.id, { joinedBy: m.span(`rejected ${words}`) });
      return turnsOf(m.reading()).turns.find(({ id }) => id === demand.id)?.opens;
    };
    expect(opened("bids", "REQUEST")).toBe("demand");
    expect(opened("pressure", "COERCE")).toBe("demand");
  });
});
