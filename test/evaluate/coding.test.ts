import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateCoding } from "../../src/evaluate/coding.js";
import { goldFiles } from "../support/gold-files.js";
import { trainedLanguage } from "../support/language.js";

const { file, path } = goldFiles();
const language = trainedLanguage();

describe("evaluateCoding", () => {
  it("scores raw sentences, tells which gave nothing, and writes what was found", async () => {
    const rows = [
      { id: "a", sentence: "Peru accused Chile of spying.", expected: [["Peru", "CHL", "112"]] },
      {
        id: "b",
        sentence: "Norway will send food to Kenya.",
        date: "20190302",
        expected: [["Norway", "Kenya", "AGREE"]],
      },
      { id: "c", sentence: "Peru accused Chile of spying.", expected: [["Peru", "Kenya", "REJECT"]] },
      { id: "d", sentence: "The weather stayed mild.", expected: [] },
      { id: "e", sentence: "Peru accused Chile of spying.", expected: [] },
      { id: "f", sentence: "Peru said hello.", expected: [["PER", "---", "010"]] },
    ];
    const gold = file("gold.jsonl", ...rows);
    const out = path("out.jsonl");
    const { metrics, lines } = await evaluateCoding(gold, language(), { out });
    expect(Object.keys(metrics)).toEqual(["source", "target", "both", "all"]);
    expect(metrics).toEqual({ source: 100, target: 66.7, both: 66.7, all: 66.7 });
    expect(lines).toEqual([
      "3 expected events in 6 sentences",
      "1 more have a code without a PLOVER type and are not asked for",
      "1 of 2 sentences without an expected event gave none",
    ]);
    const told = readFileSync(out, "utf8").trim().split("\n");
    expect(told).toHaveLength(rows.length);
    expect(JSON.parse(told[0]!)).toMatchObject({
      id: "a",
      results: [{ all: true }],
      events: [{ type: "ACCUSE", sources: [{ code: "PER", words: "Peru" }], targets: [{ code: "CHL" }] }],
    });
  });
});
