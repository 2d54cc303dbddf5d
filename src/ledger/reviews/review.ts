import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import type { Span } from "../../record/span.js";
import { ANSWER_KINDS } from "../exchanges/exchange.js";

/** Kinds of rows that a person can judge; an answer is one across reports. */
export const REVIEWED_KINDS = ["event", "statement", "exchange", "answer", "relation", "mention"] as const;
export type ReviewedKind = (typeof REVIEWED_KINDS)[number];

/** What a person says of a row; "withdraw" takes back what the same person said before. */
export const VERDICTS = ["accept", "correct", "reject", "withdraw"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Words of a report with their place. */
export interface Quoted extends Span {
  readonly words: string;
}

/**
 * What a row says, field by field; each kind of row has its own fields (`FIELDS`). Actors are codes with PLOVER's sector
 * after a point, "CHN.GOV"; "?" is somebody who is not known.
 */
export interface RowValues {
  /** An event's type, what an answer is, a relation's name. */
  readonly type?: string;
  readonly status?: string;
  readonly sources?: readonly string[];
  readonly targets?: readonly string[];
  /** The words that tell an event. */
  readonly trigger?: string;
  readonly speaker?: string;
  /** The speaker's name; empty where it is not known. */
  readonly person?: string;
  /** The words that name to whom something is said; empty where nobody is named. */
  readonly addressee?: string;
  readonly content?: readonly Quoted[];
  /** Whom a mention means. */
  readonly actors?: readonly string[];
}
export type Field = keyof RowValues;

/** The fields of each kind of row, in the order in which they are shown. */
export const FIELDS: Readonly<Record<ReviewedKind, readonly Field[]>> = {
  event: ["type", "status", "sources", "targets", "trigger"],
  statement: ["speaker", "person", "addressee", "content"],
  exchange: ["type"],
  answer: ["type"],
  relation: ["type", "status", "sources", "targets"],
  mention: ["actors"],
};

/** Types and statuses of the kinds of rows that have them, where they are a closed list. */
export const CHOICES: Readonly<
  Partial<Record<ReviewedKind, Readonly<Partial<Record<"type" | "status", readonly string[]>>>>>
> = {
  event: { type: EVENT_TYPES, status: STATUSES },
  exchange: { type: ANSWER_KINDS },
  answer: { type: ANSWER_KINDS },
  relation: { status: ["asserted", "denied", "past"] },
};

/** A row as the machine gives it, with what finds it again when its report is read anew. */
export interface JudgedRow {
  readonly of: ReviewedKind;
  /**
   * Its identifier; a mention's is its report's with its place, "r1438f68…:120-135", an answer's those of the two records,
   * "e5b1…-s90c2…": what answers, then what it answers.
   */
  readonly row: string;
  readonly report: string;
  /** The words that it rests on, in text order. */
  readonly spans: readonly Span[];
  readonly words: string;
  /** What the machine says. */
  readonly machine: RowValues;
  /** What it answers; for an answer across reports only. */
  readonly opening?: JudgedOpening;
}

/** The first record that tells the opening of an exchange across reports. */
export interface JudgedOpening {
  readonly row: string;
  readonly report: string;
  readonly spans: readonly Span[];
  readonly words: string;
}

/** What a person says of a row, as it stood then. */
export interface Review extends JudgedRow {
  readonly kind: "review";
  readonly id: string;
  readonly verdict: Verdict;
  /** What a person puts in the place of the machine's values; for the verdict "correct" only. */
  readonly correction?: RowValues;
  readonly note?: string;
  readonly reviewer: string;
  /** ISO 8601 instant in UTC; absent where nobody said what time it was. */
  readonly at?: string;
  /** An earlier judgement of the same reviewer, on what the row was before its report was read again. */
  readonly replaces?: string;
}

/** The last that a person says of a row. */
export interface StandingReview extends Review {
  /** The row that it holds for now; absent where there is no such row any more. */
  readonly found?: string;
  /** Fields in which the machine says something else now than when it was judged. */
  readonly changed?: readonly Field[];
}

/** What reviewers say of a row together. */
export const OUTCOMES = ["accepted", "corrected", "rejected", "disputed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What reviewers put in the place of the machine's values of a row. */
export interface ReviewedRow extends Pick<JudgedRow, "of" | "row" | "report"> {
  readonly kind: "reviewed";
  /** "disputed" where no value, or neither right nor wrong, has more than half of the reviewers. */
  readonly review: Outcome;
  readonly reviewers: number;
  /** Fields for which reviewers agree on something else than the machine says. */
  readonly corrected: RowValues;
}

/** The fields of `values` that are given, in one order, whatever theirs was. */
export function valuesInOrder(values: RowValues): RowValues {
  const given = FIELD_ORDER.filter((field) => values[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, inOrder(values[field])]));
}

const FIELD_ORDER: readonly Field[] = [...new Set(Object.values(FIELDS).flat())];

function inOrder(value: RowValues[Field]): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((part: string | Quoted) =>
    typeof part === "string" ? part : { start: part.start, end: part.end, words: part.words },
  );
}

/** True where two values of a field say the same. */
export function sameValue(a: RowValues[Field], b: RowValues[Field]): boolean {
  return valueKey(a) === valueKey(b);
}

/** A text that two values share where they say the same; the order of actors does not count. */
export function valueKey(value: RowValues[Field]): string {
  if (!Array.isArray(value)) return JSON.stringify(value ?? null);
  const parts = (inOrder(value) as unknown[]).map((part) => JSON.stringify(part));
  return JSON.stringify(parts.sort());
}
