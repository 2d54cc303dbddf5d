import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";

const COARSE = new Set(["year", "decade", "century"]);
const DAY = 86_400_000;
/** An act this long before the report is history, not news. */
const DAYS_TO_HISTORY = 300;

/**
 * True where the time of an act lies so long before the report that it is told as history. Without a publication
 * date only a bare year, decade or century ("in 2013") counts, or a year before the latest that the report names.
 */
export function isBackground(report: Report, times: readonly When[], when: number | undefined): boolean {
  const time = when === undefined ? undefined : times[when];
  if (!time || time.type === "SET" || time.type === "DURATION") return false;
  const interval = time.interval;
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

function yearOf(time: When): number | undefined {
  const year = /^\d{4}/.exec(time.value);
  return year ? Number(year[0]) : undefined;
}
