import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readPage } from "../report/html/read-page.js";
import { scorePages } from "./pages-score.js";

/** What an evaluation gives: figures by name, for the line that is printed last. */
export interface Metrics {
  readonly metrics: Record<string, number>;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The article of a page in any language: a page that the product would refuse is measured too. */
function readPageAt(path: string, url?: string) {
  const packed = readFileSync(path);
  const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? gunzipSync(packed) : packed;
  return readPage(new TextDecoder("utf-8").decode(bytes), { origin: path, brokenEnd: false, url });
}

type Page = ReturnType<typeof readPageAt>;

/** Body and headings of an article, a paragraph a line; empty for a page that was refused. */
function articleBody(page: Page): string {
  if ("kind" in page) return "";
  const own = page.pieces.filter(
    ({ role, reason }) =>
      role === "body" || (role === "dateline" && reason === "dateline") || reason === "heading",
  );
  return own.map((piece, i) => (i === 0 ? "" : piece.joined ? " " : "\n") + piece.text).join("");
}

function evaluateArticles(goldPath: string, outPath?: string): Metrics {
  const gold = JSON.parse(readFileSync(goldPath, "utf8")) as Record<string, { articleBody?: string }>;
  const start = process.cpuUsage();
  const predicted: Record<string, { articleBody: string }> = {};
  for (const id of Object.keys(gold)) {
    const page = readPageAt(join(dirname(goldPath), "html", `${id}.html.gz`));
    predicted[id] = { articleBody: articleBody(page) };
  }
  const used = process.cpuUsage(start);
  if (outPath !== undefined) writeFileSync(outPath, `${JSON.stringify(predicted, null, 1)}\n`);
  const pairs = Object.entries(gold).map(([id, page]) => ({
    gold: page.articleBody ?? "",
    predicted: predicted[id]!.articleBody,
  }));
  const { f1, precision, recall } = scorePages(pairs);
  const seconds = (used.user + used.system) / 1e6;
  return {
    metrics: {
      f1: round(f1, 4),
      precision: round(precision, 4),
      recall: round(recall, 4),
      pages: pairs.length,
      "pages-a-second": round(pairs.length / seconds, 1),
    },
  };
}

interface DatedPage {
  readonly file: string;
  readonly url?: string;
  /** Null where the page gives none; such pages are not counted. */
  readonly date: string | null;
}

function evaluateDates(goldPath: string, outPath?: string): Metrics {
  const lines = readFileSync(goldPath, "utf8").split("\n");
  const pages = lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as DatedPage);
  const gold = pages.filter((page) => page.date !== null);
  const folder = join(dirname(goldPath), "dated");
  let right = 0;
  let missing = 0;
  const predicted = gold.map(({ file, url, date }) => {
    const page = readPageAt(join(folder, file), url);
    const published = "kind" in page ? undefined : page.markup.published;
    if (published === undefined) missing++;
    else if (published.value === date) right++;
    return { file, date: published?.value ?? null, by: published?.by ?? null };
  });
  if (outPath !== undefined)
    writeFileSync(outPath, predicted.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const share = (count: number) => round((100 * count) / Math.max(1, gold.length), 1);
  return {
    metrics: {
      "date-right": share(right),
      "date-wrong": share(gold.length - right - missing),
      "date-missing": share(missing),
      pages: gold.length,
    },
  };
}

/**
 * Measures how well pages are read. A JSON gold file (page identifier to `{"articleBody": ...}`, pages at
 * `html/ID.html.gz` beside it) gives precision, recall and F1 of the article texts, 0 to 1, and pages a second of CPU
 * time; `outPath` gets the predictions in the gold's form. A JSON Lines gold file (`{file, url, date}`, pages in
 * `dated/` beside it) gives the percentages of publication dates that are right, wrong and missing. Throws where a
 * file cannot be read.
 */
export function evaluatePages(goldPath: string, outPath?: string): Metrics {
  return goldPath.endsWith(".jsonl") ? evaluateDates(goldPath, outPath) : evaluateArticles(goldPath, outPath);
}
