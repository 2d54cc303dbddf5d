import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluateMarkedEvents, halfOf } from "../../src/evaluate/marked-events.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

const text = "France condemned Mali on Monday. The weather was fine.";
const mark = {
  trigger: { start: 7, end: 16, surface: "condemned" },
  type: "ACCUSE",
  status: "asserted",
  sources: [{ code: "FRA", words: { start: 0, end: 6, surface: "France" } }],
  targets: [{ code: "MLI", words: { start: 17, end: 21, surface: "Mali" } }],
};

async function score(gold: object, id = "a") {
  const folder = mkdtempSync(join(tmpdir(), "marks-"));
  const [marks, reports, out] = ["gold.jsonl", "reports.jsonl", "out.jsonl"].map((n) => join(folder, n));
  writeFileSync(marks!, `${JSON.stringify({ id, ranges: [[0, text.length]], ...gold })}\n`);
  writeFileSync(reports!, `${JSON.stringify({ id, text })}\n`);
  const language: Language = await loadLanguage();
  try {
    const evaluation = await evaluateMarkedEvents(marks!, language, { reports: [reports!], out: out! });
    return { ...evaluation, told: readFileSync(out!, "utf8") };
  } finally {
    await language.close();
  }
}

describe("evaluateMarkedEvents", () => {
  it("finds what is marked, and tells the development half only", async () => {
    const { metrics, told } = await score({ events: [mark] });
    expect(metrics).toMatchObject({ trigger: 100, type: 100, all: 100, in_full: 100, events: 1, marks: 1 });
    expect(told === "").toBe(halfOf("a") === "unseen");
  });

  it("counts an event where none is marked, and none outside what was read", async () => {
    expect((await score({ events: [] })).metrics).toMatchObject({ type_precision: 0, events: 1, marks: 0 });
    expect((await score({ ranges: [[33, 54]], events: [] })).metrics).toMatchObject({ events: 0, marks: 0 });
  });

  it("refuses marks of another text", async () => {
    const trigger = { start: 8, end: 17, surface: "condemned" };
    await expect(score({ events: [{ ...mark, trigger }] })).rejects.toThrow(
      'report a at 8: "condemned" expected, "ondemned " met',
    );
    await expect(score({ events: [{ ...mark, type: "PRAISE" }] })).rejects.toThrow("line 1: events.0.type");
  });
});
