import { type Kysely, sql } from "kysely";
import { all } from "../json-rows.js";
import type { ReviewTable, Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import { readAnswers } from "./answer-rows.js";
import { standingReviews } from "./find-again.js";
import type { Review } from "./review.js";
import { putStanding, reviewOf } from "./review-tables.js";

type Database = Kysely<Schema>;

/** All that people said of answers across reports, the latest last. */
export async function reviewsOfAnswers(db: Database): Promise<Review[]> {
  const { rows } = await sql<ReviewTable>`select * from reviews where kind = 'answer'
    order by coalesce(at, ''), number`.execute(db);
  return rows.map((row) => reviewOf(row as never));
}

/**
 * Finds anew which answers across reports the reviews of answers hold for, and what they say together. Reports are read
 * together, so that all of them are settled at once; they are few, since people make them.
 */
export async function settleAnswers(db: Database, insert: Insert): Promise<void> {
  await sql`delete from standing_reviews where review in (select id from reviews where kind = 'answer')`.execute(
    db,
  );
  await sql`delete from reviewed_rows where kind = 'answer'`.execute(db);
  const reviews = await reviewsOfAnswers(db);
  if (reviews.length === 0) return;
  const reports = [...new Set(reviews.flatMap(({ opening }) => opening?.report ?? []))];
  const { answers, tellings, nameOf } = await readAnswers(db, { reports });
  putStanding(insert, standingReviews(reviews, tellings, nameOf), answers);
}

/** True where what a change did may concern a review of an answer across reports. */
export async function concernsAnswers(
  db: Database,
  reports: ReadonlySet<string>,
  exchanges: ReadonlySet<string>,
): Promise<boolean> {
  const any = await sql`select 1 from reviews where kind = 'answer' limit 1`.execute(db);
  if (any.rows.length === 0) return false;
  const [touched, changed] = [all([...reports]), all([...exchanges])];
  const { rows } = await sql`select 1 from reviews where kind = 'answer' and (report in ${touched}
      or opening ->> 'report' in ${touched}
      or opening ->> 'report' in (select o.report from linked_exchange_turns t join turns o on o.id = t.turn
        where t.linked_exchange in ${changed}))
    union all select 1 from standing_reviews s join reviews v on v.id = s.review
      where v.kind = 'answer' and s.row is not null
        and not exists (select 1 from linked_exchange_turns where turn = substr(s.row, instr(s.row, '-') + 1))
    limit 1`.execute(db);
  return rows.length > 0;
}
