import { type Kysely, type Selectable, sql } from "kysely";
import type { Span } from "../../record/span.js";
import { groupBy } from "../group-by.js";
import { readEvents, readExchanges, readRelations, readStatements } from "../read-reading.js";
import { present } from "../rows/columns.js";
import { mentionsOf } from "../rows/mention-rows.js";
import type { ReviewedRowTable, ReviewTable, Schema, StandingReviewTable } from "../schema.js";
import type { Insert } from "../write-reading.js";
import { standingReviews } from "./find-again.js";
import {
  type Field,
  type JudgedOpening,
  type JudgedRow,
  type Review,
  type ReviewedRow,
  type RowValues,
  type StandingReview,
  valuesInOrder,
} from "./review.js";
import { reviewedRow } from "./reviewed-row.js";
import { rowsToJudge } from "./rows-to-judge.js";

type Database = Kysely<Schema>;

/**
 * The rows of a report that can be judged, as they are now; none where the report is not there.
 * @param of the kind of row that is wanted; all of them where it is left out
 */
export async function readRowsToJudge(
  db: Database,
  report: string,
  of?: JudgedRow["of"],
): Promise<JudgedRow[]> {
  const row = await db.selectFrom("reports").select("text").where("id", "=", report).executeTakeFirst();
  if (!row) return [];
  const wants = (...kinds: JudgedRow["of"][]) => of === undefined || kinds.includes(of);
  const table = <T extends "mentions" | "mention_actors">(table: T, order: string) =>
    sql<
      Selectable<Schema[T]>
    >`select * from ${sql.table(table)} where report = ${report} order by ${sql.raw(order)}`;
  const mentions = async () =>
    mentionsOf(
      (await table("mentions", "position").execute(db)).rows,
      (await table("mention_actors", "mention, position").execute(db)).rows,
    );
  const rows = rowsToJudge({
    report: { id: report, text: row.text },
    // Exchanges rest on the words of statements and events.
    statements: wants("statement", "exchange") ? await readStatements(db, report) : [],
    events: wants("event", "exchange") ? await readEvents(db, report) : [],
    exchanges: wants("exchange") ? await readExchanges(db, report) : [],
    relations: wants("relation") ? await readRelations(db, report) : [],
    mentions: wants("mention") ? await mentions() : [],
  });
  return of === undefined ? rows : rows.filter((row) => row.of === of);
}

/** All that people said of the rows of a report, the latest last; what they said of answers across reports stands apart. */
export async function reviewsOfReport(db: Database, report: string): Promise<Review[]> {
  const { rows } = await sql<Selectable<ReviewTable>>`select * from reviews where report = ${report}
    and kind <> 'answer' order by coalesce(at, ''), number`.execute(db);
  return rows.map(reviewOf);
}

/** Finds anew which rows of a report its reviews hold for, and what they say together. */
export async function settleReviews(
  db: Database,
  insert: Insert,
  report: string,
  rows: readonly JudgedRow[],
): Promise<void> {
  await forgetStanding(db, report);
  const reviews = await reviewsOfReport(db, report);
  if (reviews.length === 0) return;
  putStanding(insert, standingReviews(reviews, rows), rows);
}

/** Keeps which rows reviews hold for, and what they say together of each of `rows`. */
export function putStanding(
  insert: Insert,
  standing: readonly StandingReview[],
  rows: readonly JudgedRow[],
): void {
  insert(
    "standing_reviews",
    standing.map(
      ({ id, report, reviewer, found, changed }): StandingReviewTable => ({
        review: id,
        report,
        reviewer,
        row: found ?? null,
        changed: changed ? JSON.stringify(changed) : null,
      }),
    ),
  );
  const byRow = groupBy(standing, ({ found }) => found ?? "");
  const judged = rows.flatMap((row) => {
    const own = byRow.get(row.row);
    return own ? reviewedRow(row, own) : [];
  });
  insert("reviewed_rows", judged.map(reviewedRowRow));
}

/** Forgets which rows the reviews of a report hold for; the reviews stay. */
export async function forgetStanding(db: Database, report: string): Promise<void> {
  await sql`delete from standing_reviews where report = ${report}
    and review not in (select id from reviews where kind = 'answer')`.execute(db);
  await db.deleteFrom("reviewed_rows").where("report", "=", report).where("kind", "<>", "answer").execute();
}

export function reviewRow(review: Review, entered: string | undefined): Omit<ReviewTable, "number"> {
  return {
    id: review.id,
    kind: review.of,
    row: review.row,
    report: review.report,
    spans: JSON.stringify(review.spans.map(({ start, end }) => [start, end])),
    words: review.words,
    machine: JSON.stringify(valuesInOrder(review.machine)),
    verdict: review.verdict,
    correction: review.correction ? JSON.stringify(valuesInOrder(review.correction)) : null,
    note: review.note ?? null,
    reviewer: review.reviewer,
    at: review.at ?? null,
    entered: entered ?? null,
    replaces: review.replaces ?? null,
    opening: review.opening ? JSON.stringify(openingInOrder(review.opening)) : null,
  };
}

function openingInOrder({ row, report, spans, words }: JudgedOpening): JudgedOpening {
  return { row, report, spans: spans.map(({ start, end }) => ({ start, end })), words };
}

export function reviewOf(row: Selectable<ReviewTable>): Review {
  return present<Review>({
    kind: "review",
    id: row.id,
    of: row.kind as Review["of"],
    row: row.row,
    report: row.report,
    spans: (JSON.parse(row.spans) as [number, number][]).map(([start, end]): Span => ({ start, end })),
    words: row.words,
    machine: JSON.parse(row.machine) as RowValues,
    opening: row.opening === null ? null : (JSON.parse(row.opening) as JudgedOpening),
    verdict: row.verdict as Review["verdict"],
    correction: row.correction === null ? null : (JSON.parse(row.correction) as RowValues),
    note: row.note,
    reviewer: row.reviewer,
    at: row.at,
    replaces: row.replaces,
  });
}

/** A review with the row that it holds for, from the columns of both tables. */
export function standingReviewOf(
  row: Selectable<ReviewTable> & { readonly found: string | null; readonly changed: string | null },
): StandingReview {
  return {
    ...reviewOf(row),
    ...(row.found !== null && { found: row.found }),
    ...(row.changed !== null && { changed: JSON.parse(row.changed) as Field[] }),
  };
}

function reviewedRowRow({ row, of, report, review, reviewers, corrected }: ReviewedRow): ReviewedRowTable {
  const list = (value: readonly unknown[] | undefined) => (value ? JSON.stringify(value) : null);
  return {
    row,
    kind: of,
    report,
    review,
    reviewers,
    type: corrected.type ?? null,
    status: corrected.status ?? null,
    sources: list(corrected.sources),
    targets: list(corrected.targets),
    trigger_words: corrected.trigger ?? null,
    speaker: corrected.speaker ?? null,
    person: corrected.person ?? null,
    addressee_words: corrected.addressee ?? null,
    content: list(corrected.content),
    actors: list(corrected.actors),
  };
}

export function reviewedRowOf(row: Selectable<ReviewedRowTable>): ReviewedRow {
  const list = <T>(json: string | null) => (json === null ? null : (JSON.parse(json) as T[]));
  return {
    kind: "reviewed",
    of: row.kind as ReviewedRow["of"],
    row: row.row,
    report: row.report,
    review: row.review,
    reviewers: row.reviewers,
    corrected: present<RowValues>({
      type: row.type,
      status: row.status,
      sources: list<string>(row.sources),
      targets: list<string>(row.targets),
      trigger: row.trigger_words,
      speaker: row.speaker,
      person: row.person,
      addressee: row.addressee_words,
      content: list<NonNullable<RowValues["content"]>[number]>(row.content),
      actors: list<string>(row.actors),
    }),
  };
}
