import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluateCoding } from "../../src/evaluate/coding.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-coding-"));

describe("evaluateCoding", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(async () => {
    await language.close();
    rmSync(folder, { recursive: true });
  });

  it("scores raw sentences, tells which gave nothing, and writes what was found", async () => {
    const gold = join(folder, "gold.jsonl");
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
    writeFileSync(gold, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    const out = join(folder, "out.jsonl");
    const { metrics, lines } = await evaluateCoding(gold, language, { out });
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
