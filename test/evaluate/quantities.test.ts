import { describe, expect, it } from "vitest";
import { evaluateQuantities } from "../../src/evaluate/quantities.js";
import { goldFiles } from "../support/gold-files.js";
import { plainLanguage } from "../support/language.js";

const { file, path } = goldFiles();

describe("evaluateQuantities", () => {
  const text = "The 😀 flag went up over the town while people looked on. It cost 12 dollars to make";
  const reports = [file("reports.jsonl", { id: "a", title: "Flags", text })];
  const content = Array.from(`Flags\n\n${text}`).join("");
  const start = Array.from(content.slice(0, content.indexOf("12"))).length;
  const quantity = { start, end: start + 10, surface: "12 dollars", low: 12, high: 12, unit: "USD" };

  it("counts code points of the title and the text", async () => {
    const marks = { id: "a", ranges: [[0, 200]], quantities: [{ ...quantity, bound: "exact", of: [] }] };
    const out = path("out.jsonl");
    const { metrics } = await evaluateQuantities(file("gold.jsonl", marks), plainLanguage, { reports, out });
    expect(metrics).toMatchObject({ right: 100, right_precision: 100, quantities: 1, spurious: 0 });
  });

  it("refuses a text that is not there or not the one that was marked", async () => {
    const of = (surface: string, id: string) =>
      file("bad.jsonl", {
        id,
        ranges: [[0, 200]],
        quantities: [{ ...quantity, surface, bound: "exact", of: [] }],
      });
    await expect(evaluateQuantities(of("12 dollars", "b"), plainLanguage, { reports })).rejects.toThrow(
      "the text of report b is in no file given with --reports",
    );
    await expect(evaluateQuantities(of("13 dollars", "a"), plainLanguage, { reports })).rejects.toThrow(
      '"13 dollars" expected, "12 dollars" met',
    );
  });
});
