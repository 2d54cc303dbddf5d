export { clauseTime } from "./clause-time.js";

import type { Analysis } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import { normalise } from "./normalise.js";
import { recognise } from "./recognise.js";
import { loadVocabulary } from "./vocabulary.js";
import type { When } from "./when.js";

/**
 * Finds the expressions of time in a report, in text order, none overlapping, as TIMEX3 (TimeML 1.2.1) sees them, and
 * places them in the calendar as far as the report allows. Spans are in UTF-16 code units of `report.text`. Relative
 * dates count from the report's date only where that is known; else they stay relative, with the reason.
 */
export function findTimes(report: Report, analysis: Analysis): When[] {
  const expressions = recognise(analysis);
  const published = report.published.known ? report.published.value : undefined;
  const signals = loadVocabulary().lists.get("signal");
  return normalise(analysis, expressions, published).map((when, i) => {
    const before = analysis.words[expressions[i]!.first - 1]?.form.toLowerCase();
    return before && signals?.has(before) ? { ...when, signal: before } : when;
  });
}
