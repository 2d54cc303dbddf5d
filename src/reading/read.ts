import { findMentions } from "../actor/find-mentions.js";
import { findEvents } from "../event/find-events.js";
import type { Analysis } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import { findExchanges } from "../ledger/find-exchanges.js";
import { findPlaces } from "../place/find-places.js";
import { findStatements } from "../quotation/find-statements.js";
import type { Refusal } from "../record/refusal.js";
import { internal } from "../record/refusals.js";
import type { Report } from "../report/report.js";
import { findTimes } from "../time/find-times.js";
import type { Reading } from "./reading.js";

/** Walks one report through all rooms. Pure: the same report and language model give the same reading. */
export async function read(report: Report, language: Language): Promise<Reading> {
  return readAnalysed(report, await language.analyse(report));
}

/**
 * Reads several reports at once, which is faster; the results are in the order of `reports`. A report that a fault
 * of demarche keeps from being read comes out as a refusal, and the others are read.
 */
export async function readAll(
  reports: readonly Report[],
  language: Language,
): Promise<(Reading | Refusal)[]> {
  const analyses = await language.analyseAll(reports).catch(() => undefined);
  const results: (Reading | Refusal)[] = [];
  for (const [i, report] of reports.entries()) {
    try {
      results.push(readAnalysed(report, analyses ? analyses[i]! : await language.analyse(report)));
    } catch (error) {
      results.push(internal(report.origin, error instanceof Error ? error.message : String(error)));
    }
  }
  return results;
}

/** The rooms after the language model, in their order. */
export function readAnalysed(report: Report, analysis: Analysis): Reading {
  const mentions = findMentions(report, analysis);
  const times = findTimes(report, analysis);
  const places = findPlaces(report, analysis, mentions);
  const statements = findStatements(report, analysis, mentions, times);
  const events = findEvents(report, analysis, mentions, times, places, statements);
  const found = { kind: "reading", report, analysis, mentions, times, places, statements, events } as const;
  return Object.freeze({ ...found, exchanges: findExchanges(found) });
}
