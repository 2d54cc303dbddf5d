import { writeFileSync } from "node:fs";
import type { Language } from "../language/language.js";
import { identifier } from "../record/identifier.js";
import { known } from "../record/value.js";
import type { Report } from "../report/report.js";
import { findTimes } from "../time/find-times.js";
import { codePointOffsets } from "./code-points.js";
import { readGoldFile } from "./gold-file.js";
import { goldReport } from "./gold-report.js";
import { scoreTimes, type TimesScore, type Timex } from "./times-score.js";

interface GoldDocument {
  readonly id: string;
  /** Document creation time, ISO 8601. */
  readonly dct: string;
  readonly text: string;
  readonly timex: readonly Timex[];
}

/** A bare text as a report with one body paragraph, published when the gold says. */
export function reportOf(text: string, published: string | undefined): Report {
  return goldReport({
    id: identifier("r", text),
    text,
    paragraphs: paragraphsOf(text),
    ...(published ? { published: known(published.slice(0, 10), "given", "gold") } : {}),
  });
}

function paragraphsOf(text: string): Report["paragraphs"] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\n))*/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].trimEnd().length,
    role: "body" as const,
  }));
}

function readGold(path: string): GoldDocument[] {
  return readGoldFile(path)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldDocument);
}

/**
 * Reads the expressions of time in a gold file (JSON Lines `{id, dct, text, timex: [{start, end, type, value, mod}]}`,
 * offsets in code points) and scores them. With `outPath` the predictions are written in the same format.
 */
export async function evaluateTimes(
  goldPath: string,
  language: Pick<Language, "analyse">,
  outPath?: string,
): Promise<TimesScore> {
  const documents: { gold: readonly Timex[]; predicted: readonly Timex[] }[] = [];
  const lines: string[] = [];
  for (const gold of readGold(goldPath)) {
    const report = reportOf(gold.text, gold.dct);
    const points = codePointOffsets(gold.text);
    const predicted = findTimes(report, await language.analyse(report)).map((when) => ({
      start: points[when.start]!,
      end: points[when.end]!,
      type: when.type,
      value: when.value,
      ...(when.mod ? { mod: when.mod } : {}),
    }));
    documents.push({ gold: gold.timex, predicted });
    if (outPath)
      lines.push(JSON.stringify({ id: gold.id, dct: gold.dct, text: gold.text, timex: predicted }));
  }
  if (outPath) writeFileSync(outPath, lines.map((line) => `${line}\n`).join(""));
  return scoreTimes(documents);
}
