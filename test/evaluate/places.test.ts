import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlaceGold } from "../../src/evaluate/place-gold.js";
import { evaluatePlaces } from "../../src/evaluate/places.js";
import { goldFiles } from "../support/gold-files.js";
import { plainLanguage } from "../support/language.js";

const { file, path } = goldFiles();

describe("evaluatePlaces", () => {
  const text = "The 😀 flag went up over the town while people looked on, and nobody said what it was for.";
  const reports = [file("reports.jsonl", { id: "a", title: "Flags", text })];
  const start = Array.from(text.slice(0, text.indexOf("town"))).length;
  const town = { start, end: start + 4, surface: "town", kind: "city", country: "IRN", at: [30, 50] };
  const gold = (place: object, more: object = {}) =>
    file("gold.jsonl", { id: "a", places: [place], ...more });

  it("counts code points of the text, title apart, and writes what was found", async () => {
    const act = { start: 4, end: 5, surface: "😀" };
    const out = path("out.jsonl");
    const { metrics, lines } = await evaluatePlaces(gold({ ...town, act }), plainLanguage, { reports, out });
    expect(metrics).toMatchObject({ places: 1, placed_acts: 1, marks: 1, wrong: 0 });
    expect(lines!.some((line) => line.startsWith("all places"))).toBe(true);
    const rows = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map((row) => row.context.includes("[town]") || row.context.includes("[😀]"))).toEqual([
      true,
      true,
    ]);
  });

  it("refuses a text that is not there or not the one that was marked", async () => {
    const sha256 = createHash("sha256").update(text).digest("hex");
    await expect(evaluatePlaces(gold(town, { sha256 }), plainLanguage, { reports })).resolves.toBeDefined();
    await expect(
      evaluatePlaces(gold(town, { sha256: "0".repeat(64) }), plainLanguage, { reports }),
    ).rejects.toThrow("not the text that was marked");
    await expect(
      evaluatePlaces(gold({ ...town, surface: "city" }), plainLanguage, { reports }),
    ).rejects.toThrow('"city" expected, "town" met');
    await expect(evaluatePlaces(gold(town), plainLanguage, {})).rejects.toThrow("neither in the gold nor");
  });
});

describe("the gold set", () => {
  it("has twenty reports or more, marks in order inside their stretch, no texts", () => {
    const path = new URL("../data/places/development.jsonl", import.meta.url);
    const reports = readPlaceGold(readFileSync(path, "utf8"));
    expect(reports.length).toBeGreaterThanOrEqual(20);
    for (const { id, text, range, sha256, places } of reports) {
      expect([id, text, typeof sha256]).toEqual([id, undefined, "string"]);
      let last = range![0];
      for (const { start, end } of places) {
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(range![1]);
    }
  });
});
