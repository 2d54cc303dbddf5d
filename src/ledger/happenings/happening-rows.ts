import type { DecidedHappening } from "./decide-happenings.js";

/* Columns in the order of the rows below. */

export const TELLING = ["telling", "happening", "piece"];
export const EVENT = ["event", "happening", "report", "telling", "nearest", "similarity", "reasons"];
export const HAPPENING = [
  "id",
  "type",
  "reality",
  "name",
  "first_day",
  "last_day",
  "first_published",
  "last_published",
  "events",
  "reports",
  "outlets",
  "independent_outlets",
];

/** The row of a happening. */
export function happeningRow(happening: DecidedHappening) {
  return {
    id: happening.id,
    type: happening.type,
    reality: happening.reality,
    name: happening.name,
    first_day: happening.firstDay ?? null,
    last_day: happening.lastDay ?? null,
    first_published: happening.firstPublished ?? null,
    last_published: happening.lastPublished ?? null,
    events: happening.events.length,
    reports: happening.reports,
    outlets: happening.outlets,
    independent_outlets: happening.independentOutlets,
  };
}

/** The rows of its events. */
export function eventRows(happening: DecidedHappening) {
  return happening.events.map(({ event, telling, report, nearest, points, reasons }) => ({
    event,
    happening: happening.id,
    report,
    telling,
    nearest: nearest ?? null,
    similarity: points ?? null,
    reasons: reasons ? JSON.stringify(reasons) : null,
  }));
}
