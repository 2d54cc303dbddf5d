import { describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { DEMAND, dispute, REFUSAL, type Told } from "../../support/dispute.js";
import { sampleReading } from "../../support/reading.js";

const report = (told: readonly Told[], published: string, heading = published) =>
  dispute(told, { published, outlet: "Zenda Wire", heading });

async function exchanges(
  readings: readonly Reading[],
  filter: Parameters<Ledger["linkedExchanges"]>[0] = {},
) {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const reading of readings) await ledger.add(reading);
  const found = await ledger.linkedExchanges(filter);
  await ledger.close();
  return found;
}

describe("exchanges across reports", () => {
  it("are open as long as nobody answers", async () => {
    const [exchange, ...more] = await exchanges([report([DEMAND], "2017-03-01")]);
    expect(more).toEqual([]);
    expect(exchange).toMatchObject({
      kind: "linked exchange",
      openingIs: "demand",
      asks: ["NOR"],
      asked: ["RUR"],
      firstDay: "2017-03-01",
      reports: 1,
      answers: [],
    });
  });

  it("are none as long as nobody answers what was put to nobody", async () => {
    const { target, ...rest } = DEMAND;
    expect(target).toBeDefined();
    expect(await exchanges([report([rest], "2017-03-01")])).toEqual([]);
  });

  it("are answered in a later report, with the reason and how sure it is", async () => {
    const demand = report([DEMAND], "2017-03-01");
    const refusal = report([REFUSAL], "2017-03-02");
    const [exchange, ...more] = await exchanges([demand, refusal]);
    expect(more).toEqual([]);
    expect(exchange!.opening.id).toBe(demand.events[0]!.id);
    expect(exchange!.lastDay).toBe("2017-03-02");
    const [answer] = exchange!.answers;
    expect(answer).toMatchObject({
      id: refusal.events[0]!.id,
      answerIs: "refusal",
      link: "inferred",
      day: "2017-03-02",
      outlet: "Zenda Wire",
    });
    expect(answer!.sure).toBeGreaterThan(0.7);
    expect(answer!.sure).toBeLessThanOrEqual(1);
    expect(answer!.reasons).toEqual(
      expect.arrayContaining(["RUR was asked", "it is said or done to NOR, who asked"]),
    );
  });

  it.each<[string, Told, string]>([
    ["another than was asked speaks", { ...REFUSAL, source: "SWE" }, "2017-03-02"],
    ["it comes before", REFUSAL, "2017-02-20"],
    ["it comes long after", REFUSAL, "2017-06-20"],
    [
      "it is said to another, of something else",
      { ...REFUSAL, words: "spurned banquet", target: "SWE" },
      "2017-03-02",
    ],
    ["it did not come to pass", { ...REFUSAL, status: "possible" }, "2017-03-02"],
  ])("have no answer where %s", async (_, answer, published) => {
    const found = await exchanges([report([DEMAND], "2017-03-01"), report([answer], published)]);
    expect(found.flatMap(({ answers }) => answers)).toEqual([]);
  });

  it("are one, however many reports tell the demand and the refusal", async () => {
    const [exchange, ...more] = await exchanges([
      report([DEMAND], "2017-03-01", "a"),
      report([DEMAND], "2017-03-01", "b"),
      report([REFUSAL], "2017-03-02", "c"),
      report([REFUSAL], "2017-03-02", "d"),
    ]);
    expect(more).toEqual([]);
    expect(exchange).toMatchObject({ reports: 2, happening: expect.stringMatching(/^h/) });
    expect(exchange!.answers).toHaveLength(1);
    expect(exchange!.answers[0]!.happening).toMatch(/^h/);
  });

  it("call the refusal of a charge a denial, and a demand back a counter-demand", async () => {
    const charge: Told = { ...DEMAND, type: "ACCUSE" };
    const back: Told = { ...REFUSAL, type: "REQUEST" };
    const found = await exchanges([report([charge], "2017-03-01"), report([REFUSAL], "2017-03-02")]);
    expect(found[0]).toMatchObject({ openingIs: "charge", answers: [{ answerIs: "denial" }] });
    const other = await exchanges([report([DEMAND], "2017-03-01"), report([back], "2017-03-02")], {
      answered: true,
    });
    expect(other[0]!.answers[0]!.answerIs).toBe("counter-demand");
  });

  it("call it a deflection where the demand is passed on to others", async () => {
    const back: Told = {
      source: "RUR",
      type: "REQUEST",
      words: "urged all parties withdrawal gunboats Strelsau NOR",
    };
    const found = await exchanges([report([DEMAND, back], "2017-03-01")], { answered: true });
    expect(found[0]!.answers).toMatchObject([{ answerIs: "deflection", link: "inferred" }]);
  });

  it("keep what the words of one report join", async () => {
    const sample = sampleReading();
    const found = await exchanges([sample], { answered: true });
    expect(found).toHaveLength(1);
    expect(found[0]!.opening.id).toBe(sample.exchanges[0]!.demand);
    expect(found[0]!.answers[0]).toMatchObject({
      id: sample.exchanges[0]!.answer,
      answerIs: "refusal",
      link: "explicit",
      exchange: sample.exchanges[0]!.id,
      joinedBy: "turned down calls",
    });
    expect(found[0]!.answers[0]).not.toHaveProperty("sure");
  });

  it("end with the report that told the answer, and go with the one that told the opening", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    const [demand, refusal] = [report([DEMAND], "2017-03-01"), report([REFUSAL], "2017-03-02")];
    await ledger.add(refusal);
    await ledger.add(demand);
    const [exchange] = await ledger.linkedExchanges();
    expect(await ledger.get(exchange!.id)).toEqual(exchange);
    expect((await ledger.find(exchange!.id.slice(0, 7)))[0]).toMatchObject({
      id: exchange!.id,
      kind: "linked exchange",
    });
    await ledger.remove(refusal.report.id);
    expect((await ledger.linkedExchanges())[0]).toMatchObject({ id: exchange!.id, answers: [] });
    await ledger.remove(demand.report.id);
    expect(await ledger.linkedExchanges()).toEqual([]);
    await ledger.close();
  });

  it("are narrowed down by actors, days, story and whether they were answered", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await ledger.add(report([DEMAND], "2017-03-01"));
    await ledger.add(report([REFUSAL], "2017-03-02"));
    await ledger.add(
      report([{ ...DEMAND, source: "SWE", target: "DNK", words: "begged tariff quota" }], "2017-05-01"),
    );
    const count = async (filter: Parameters<Ledger["linkedExchanges"]>[0]) =>
      (await ledger.linkedExchanges(filter)).length;
    expect(await count({})).toBe(2);
    expect(await count({ answered: true })).toBe(1);
    expect(await count({ answered: false })).toBe(1);
    expect(await count({ between: ["RUR", "NOR"] })).toBe(1);
    expect(await count({ between: ["RUR", "SWE"] })).toBe(0);
    expect(await count({ about: ["DNK"] })).toBe(1);
    expect(await count({ from: "2017-04-01" })).toBe(1);
    expect(await count({ to: "2017-04-01" })).toBe(1);
    const stories = await ledger.stories();
    expect(
      await count({
        story: stories.find(({ reports }) => reports.some(({ published }) => published === "2017-05-01"))!.id,
      }),
    ).toBe(1);
    await ledger.close();
  });
});
