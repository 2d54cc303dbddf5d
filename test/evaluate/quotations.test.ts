import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { predictAttributions, reportOf } from "../../src/evaluate/quotation-predictions.js";
import { evaluateQuotations, readGold } from "../../src/evaluate/quotations.js";
import type { GoldAttribution } from "../../src/evaluate/quotations-score.js";
import type { Language } from "../../src/language/language.js";
import { readDocument } from "../quotation/read-reports.js";

function predict(name: string): { text: string; found: readonly GoldAttribution[] } {
  const { report, analysis } = readDocument(name);
  return { text: report.text, found: predictAttributions(report, analysis) };
}

function lines(name: string): string[] {
  const { text, found } = predict(name);
  const words = (stretches: GoldAttribution["cue"]) =>
    stretches.map(([s, e]) => text.slice(s, e)).join(" ... ");
  return found.map((a) => [words(a.source), words(a.cue), words(a.content)].join(" | "));
}

describe("predictAttributions", () => {
  it("joins all that hangs on one cue or goes on from it", () => {
    expect(lines("paragraphs")[0]).toBe(
      "Berg | told | We came to talk, ... We were turned away. ... We will come again. ... The plan is a trap.",
    );
  });

  it("gives stances too, cues with their auxiliaries and adverbs, and whole sources", () => {
    expect(lines("nothing said")).toContain("Graustark | wants | to buy the islands");
    expect(lines("clauses")).toContain("Officials who visited the port | say | the embargo is working");
    expect(lines("clauses")).toContain("who | once said | the war was over");
    expect(lines("clauses")).toContain(" | was reported | that the missile fell into the sea");
  });
});

describe("evaluateQuotations", () => {
  const { report, analysis } = readDocument("direct");
  const language = { analyse: async () => analysis } as unknown as Language;
  const folder = mkdtempSync(join(tmpdir(), "quotations-"));
  const article = { id: "a", text: report.text, attributions: predict("direct").found };

  it("scores a gold file, gzipped or not, and writes its predictions in the same layout", async () => {
    const gold = join(folder, "gold.jsonl.gz");
    const out = join(folder, "out.jsonl");
    writeFileSync(gold, gzipSync(`${JSON.stringify(article)}\n`));
    const { metrics, table } = await evaluateQuotations(gold, language, { out });
    expect(metrics).toEqual({
      "speaker-right": 100,
      "speaker-direct": 100,
      "speaker-mixed": 100,
      "content-direct-exact": 100,
      relation: 100,
      "linked-all": 100,
      "content-tokens": 100,
      "cue-tokens": 100,
      "source-tokens": 100,
    });
    expect(table).toContain("1 articles, 9 attributions in the gold, 9 predicted");
    const [line] = readFileSync(out, "utf8").trim().split("\n");
    expect(JSON.parse(line!)).toEqual({ id: "a", attributions: article.attributions });
  });

  it("asks the rules or the language model alone", async () => {
    const gold = join(folder, "alone.jsonl");
    writeFileSync(gold, `${JSON.stringify(article)}\n`);
    const [rules, learned] = [
      await evaluateQuotations(gold, language, { alone: "rules" }),
      await evaluateQuotations(gold, language, { alone: "learned" }),
    ];
    expect(rules.metrics.relation).toBe(100);
    expect(learned.metrics).toMatchObject({ relation: 0, "speaker-direct": 0 });
  });

  it("names the line that is no article", () => {
    const bad = join(folder, "bad.jsonl");
    writeFileSync(bad, `${JSON.stringify(article)}\n{"id": "b"}\n`);
    expect(() => readGold(bad)).toThrow(/line 2: an object with id, text and attributions expected/);
    writeFileSync(bad, "{\n");
    expect(() => readGold(bad)).toThrow(/line 1/);
  });

  it("keeps the gold's text to the letter, headline first", () => {
    const made = reportOf({ id: "a", text: "Title.\n\nOne \nTwo." });
    expect(made.text).toBe("Title.\n\nOne \nTwo.");
    expect(made.paragraphs.map((p) => [p.role, made.text.slice(p.start, p.end)])).toEqual([
      ["title", "Title."],
      ["body", "One "],
      ["body", "Two."],
    ]);
  });
});
