import type { Analysis, Word } from "../language/analysis.js";
import { governor } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";

const COARSE = new Set(["year", "decade", "century"]);
const DAY = 86_400_000;
/** An act this long before the report is history, not news. */
export const DAYS_TO_HISTORY = 300;

/** What began long ago and goes on is no history: "since 2016". */
const SINCE = /\bsince\s+(the\s+)?$/i;

/**
 * True where the time of an act lies so long before the report that it is told as history. Without a publication
 * date only a bare year, decade or century ("in 2013") counts, or a year before the latest that the report names.
 */
export function isBackground(report: Report, times: readonly When[], when: number | undefined): boolean {
  const time = when === undefined ? undefined : times[when];
  if (!time || time.type === "SET" || time.type === "DURATION") return false;
  const interval = time.interval;
  if (SINCE.test(report.text.slice(Math.max(0, time.start - 12), time.start))) return false;
  if (report.published.known && interval) {
    return Date.parse(report.published.value) - Date.parse(interval.end) > DAYS_TO_HISTORY * DAY;
  }
  if (report.published.known) return false;
  const year = yearOf(time);
  if (year === undefined) return false;
  if (COARSE.has(time.grain)) return true;
  const latest = Math.max(...times.map((t) => yearOf(t) ?? 0));
  return latest - year >= 2;
}

/**
 * Index of the time that opens the sentence of a main clause, for years that the tree hangs on the name after them:
 * "In 1979 Vietnam invaded Cambodia".
 */
export function openingTime(analysis: Analysis, times: readonly When[], anchor: Word): number | undefined {
  const { first } = analysis.sentences[anchor.sentence]!;
  const opens = analysis.words[first];
  if (opens?.upos !== "ADP" || !isMainClause(analysis, anchor)) return undefined;
  const next = analysis.words[first + 1];
  const found = next ? times.findIndex((t) => t.start === next.start) : -1;
  return found < 0 ? undefined : found;
}

function isMainClause(analysis: Analysis, word: Word): boolean {
  const above = word.deprel === "conj" ? governor(analysis, word) : word;
  return above?.deprel === "root";
}

function yearOf(time: When): number | undefined {
  const year = /^\d{4}/.exec(time.value) ?? /^\d{4}/.exec(time.interval?.start ?? "");
  return year ? Number(year[0]) : undefined;
}
