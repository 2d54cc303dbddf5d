import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluatePages } from "../../src/evaluate/pages.js";

const TEXT =
  "Kenya has asked Somalia to explain why its boats were in the disputed waters, the ministry said.";
const GERMAN =
  "Die Regierung hat am Montag die Forderung der Nachbarn zurückgewiesen, und das Schiff fährt nicht nach Hause.";
const page = (text: string, date = "") =>
  gzipSync(`<html><head>${date}</head><body><p>${text}</p></body></html>`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-pages-"));
  mkdirSync(join(folder, "html"));
  mkdirSync(join(folder, "dated"));
  writeFileSync(join(folder, "html", "one.html.gz"), page(TEXT));
  writeFileSync(join(folder, "html", "two.html.gz"), page(GERMAN));
  const gold = { one: { articleBody: TEXT, url: "https://example.org/1" }, two: { articleBody: GERMAN } };
  writeFileSync(join(folder, "gold.json"), JSON.stringify(gold));
  writeFileSync(join(folder, "dated", "a.html.gz"), page(TEXT, "<meta name='date' content='2031-05-03'>"));
  writeFileSync(join(folder, "dated", "b.html.gz"), page(GERMAN, "<meta name='date' content='2031-05-04'>"));
  writeFileSync(join(folder, "dated", "c.html.gz"), page(TEXT));
  const dated = [
    { file: "a.html.gz", url: "https://example.org/a", date: "2031-05-03" },
    { file: "b.html.gz", url: "https://example.org/b", date: "2031-05-03" },
    { file: "c.html.gz", url: "https://example.org/c", date: "2031-05-03" },
    { file: "c.html.gz", url: "https://example.org/2031/05/03/c", date: "2031-05-03" },
    { file: "c.html.gz", url: "https://example.org/c", date: null },
  ];
  writeFileSync(join(folder, "dated.jsonl"), `${dated.map((row) => JSON.stringify(row)).join("\n")}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("evaluatePages", () => {
  it("scores article texts in any language and writes them in the form of the gold", () => {
    const out = join(folder, "out.json");
    const { metrics } = evaluatePages(join(folder, "gold.json"), out);
    expect(metrics).toMatchObject({ f1: 1, precision: 1, recall: 1, pages: 2 });
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({
      one: { articleBody: TEXT },
      two: { articleBody: GERMAN },
    });
  });

  it("scores dates of publication", () => {
    const { metrics } = evaluatePages(join(folder, "dated.jsonl"));
    expect(metrics).toEqual({ "date-right": 50, "date-wrong": 25, "date-missing": 25, pages: 4 });
  });
});
