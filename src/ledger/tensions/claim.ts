import type { Analysis } from "../../language/analysis.js";
import type { Reading } from "../../reading/reading.js";
import type { Span } from "../../record/span.js";
import { textOf } from "../../record/span.js";
import { sentenceAt } from "../sentence-at.js";
import { dayOf } from "../stories/similarity.js";
import type { TensionRule } from "./tension-rules.js";

/** What one report tells that another may contradict; two claims with the same key can clash. */
export interface Claim {
  readonly rule: TensionRule;
  readonly key: string;
  readonly report: string;
  /** Identifier of the event or statement; absent for a figure by itself. */
  readonly row?: string;
  /** ISO 8601; empty where neither it nor its report has a date. */
  readonly day: string;
  /** Which of the opposed two it is ("falls", "grows"), or what it says ("59", a family name). */
  readonly says: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly sentence: string;
  readonly actors: readonly string[];
  readonly about: readonly string[];
  /** Least and greatest number that the words allow; the greatest absent where they set none. */
  readonly low?: number;
  readonly high?: number;
}

/** What a side shows of a span: its words and its sentence. */
export function shown(
  reading: Pick<Reading, "report"> & { readonly analysis: Analysis },
  span: Span,
): Pick<Claim, "start" | "end" | "words" | "sentence"> {
  const { text } = reading.report;
  return {
    start: span.start,
    end: span.end,
    words: textOf(text, span),
    sentence: textOf(text, sentenceAt(reading.analysis, span) ?? span),
  };
}

/** A time of at most a week, else the report's date; empty without either. */
export function dayOfClaim({ report, times }: Reading, when: number | undefined): string {
  const interval = when === undefined ? undefined : times[when]?.interval;
  const published = (report.published.known && dayOf(report.published.value)) || "";
  if (!interval) return published;
  const [start, end] = [interval.start.slice(0, 10), interval.end.slice(0, 10)];
  return Date.parse(end) - Date.parse(start) <= LONGEST ? start : published;
}

const LONGEST = 7 * 86_400_000;
