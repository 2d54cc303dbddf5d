import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../../src/language/language.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { readText } from "../../support/read-text.js";

let language: Language;
let readings: Reading[];
beforeAll(async () => {
  language = await loadLanguage();
  const given = (published: string, outlet: string) => ({ published, outlet });
  readings = await Promise.all([
    readText(
      language,
      "Norway suspended imports of Swedish timber on Monday.\n\nNorwegian Foreign Minister Kari Dahl said: “We shall not yield an inch to threats against our northern fisheries.”",
      given("2018-03-07", "Nordic Herald"),
    ),
    readText(
      language,
      "Trade between Norway and Sweden grew by 20 percent in the spring, officials said.\n\n“We shall not yield an inch to threats against our northern fisheries,” Norwegian Defence Minister Ola Berg told reporters.",
      given("2018-03-11", "Baltic Post"),
    ),
    readText(
      language,
      "Ferry hits quay in Bergen; 25 hurt\n\nA ferry from Sweden hit a quay in Bergen harbour on Friday and 25 people were injured, Norwegian police said. The ferry was carrying tourists from Gothenburg to Bergen when it hit the quay.",
      given("2018-04-13", "Nordic Herald"),
    ),
    readText(
      language,
      "Swedish ferry hits quay in Bergen harbour, 27 hurt\n\nA Swedish ferry hit a quay in Bergen on Friday and 27 people were injured, police said. Tourists from Gothenburg were on the ferry when it hit the quay in the harbour.",
      given("2018-04-13", "Baltic Post"),
    ),
    readText(
      language,
      "Norway sent soldiers to help Latvia against the rebels.\n\nNorway denied sending soldiers to help Latvia.",
      given("2018-06-01", "Nordic Herald"),
    ),
  ]);
});
afterAll(() => language.close());

async function tensionsOf(order: readonly number[], without: readonly number[] = []) {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const i of order) await ledger.add(readings[i]!);
  for (const i of without) await ledger.remove(readings[i]!.report.id);
  const tensions = await ledger.tensions();
  for (const tension of tensions) expect(await ledger.get(tension.id)).toEqual(tension);
  await ledger.close();
  return tensions;
}

describe("tensions", () => {
  it("show both texts, each pair once, and name their rule", async () => {
    const tensions = await tensionsOf([0, 1, 2, 3, 4]);
    const told = tensions.map(({ rule, first, second, actors }) => ({
      rule,
      sides: [first.words, second.words],
      actors,
    }));
    expect(told).toContainEqual({
      rule: "opposed-flows",
      sides: ["suspended imports of Swedish timber", "Trade between Norway and Sweden grew"],
      actors: ["NOR", "SWE"],
    });
    expect(told).toContainEqual({ rule: "figures", sides: ["25", "27"], actors: [] });
    expect(tensions.map(({ rule }) => rule).sort()).toEqual([
      "denied-act",
      "figures",
      "opposed-flows",
      "two-speakers",
    ]);
    for (const { first, second } of tensions) {
      for (const { report, start, end, words } of [first, second]) {
        const { text } = readings.map((r) => r.report).find(({ id }) => id === report)!;
        expect(text.slice(start, end)).toBe(words);
      }
    }
  });

  it("do not depend on the order of reports", async () => {
    const expected = await tensionsOf([0, 1, 2, 3, 4]);
    expect(await tensionsOf([4, 3, 2, 1, 0])).toEqual(expected);
    expect(await tensionsOf([2, 0, 4, 1, 3])).toEqual(expected);
  });

  it("go with either report", async () => {
    expect((await tensionsOf([0, 1, 2, 3, 4], [1, 2])).map(({ rule }) => rule)).toEqual(["denied-act"]);
    expect(await tensionsOf([0, 1, 2, 3, 4], [0, 3])).toEqual(await tensionsOf([1, 2, 4]));
  });

  it("are filtered by actors, rule and day", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    for (const reading of readings) await ledger.add(reading);
    const rules = async (filter: Parameters<Ledger["tensions"]>[0]) =>
      (await ledger.tensions(filter)).map(({ rule }) => rule);
    expect(await rules({ between: ["NOR", "SWE"] })).toEqual(["opposed-flows"]);
    expect(await rules({ rule: "figures" })).toEqual(["figures"]);
    expect(await rules({ from: "2018-05-01" })).toEqual(["denied-act"]);
    await ledger.close();
  });
});
