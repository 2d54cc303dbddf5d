import { sql } from "kysely";
import { OUTCOMES } from "../ledger/reviews/review.js";
import type { Column, LedgerRow } from "./table.js";

/* What people say of rows, beside them or in their place (docs/reviews.md). */

/** The table of what reviewers say of the rows of `row`, as `v`. */
export const REVIEWED = (row: "e" | "s") => sql`left join reviewed_rows v on v.row = ${sql.ref(`${row}.id`)}`;

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
