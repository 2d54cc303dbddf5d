import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../../src/language/language.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { readText } from "../../support/read-text.js";

let language: Language;
let readings: Reading[];
beforeAll(async () => {
  language = await loadLanguage();
  readings = await Promise.all([
    readText(
      language,
      "Norway rejected calls by Sweden to close its border with Russia. Norwegian Prime Minister Kari Dahl praised Sweden for its patience.",
      { published: "2018-03-01", outlet: "Nordic Herald" },
    ),
    readText(
      language,
      "Norway will not take responsibility for Russia, its foreign ministry said. Finland urged Norway to open talks.",
      { published: "2018-05-10", outlet: "Baltic Post" },
    ),
    readText(language, "Norwegian Prime Minister Kari Dahl accused Sweden of breaking its word.", {
      published: "2018-06-20",
      outlet: "Nordic Herald",
    }),
    readText(language, "Norway rejected Denmark's claim to the island.", {
      published: "2018-06-21",
      outlet: "Baltic Post",
    }),
  ]);
});
afterAll(() => language.close());

async function positionsOf(order: readonly number[], without: readonly number[] = []) {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const i of order) await ledger.add(readings[i]!);
  for (const i of without) await ledger.remove(readings[i]!.report.id);
  const positions = await ledger.positions();
  await ledger.close();
  return positions;
}

describe("positions", () => {
  it("are held again over time, by what they refuse and whom it is about", async () => {
    const positions = await positionsOf([0, 1, 2, 3]);
    const refusals = positions.filter(({ actor, stance }) => actor === "NOR" && stance === "refuses");
    expect(
      refusals.map(({ about, firstSeen, lastSeen, reports }) => ({ about, firstSeen, lastSeen, reports })),
    ).toContainEqual({ about: ["RUS"], firstSeen: "2018-03-01", lastSeen: "2018-05-10", reports: 2 });
    expect(refusals.flatMap(({ toward }) => toward)).toContain("DNK");
    expect(refusals.length).toBe(2);
  });

  it("change from praise to blame by one speaker towards one state", async () => {
    const positions = await positionsOf([0, 1, 2, 3]);
    const praise = positions.find(({ stance }) => stance === "supports");
    expect(praise).toMatchObject({ actor: "NOR", toward: ["SWE"], lastSeen: "2018-03-01" });
    expect(praise?.changedTo).toMatchObject([{ stance: "blames", day: "2018-06-20" }]);
    const blame = positions.find(({ id }) => id === praise?.changedTo?.[0]?.position);
    expect(blame?.changedFrom).toMatchObject([{ position: praise?.id, stance: "supports" }]);
  });

  it("do not depend on the order of reports", async () => {
    const expected = await positionsOf([0, 1, 2, 3]);
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ])
      expect(await positionsOf(order)).toEqual(expected);
  });

  it("go with the report that told them", async () => {
    expect(await positionsOf([0, 1, 2, 3], [2, 1])).toEqual(await positionsOf([0, 3]));
    expect(await positionsOf([0, 1, 2, 3], [0, 1, 2, 3])).toEqual([]);
  });

  it("are filtered by holder, by whom they name, and by day", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    for (const reading of readings) await ledger.add(reading);
    const actors = async (filter: Parameters<Ledger["positions"]>[0]) => [
      ...new Set((await ledger.positions(filter)).map(({ actor }) => actor)),
    ];
    expect(await actors({ of: ["FIN"] })).toEqual(["FIN"]);
    expect(await actors({ about: ["DNK"] })).toEqual(["NOR"]);
    expect(await actors({ to: "2018-01-01" })).toEqual([]);
    expect((await ledger.positions({ fewest: 2 })).map(({ stance }) => stance)).toEqual(["refuses"]);
    expect((await ledger.positions({ changed: true })).map(({ stance }) => stance).sort()).toEqual([
      "blames",
      "supports",
    ]);
    const [one] = await ledger.positions();
    expect(await ledger.get(one!.id)).toEqual(one);
    await ledger.close();
  });
});
