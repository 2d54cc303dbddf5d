import type { Generated } from "kysely";

/** What a person said of a row, as it stood then. */
export interface ReviewTable {
  number: Generated<number>;
  id: string;
  kind: string;
  row: string;
  report: string;
  /** JSON array of [start, end]. */
  spans: string;
  words: string;
  /** JSON object: what the machine said. */
  machine: string;
  verdict: string;
  /** JSON object: what the person puts in its place. */
  correction: string | null;
  note: string | null;
  reviewer: string;
  /** When it was said; null where no clock was given. */
  at: string | null;
  /** When it came into this ledger. */
  entered: string | null;
  /** The earlier review of the same reviewer that it takes the place of. */
  replaces: string | null;
  /** JSON object: what an answer across reports answers; null for other rows. */
  opening: string | null;
}

/** The last that a person said of a row, and the row that it holds for now. */
export interface StandingReviewTable {
  review: string;
  report: string;
  reviewer: string;
  /** Null where the row is no longer found. */
  row: string | null;
  /** JSON array of the fields in which the machine says something else now; null where there are none. */
  changed: string | null;
}

/** What reviewers say of a row together; null is a value for which they have nothing else than the machine. */
export interface ReviewedRowTable {
  row: string;
  kind: string;
  report: string;
  review: "accepted" | "corrected" | "rejected" | "disputed";
  reviewers: number;
  type: string | null;
  status: string | null;
  /** JSON array of codes. */
  sources: string | null;
  targets: string | null;
  trigger_words: string | null;
  speaker: string | null;
  person: string | null;
  addressee_words: string | null;
  /** JSON array of objects: start, end, words. */
  content: string | null;
  /** JSON array of codes. */
  actors: string | null;
}
