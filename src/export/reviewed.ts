import { sql } from "kysely";
import { OUTCOMES } from "../ledger/reviews/review.js";
import type { Column, LedgerRow } from "./table.js";

/* What people say of rows, beside them or in their place (docs/reviews.md). */

/** The table of what reviewers say of the rows of `row`, as `v`. */
export const REVIEWED = (row: "e" | "s" | "l") =>
  sql`left join reviewed_rows v on v.row = ${sql.ref(`${row}.id`)}`;

/** The same of an answer `a` in an exchange across reports `x`. */
export const REVIEWED_ANSWER = sql`left join reviewed_rows v
  on v.row = coalesce(a.event, a.statement) || '-' || coalesce(x.event, x.statement, x.exchange)`;

const REVIEW: readonly Column[] = [
  {
    name: "review",
    type: "string",
    values: OUTCOMES,
    description:
      "What reviewers say of the row together; disputed where no value has more than half of them, empty where nobody judged it.",
  },
  { name: "reviewers", type: "integer", description: "How many judged it." },
];

const INSTEAD = "in the place of what the machine says; empty where that stays";

/** What reviewers say of an event. */
export const EVENT_REVIEW: readonly Column[] = [
  ...REVIEW,
  { name: "corrected_type", type: "string", description: `The type that reviewers give, ${INSTEAD}.` },
  { name: "corrected_status", type: "string", description: `The status that reviewers give, ${INSTEAD}.` },
  {
    name: "corrected_sources",
    type: "string",
    description: `Who acts as reviewers say, ${INSTEAD}; - is nobody.`,
  },
  {
    name: "corrected_targets",
    type: "string",
    description: `Whom it concerns as reviewers say, ${INSTEAD}; - is nobody.`,
  },
];

/** What reviewers say of a relation. */
export const RELATION_REVIEW: readonly Column[] = [
  ...REVIEW,
  {
    name: "corrected_relation",
    type: "string",
    description: `What it is as reviewers say, ${INSTEAD}.`,
  },
  { name: "corrected_status", type: "string", description: `The status that reviewers give, ${INSTEAD}.` },
  {
    name: "corrected_source",
    type: "string",
    description: `The source as reviewers say, ${INSTEAD}; - is nobody.`,
  },
  {
    name: "corrected_target",
    type: "string",
    description: `The target as reviewers say, ${INSTEAD}; - is nobody.`,
  },
];

/** What reviewers say of an answer across reports. */
export const ANSWER_REVIEW: readonly Column[] = [
  ...REVIEW,
  { name: "corrected_answer_is", type: "string", description: `What it is as reviewers say, ${INSTEAD}.` },
];

/** What reviewers say of a statement. */
export const STATEMENT_REVIEW: readonly Column[] = [
  ...REVIEW,
  {
    name: "corrected_speaker",
    type: "string",
    description: `Who speaks as reviewers say: a code with PLOVER's sector after a point, ${INSTEAD}; ? is somebody unknown.`,
  },
  {
    name: "corrected_content",
    type: "string",
    quoted: true,
    description: `What was said as reviewers say, in the report's words, ${INSTEAD}.`,
  },
];

const codes = (column: string) =>
  sql`case when ${sql.ref(column)} is not null then
    (select coalesce(group_concat(value, '; '), '-') from json_each(${sql.ref(column)})) end`;

/** The columns of `EVENT_REVIEW`, and what else a row in the place of the machine's needs. */
export const EVENT_REVIEW_VALUES = sql`v.review, v.reviewers, v.type as corrected_type, v.status as corrected_status,
  ${codes("v.sources")} as corrected_sources, ${codes("v.targets")} as corrected_targets,
  v.trigger_words as corrected_trigger`;

export const RELATION_REVIEW_VALUES = sql`v.review, v.reviewers, v.type as corrected_relation,
  v.status as corrected_status, ${codes("v.sources")} as corrected_source, ${codes("v.targets")} as corrected_target`;

export const STATEMENT_REVIEW_VALUES = sql`v.review, v.reviewers, v.speaker as corrected_speaker,
  v.person as corrected_person, v.addressee_words as corrected_addressee,
  case when v.content is not null then (select group_concat(json_extract(value, '$.words'), ' … ')
    from json_each(v.content)) end as corrected_content`;

/** An event as reviewers say it is; undefined where they reject it. */
export function reviewedEvent(row: LedgerRow): LedgerRow | undefined {
  if (row.review === "rejected") return undefined;
  const { corrected_type: type, corrected_status: status, corrected_trigger: trigger } = row;
  return {
    ...row,
    // A mode belongs to its type.
    ...(type !== null && { type: type!, mode: null }),
    ...(status !== null && { status: status! }),
    ...(trigger !== null && { trigger_words: trigger! }),
    ...(row.corrected_sources !== null && {
      sources: codesOf(row.corrected_sources!).join("; "),
      source_words: null,
    }),
    ...(row.corrected_targets !== null && {
      targets: codesOf(row.corrected_targets!).join("; "),
      target_words: null,
    }),
  };
}

/** A relation as reviewers say it is; undefined where they reject it. */
export function reviewedRelation(row: LedgerRow): LedgerRow | undefined {
  if (row.review === "rejected") return undefined;
  const { corrected_relation: relation, corrected_status: status } = row;
  const { corrected_source: source, corrected_target: target } = row;
  return {
    ...row,
    ...(relation !== null && { relation: relation! }),
    ...(status !== null && { status: status! }),
    ...(source !== null && { source: codesOf(source!).join("; "), source_words: null }),
    ...(target !== null && { target: codesOf(target!).join("; "), target_words: null }),
  };
}

/** What a row has of its answer, beside its exchange. */
const OF_ANSWER = [
  "answer_is",
  "answer",
  "answer_report",
  "answer_day",
  "answer_words",
  "link",
  "joined_by_words",
  "sure",
];

/**
 * An answer across reports as reviewers say it is; undefined where they reject it and other answers are left, silence where
 * none is.
 */
export function reviewedAnswer(row: LedgerRow): LedgerRow | undefined {
  const { review, corrected_answer_is: type } = row;
  if (review !== "rejected") return { ...row, ...(type !== null && { answer_is: type! }) };
  if (row.number !== 0 || row.left !== 0) return undefined;
  return { ...row, ...Object.fromEntries(OF_ANSWER.map((name) => [name, null])) };
}

/** A statement as reviewers say it is; undefined where they reject it. */
export function reviewedStatement(row: LedgerRow): LedgerRow | undefined {
  if (row.review === "rejected") return undefined;
  const { corrected_speaker: speaker, corrected_content: content, corrected_addressee: addressee } = row;
  const [code, sector = null] = speaker === null ? [] : String(speaker).split(".");
  const unknown = code === "?";
  return {
    ...row,
    ...(code !== undefined && {
      speaker_code: unknown ? null : code,
      speaker_sector: sector,
      speaker_agency: null,
      speaker_person: null,
      speaker_basis: unknown ? "unknown" : "given",
      speaker_reason: unknown ? "a reviewer says that it is not known" : null,
    }),
    ...(row.corrected_person !== null && { speaker_person: row.corrected_person! }),
    ...(addressee !== null && { addressee_words: addressee! }),
    ...(content !== null && { content: content! }),
  };
}

/** The codes of a column of reviewed actors. */
export function codesOf(column: string | number): string[] {
  return column === "-" ? [] : String(column).split("; ");
}
