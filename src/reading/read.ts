import { findActors } from "../actor/find-mentions.js";
import type { Introduction } from "../actor/learned-offices.js";
import type { Codebook } from "../event/codebook.js";
import { findEvents } from "../event/find-events.js";
import type { Coder } from "../event/learned-coder.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Analysis } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import { findExchanges } from "../ledger/exchanges/find-exchanges.js";
import { findPlaces } from "../place/find-places.js";
import { findQuantities } from "../quantity/find-quantities.js";
import { findAttributions } from "../quotation/find-attributions.js";
import { findStatements } from "../quotation/find-statements.js";
import { voicesOf } from "../quotation/voices.js";
import type { Refusal } from "../record/refusal.js";
import { internal } from "../record/refusals.js";
import { findRelations } from "../relation/find-relations.js";
import type { Report } from "../report/report.js";
import { toldAt } from "../report/told.js";
import { findTimes } from "../time/find-times.js";
import { attachQuantities } from "./attach-quantities.js";
import type { Reading } from "./reading.js";

export interface ReadOptions {
  /** Who is known beforehand; what demarche ships, unless a user's own file of actors is over it. */
  readonly knowledge?: Knowledge | undefined;
  /** The patterns of events; the project's own, unless a user's codebook is over it. */
  readonly codebook?: Codebook | undefined;
  /** One of the two event coders alone, to measure it; both together where it is missing. */
  readonly alone?: Coder | undefined;
  /** What other reports tell of people whom this one may only name. */
  readonly offices?: readonly Introduction[] | undefined;
}

/** Walks one report through all rooms. Pure: the same report, language model and knowledge give the same reading. */
export async function read(report: Report, language: Language, options: ReadOptions = {}): Promise<Reading> {
  return readAnalysed(report, await language.analyse(report), options);
}

/**
 * Reads several reports at once, which is faster; the results are in the order of `reports`. A report that a fault
 * of demarche keeps from being read comes out as a refusal, and the others are read.
 */
export async function readAll(
  reports: readonly Report[],
  language: Language,
  options: ReadOptions = {},
): Promise<(Reading | Refusal)[]> {
  const analyses = await language.analyseAll(reports).catch(() => undefined);
  const results: (Reading | Refusal)[] = [];
  for (const [i, report] of reports.entries()) {
    try {
      results.push(readAnalysed(report, analyses ? analyses[i]! : await language.analyse(report), options));
    } catch (error) {
      results.push(internal(report.origin, error instanceof Error ? error.message : String(error)));
    }
  }
  return results;
}

/** The rooms after the language model, in their order. */
export function readAnalysed(report: Report, analysis: Analysis, options: ReadOptions = {}): Reading {
  const isToldAt = toldAt(report);
  const attributions = findAttributions(report, analysis);
  const voices = voicesOf(attributions);
  const { mentions, introductions, sought } = findActors(report, analysis, { ...options, voices });
  const times = findTimes(report, analysis);
  const places = findPlaces(report, analysis, mentions);
  const statements = findStatements(report, analysis, mentions, times, places, attributions);
  const acts = findEvents(
    report,
    analysis,
    mentions,
    times,
    places,
    statements,
    options.codebook,
    options.alone,
  );
  const { quantities, events } = attachQuantities(
    analysis,
    findQuantities(report, analysis, times),
    statements,
    acts.filter(({ trigger }) => isToldAt(trigger.start)),
  );
  const relations = findRelations({ report, analysis, mentions, times, places, statements });
  const found = { kind: "reading", report, analysis, mentions, times, places, statements, events } as const;
  return Object.freeze({
    ...found,
    exchanges: findExchanges(found),
    ...(quantities.length > 0 && { quantities }),
    ...(relations.length > 0 && { relations }),
    ...(introductions.length > 0 && { introductions }),
    ...(sought.length > 0 && { sought }),
  });
}
