import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluateStories, readStoryGold } from "../../src/evaluate/stories.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { inProcess } from "../support/command.js";
import { sampleReading } from "../support/reading.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-stories-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ROWS = [
  {
    id: "a",
    event: 1,
    title: "Ruritania closes Strelsau harbour to Norwegian trawlers",
    text: "Ruritania shut the harbour of Strelsau to trawlers from Norway on Wednesday, the port authority said.",
    date: "2017-03-01T00:00:00",
    outlet: "Zenda Wire",
  },
  {
    id: "b",
    event: 1,
    title: "Norway protests over closed harbour",
    text: "Oslo called on Ruritania to open Strelsau harbour to its trawlers at once, the foreign ministry said.",
    date: "2017-03-03",
    outlet: "Oslo Daily",
  },
  {
    id: "c",
    event: "volcano",
    title: "Volcano erupts near Lake Mungo",
    text: "Ash from the volcano fell on villages around the lake after the eruption, geologists said on Thursday.",
    date: "2017-03-02",
  },
];
const jsonLines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

describe("evaluateStories", () => {
  it("scores the groups, and writes what was found", async () => {
    const [gold, out] = [join(folder, "gold.jsonl"), join(folder, "out.jsonl")];
    writeFileSync(gold, jsonLines(ROWS));
    const { metrics } = await evaluateStories(gold, out);
    expect(metrics).toEqual({
      precision: 100,
      recall: 100,
      f1: 100,
      reports: 3,
      stories: 2,
      gold_stories: 2,
      orders: 3,
    });
    const found = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(found.map(({ report, gold: g }) => [report, g])).toEqual([
      ["a", "1"],
      ["b", "1"],
      ["c", "volcano"],
    ]);
    expect(found[0].found).toBe(found[1].found);
    expect(found[0].found).not.toBe(found[2].found);
  });

  it("tells the line that is not in the format", () => {
    expect(() => readStoryGold(`${jsonLines(ROWS)}{"id": "d", "text": "x"}\n`)).toThrow(
      "line 4: id, event and text",
    );
    expect(() => readStoryGold("nothing\n")).toThrow("line 1: one JSON object a line");
  });
});

describe("demarche stories", () => {
  const path = () => join(folder, "demarche.db");
  const fill = async () => {
    const ledger = await Ledger.open(path(), { readerVersion: "1" });
    for (const { report } of readStoryGold(jsonLines(ROWS)))
      await ledger.add({
        ...sampleReading(),
        ...unread,
        report,
        analysis: { ...unread.analysis, text: report.text },
      });
    return ledger;
  };
  const unread = {
    analysis: { kind: "analysis", text: "", sentences: [], words: [], names: [] },
    mentions: [],
    times: [],
    places: [],
    statements: [],
    events: [],
    exchanges: [],
    quantities: [],
  } as const;

  it("prints each story with its outlets, its reports, and why they are there", async () => {
    await (await fill()).close();
    const { status, out } = await inProcess(["stories", "--ledger", path()]);
    expect(status).toBe(0);
    expect(out).toContain("2017-03-01 to 2017-03-03 · 2 reports · 2 outlets, 2 independent");
    expect(out.replace(/\s+/g, " ")).toMatch(/shares [^;]*Strelsau[^;]* with r/);
    expect(out).not.toContain("Volcano");
    expect((await inProcess(["stories", "--ledger", path(), "--single"])).out).toContain("Volcano erupts");
    expect((await inProcess(["stories", "--ledger", path(), "--from", "2017-03-04"])).out).toBe(
      "No story fits.\n",
    );
    expect((await inProcess(["stories", "--ledger", path(), "--about", "NOR"])).out).toBe("No story fits.\n");
  });

  it("gives JSON Lines and CSV", async () => {
    await (await fill()).close();
    const { out } = await inProcess(["stories", "--ledger", path(), "--json"]);
    const [story, ...more] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(story).toMatchObject({ kind: "story", outlets: 2, firstPublished: "2017-03-01" });
    expect(story.reports.map((r: { outlet: string }) => r.outlet)).toEqual(["Zenda Wire", "Oslo Daily"]);
    const csv = (await inProcess(["stories", "--ledger", path(), "--csv", "--single"])).out
      .trim()
      .split("\r\n");
    expect(csv).toHaveLength(4);
    expect(csv[0]).toMatch(/^story,name,/);
  });

  it("groups the reports of a ledger that an earlier version wrote", async () => {
    const ledger = await fill();
    const before = await ledger.stories();
    await ledger.close();
    const database = new Database(path());
    for (const table of [
      "story_reports",
      "stories",
      "story_terms",
      "story_keys",
      "story_links",
      "across_steps",
    ])
      database.exec(`delete from ${table}`);
    database.close();
    const again = await Ledger.open(path(), { readerVersion: "1" });
    expect(await again.stories()).toEqual(before);
    await again.close();
  });

  it("parts a story whose report is taken out", async () => {
    const ledger = await fill();
    const [story] = await ledger.stories({ fewest: 2 });
    await ledger.remove(story!.reports[1]!.id);
    expect(await ledger.stories({ fewest: 2 })).toEqual([]);
    expect((await ledger.stories()).map(({ reports }) => reports.length)).toEqual([1, 1]);
    await ledger.close();
  });

  it("finds the stories that name an actor", async () => {
    const ledger = await Ledger.open(path(), { readerVersion: "1" });
    await ledger.add(sampleReading());
    const names = async (filter: object) => (await ledger.stories(filter)).length;
    expect(await names({ about: ["NOR"] })).toBe(1);
    expect(await names({ between: ["NOR", "RUR"] })).toBe(1);
    expect(await names({ between: ["NOR", "CHN"] })).toBe(0);
    expect(await names({ about: ["CHN"] })).toBe(0);
    await ledger.close();
  });
});
