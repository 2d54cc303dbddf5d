/** Units of length that expressions of time name. */
export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century"
  | "unknown";

/** TIMEX3's season codes. */
export type Season = "SP" | "SU" | "FA" | "WI";

/**
 * What an expression of time says, before it is placed in the calendar: the fields that the words gave,
 * under the kind that the pattern's group in `knowledge/time/patterns.yaml` names.
 */
export interface Meaning {
  readonly kind: "date" | "shift" | "duration" | "set" | "reference" | "since" | "clock";
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: Season;
  /** The year without its last digit: 199 for the 1990s; two digits less for "the '90s" are never kept. */
  readonly decade?: number;
  /** The ordinal of the century: 20 for the 1900s. */
  readonly century?: number;
  readonly weekend?: boolean;
  /** Name in `knowledge/time/holidays.yaml`. */
  readonly holiday?: string;
  readonly unit?: Unit;
  readonly count?: number | "X";
  /** How far from the anchor, in `unit`s or in dates of that name; 0 is the anchor's own. */
  readonly offset?: number;
  /** What `offset` counts from: the report's date unless said otherwise. */
  readonly anchor?: "publication" | "before" | "quarter";
  /** Days to add when all else is done ("the day before yesterday"). */
  readonly days?: number;
  /** Part of the day: MO, AF, EV, NI. */
  readonly part?: string;
  /** "10:35". */
  readonly clock?: string;
  readonly mod?: string;
  /** For a reference: PAST_REF, PRESENT_REF, FUTURE_REF. */
  readonly value?: string;
  /** Condition on the context, checked by the recogniser. */
  readonly only?: "noun";
  /** Words (parted by "|") of which one must stand right before, must stand right behind, or must not. */
  readonly behind?: string;
  readonly ahead?: string;
  readonly "not-ahead"?: string;
  /** "the week of March 6": the unit that holds the date. */
  readonly within?: Unit;
}

/** An expression of time as the recogniser found it. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  /** First word and one past the last, indices in `Analysis.words`. */
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
  /** The pattern that read it, as patterns.yaml writes it. */
  readonly by: string;
}
