import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPlaceGold } from "../../src/evaluate/place-gold.js";
import { evaluatePlaces } from "../../src/evaluate/places.js";
import { makeAnalysis } from "../support/reading.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-places-"));
afterAll(() => rmSync(folder, { recursive: true }));

const language = { analyse: async (report: Parameters<typeof makeAnalysis>[0]) => makeAnalysis(report) };

function file(name: string, row: object): string {
  const path = join(folder, name);
  writeFileSync(path, `${JSON.stringify(row)}\n`);
  return path;
}

describe("evaluatePlaces", () => {
  const text = "The 😀 flag went up over the town while people looked on, and nobody said what it was for.";
  const reports = [file("reports.jsonl", { id: "a", title: "Flags", text })];
  const start = Array.from(text.slice(0, text.indexOf("town"))).length;
  const town = { start, end: start + 4, surface: "town", kind: "city", country: "IRN", at: [30, 50] };
  const gold = (place: object, more: object = {}) =>
    file("gold.jsonl", { id: "a", places: [place], ...more });

  it("counts code points of the text, title apart, and writes what was found", async () => {
    const act = { start: 4, end: 5, surface: "😀" };
    const out = join(folder, "out.jsonl");
    const { metrics, lines } = await evaluatePlaces(gold({ ...town, act }), language, { reports, out });
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
    await expect(evaluatePlaces(gold(town, { sha256 }), language, { reports })).resolves.toBeDefined();
    await expect(
      evaluatePlaces(gold(town, { sha256: "0".repeat(64) }), language, { reports }),
    ).rejects.toThrow("not the text that was marked");
    await expect(evaluatePlaces(gold({ ...town, surface: "city" }), language, { reports })).rejects.toThrow(
      '"city" expected, "town" met',
    );
    await expect(evaluatePlaces(gold(town), language, {})).rejects.toThrow("neither in the gold nor");
  });
});

describe("the gold set", () => {
  it.each(["development", "unseen"])(
    "%s: twenty reports, marks in order inside their stretch, no texts",
    (half) => {
      const path = new URL(`../data/places/${half}.jsonl`, import.meta.url);
      const reports = readPlaceGold(readFileSync(path, "utf8"));
      expect(reports).toHaveLength(20);
      for (const { id, text, range, sha256, places } of reports) {
        expect([id, text, typeof sha256]).toEqual([id, undefined, "string"]);
        let last = range![0];
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(range![1]);
      }
    },
  );
});
