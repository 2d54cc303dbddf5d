import { type Kysely, sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import { listReviews } from "../../ledger/reviews/list-reviews.js";
import type { JudgedRow } from "../../ledger/reviews/review.js";
import { readRowsToJudge } from "../../ledger/reviews/review-tables.js";
import { present } from "../../ledger/rows/columns.js";
import type { Schema } from "../../ledger/schema.js";
import { overlaps } from "../../record/span.js";
import type { RowToJudge } from "../schemas/reviews.js";

type Database = Kysely<Schema>;

/** Where a row stands. */
export interface Found {
  readonly id: string;
  readonly report: string;
}

/** One row to be judged; undefined where there is none. */
export async function oneToJudge(
  db: Database,
  row: JudgedRow,
  seenBy: string | undefined,
): Promise<RowToJudge | undefined> {
  return (await rowsToJudge(db, [{ id: row.row, report: row.report }], seenBy))[0];
}

interface Told {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Rows with the paragraphs that they stand in. */
export async function rowsToJudge(
  db: Database,
  found: readonly Found[],
  seenBy: string | undefined,
): Promise<RowToJudge[]> {
  const reports = [...new Set(found.map(({ report }) => report))];
  const told =
    await sql<Told>`select id, title, outlet, published from reports where id in ${all(reports)}`.execute(db);
  const facts = new Map(told.rows.map((row) => [row.id, row]));
  const rows = new Map<string, JudgedRow>();
  for (const report of reports) for (const row of await readRowsToJudge(db, report)) rows.set(row.row, row);
  const items: RowToJudge[] = [];
  for (const { id } of found) {
    const row = rows.get(id);
    if (!row) continue;
    const { title = null, outlet = null, published = null } = facts.get(row.report) ?? {};
    const reviews = await listReviews(db, { row: id, ...(seenBy !== undefined && { seenBy }) });
    items.push(
      present<RowToJudge>({
        kind: "row to judge",
        id,
        of: row.of,
        report: row.report,
        reportTitle: title,
        outlet,
        published,
        spans: [...row.spans],
        others: await othersOf(db, id),
        words: row.words,
        machine: row.machine as RowToJudge["machine"],
        context: await contextOf(db, row),
        reviews: reviews as RowToJudge["reviews"],
      }),
    );
  }
  return items;
}

/** The words that belong to a row beside those that it rests on. */
async function othersOf(db: Database, id: string): Promise<RowToJudge["others"]> {
  const { rows } = await sql<RowToJudge["others"][number]>`select distinct start, end from (
      select start_offset as start, end_offset as end from event_participants where event = ${id}
      union all select start_offset, end_offset from relation_participants where relation = ${id}
      union all select start_offset, end_offset from statement_spans
        where statement = ${id} and role in ('source', 'cue', 'addressee')
    ) where start is not null order by start, end`.execute(db);
  return rows;
}

async function contextOf(db: Database, { report, spans }: JudgedRow): Promise<RowToJudge["context"]> {
  const { rows } = await sql<{ start: number; end: number; words: string }>`
    select start_offset as start, end_offset as end, words from paragraphs where report = ${report} order by position`.execute(
    db,
  );
  return rows.filter((paragraph) => spans.some((span) => overlaps(paragraph, span)));
}
