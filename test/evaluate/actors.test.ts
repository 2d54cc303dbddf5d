import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateActors } from "../../src/evaluate/actors.js";
import { goldFiles } from "../support/gold-files.js";
import { trainedLanguage } from "../support/language.js";

const { file, path } = goldFiles();
const language = trainedLanguage();

const TITLE = "Japan\u200B answers";
const TEXT = "The 😀 flag went up.\nChina  condemned Japan over the visit. Peru agreed.";

function mark(surface: string, fields: object) {
  const points = Array.from(TEXT.slice(0, TEXT.indexOf(surface))).length;
  return { start: points, end: points + Array.from(surface).length, surface, ...fields };
}

const MENTIONS = [
  mark("flag", { form: "nominal", none: true }),
  mark("China", { form: "name", codes: ["CHN"] }),
  mark("Japan", { form: "name", codes: ["KOR"] }),
];

describe("evaluateActors", () => {
  it("scores marks in code points of the text, behind a title and whatever the white space", async () => {
    const out = path("out.jsonl");
    const gold = file("own.jsonl", { id: "a", title: TITLE, text: TEXT, mentions: MENTIONS });
    const { metrics, lines } = await evaluateActors(gold, language(), { out });
    expect(metrics).toMatchObject({ all: 50, names: 50, mentions: 2, marks: 3 });
    expect(lines.find((line) => line.startsWith("name"))).toMatch(
      /^name +2 +1 +50\.0 % +1 +50\.0 % +0 +0\.0 %$/,
    );
    const rows = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row));
    expect(rows.map((row) => [row.result, row.surface ?? row.found.surface])).toEqual([
      ["right", "flag"],
      ["right", "China"],
      ["wrong", "Japan"],
      ["spurious", "Peru"],
    ]);
    expect(rows[1]).toMatchObject({
      report: "a",
      codes: ["CHN"],
      found: { codes: ["CHN"], surface: "China" },
      context: "The 😀 flag went up. [China] condemned Japan over the visit. Peru agreed.",
    });
  });

  it("looks texts up by identifier, and leaves out what lies outside of the stretch", async () => {
    const sha256 = createHash("sha256").update(TEXT).digest("hex");
    const reports = [file("reports.jsonl", { id: "a", title: TITLE, text: TEXT })];
    const range = [0, MENTIONS[2]!.end];
    const gold = file("marks.jsonl", { id: "a", sha256, range, mentions: MENTIONS });
    expect((await evaluateActors(gold, language(), { reports })).metrics).toMatchObject({
      all: 50,
      spurious: 0,
    });
    await expect(evaluateActors(gold, language())).rejects.toThrow(
      "neither in the gold nor in a file given with",
    );
  });

  it("refuses another text than the one that was marked", async () => {
    const other = file("other.jsonl", { id: "a", text: TEXT, sha256: "0".repeat(64), mentions: [] });
    await expect(evaluateActors(other, language())).rejects.toThrow("report a: not the text that was marked");
    const moved = file("moved.jsonl", { id: "a", text: ` ${TEXT}`, mentions: MENTIONS });
    await expect(evaluateActors(moved, language())).rejects.toThrow(
      'report a at 6: "flag" expected, " fla" met',
    );
  });
});
