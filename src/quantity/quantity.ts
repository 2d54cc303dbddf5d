import type { Span } from "../record/span.js";

/** How the true number lies to the one that is written; "vague" where only a plural is ("dozens", "tens of thousands"). */
export const BOUNDS = [
  "exact",
  "about",
  "almost",
  "less than",
  "at most",
  "at least",
  "more than",
  "vague",
] as const;
export type Bound = (typeof BOUNDS)[number];

/** What is measured, or whom the number counts. */
export const QUANTITY_KINDS = [
  "count",
  "killed",
  "injured",
  "missing",
  "displaced",
  "detained",
  "troops",
  "weapons",
  "money",
  "share",
  "length",
  "area",
  "mass",
  "volume",
  "speed",
  "yield",
  "power",
  "temperature",
  "strength",
] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** A number that the text says became more or less. */
export interface Change {
  readonly direction: "increase" | "decrease";
  /** "grew by 40%", "rose to 45", "up from 30": what the number is to the change. */
  readonly as: "by" | "to" | "from";
  /** The word that says so. */
  readonly word: Span;
}

/**
 * A number in the text with what it measures. Dates, lengths of time, ages, ranks, sport scores and names that hold a
 * number are none. The span covers number, unit and the words of the bound ("more than $2 billion").
 */
export interface Quantity extends Span {
  readonly kind: "quantity";
  /** The least and the greatest that the words name; equal for one number. `high` is absent where the words set none. */
  readonly low: number;
  readonly high?: number;
  /** Name in knowledge/quantity/: "kilometre", "percent", an ISO 4217 code; "count" for a number of things. */
  readonly unit: string;
  readonly bound: Bound;
  readonly measures: QuantityKind;
  /** The words for what is counted or measured, their head last; absent where the sentence does not say. */
  readonly of?: Span;
  readonly change?: Change;
  /** The words that say what a change is measured against ("from a year earlier"). */
  readonly base?: Span;
  /** Index in the reading's times of the period that a change took ("in the first quarter"). */
  readonly when?: number;
  /** Identifier of the statement inside which the number is told. */
  readonly claimedBy?: string;
  /** The rule that read it. */
  readonly by: string;
}
