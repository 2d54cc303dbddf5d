import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { sourceReports } from "../../src/evaluate/gold-sources.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-sources-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("sourceReports", () => {
  it("reads JSON Lines, gzipped too, and documents of a plain text", () => {
    const row = { id: "a", text: "One.", title: "T", outlet: "", date: "2031-05-06T07:00:00", event: 3 };
    const reports = sourceReports([
      file("reports.jsonl.gz", gzipSync(`${JSON.stringify(row)}\n{"id":"b","text":"Two."}\n`)),
      file("plain.txt", "First line.\nSecond line.\n\n\nAnother document.\n"),
    ]);
    expect([...reports]).toEqual([
      ["a", { text: "One.", title: "T", published: "2031-05-06" }],
      ["b", { text: "Two." }],
      ["plain.txt#1", { text: "First line.\nSecond line." }],
      ["plain.txt#2", { text: "Another document." }],
    ]);
  });

  it.each([
    ["{", "one JSON object a line expected"],
    ["null", "id and text expected"],
    ['{"id":1,"text":"x"}', "id and text expected"],
  ])("tells the line that is no report: %s", (line, message) => {
    const path = file("bad.jsonl", `{"id":"a","text":"x"}\n${line}\n`);
    expect(() => sourceReports([path])).toThrow(`${path} line 2: ${message}`);
  });
});
