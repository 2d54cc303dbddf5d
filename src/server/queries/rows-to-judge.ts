import { type Kysely, sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import { partsOfAnswer, readAnswers } from "../../ledger/reviews/answer-rows.js";
import { listReviews } from "../../ledger/reviews/list-reviews.js";
import type { JudgedRow, ReviewedKind } from "../../ledger/reviews/review.js";
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
  return (await rowsToJudge(db, row.of, [{ id: row.row, report: row.report }], seenBy))[0];
}

interface Told {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Rows of one kind with the paragraphs that they stand in. */
export async function rowsToJudge(
  db: Database,
  of: ReviewedKind,
  found: readonly Found[],
  seenBy: string | undefined,
): Promise<RowToJudge[]> {
  const rows = new Map((await judgedRows(db, of, found)).map((row) => [row.row, row]));
  const reports = [...rows.values()].flatMap(({ report, opening }) =>
    opening ? [report, opening.report] : report,
  );
  const told =
    await sql<Told>`select id, title, outlet, published from reports where id in ${all([...new Set(reports)])}`.execute(
      db,
    );
  const facts = new Map(told.rows.map((row) => [row.id, row]));
  const factsOf = (report: string) => {
    const { title = null, outlet = null, published = null } = facts.get(report) ?? {};
    return { report, reportTitle: title, outlet, published };
  };
  const items: RowToJudge[] = [];
  for (const { id } of found) {
    const row = rows.get(id);
    if (!row) continue;
    const reviews = await listReviews(db, { row: id, ...(seenBy !== undefined && { seenBy }) });
    items.push(
      present<RowToJudge>({
        kind: "row to judge",
        id,
        of: row.of,
        ...factsOf(row.report),
        spans: [...row.spans],
        others: await othersOf(db, partsOfAnswer(id)?.answer ?? id),
        words: row.words,
        machine: row.machine as RowToJudge["machine"],
        context: await contextOf(db, row),
        opening: row.opening
          ? present<NonNullable<RowToJudge["opening"]>>({
              id: row.opening.row,
              ...factsOf(row.opening.report),
              spans: [...row.opening.spans],
              others: await othersOf(db, row.opening.row),
              words: row.opening.words,
              context: await contextOf(db, row.opening),
              exchange: await exchangeOf(db, row.opening.row),
            })
          : null,
        reviews: reviews as RowToJudge["reviews"],
      }),
    );
  }
  return items;
}

async function exchangeOf(db: Database, opening: string): Promise<string> {
  const row = await db
    .selectFrom("linked_exchange_turns")
    .select("linked_exchange")
    .where("turn", "=", opening)
    .executeTakeFirstOrThrow();
  return row.linked_exchange;
}

async function judgedRows(
  db: Database,
  of: ReviewedKind,
  found: readonly Found[],
): Promise<readonly JudgedRow[]> {
  if (of === "answer") {
    const openings = found.flatMap(({ id }) => partsOfAnswer(id)?.opening ?? []);
    return (await readAnswers(db, { openings })).answers;
  }
  const rows: JudgedRow[] = [];
  for (const report of new Set(found.map(({ report }) => report)))
    rows.push(...(await readRowsToJudge(db, report, of)));
  return rows;
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

async function contextOf(
  db: Database,
  { report, spans }: Pick<JudgedRow, "report" | "spans">,
): Promise<RowToJudge["context"]> {
  const { rows } = await sql<{ start: number; end: number; words: string }>`
    select start_offset as start, end_offset as end, words from paragraphs where report = ${report} order by position`.execute(
    db,
  );
  return rows.filter((paragraph) => spans.some((span) => overlaps(paragraph, span)));
}
