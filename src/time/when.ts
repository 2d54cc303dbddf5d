import type { Span } from "../record/span.js";

export type Grain =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century";

/**
 * When: an expression of time and, where it can be resolved, the interval that it names.
 * Dates are ISO 8601 calendar dates; `end` is exclusive.
 */
export interface When extends Span {
  readonly kind: "when";
  /** TIMEX3 type. */
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value as far as the text gives it: "2013-02-12", "XXXX-02-13", "XXXX-WXX-2", "P3D", "PAST_REF". */
  readonly value: string;
  readonly mod?: string;
  readonly grain: Grain;
  /** What the interval rests on. */
  readonly basis: "stated" | "publication date" | "another date" | "unresolved";
  /** For "another date": the span of the date that it counts from. */
  readonly anchor?: Span;
  /** Absent where unresolved; then `reason` says why. */
  readonly interval?: { readonly start: string; readonly end: string };
  readonly reason?: string;
  /** How far it lies from a date that may be unknown: "last week" is -1 week from the publication date. */
  readonly relation?: {
    readonly to: "publication date" | "another date";
    readonly count: number | "earlier" | "later";
    readonly unit: Grain;
  };
  /** The word before it that says how an event lies to it ("since", "until", "by"): TimeML's SIGNAL. */
  readonly signal?: string;
  /** The rule that read it. */
  readonly by: string;
}
