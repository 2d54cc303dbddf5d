import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ReviewedRowTable, Schema } from "../schema.js";
import type { ReviewedKind, ReviewedRow, StandingReview, Verdict } from "./review.js";
import { reviewedRowOf, standingReviewOf } from "./review-tables.js";

/** Which reviews to give; each part narrows them down. */
export interface ReviewFilter {
  readonly of?: ReviewedKind;
  readonly report?: string;
  /** Identifier of the row that it holds for now, or that was judged. */
  readonly row?: string;
  readonly reviewer?: string;
  readonly verdict?: Verdict;
  /** Only those whose row is there, or is no longer found. */
  readonly found?: boolean;
  /** Only what this reviewer may see who is blind to the others: rows that the reviewer has judged. */
  readonly seenBy?: string;
}

/** The tables that reviews are read from, and their columns. */
export const STANDING = sql`standing_reviews t join reviews v on v.id = t.review`;
export const STANDING_COLUMNS = sql`v.*, t.row as found, t.changed`;

/** The filter as a condition on a standing review `t` and its review `v`. */
export function reviewCondition(filter: ReviewFilter): RawBuilder<unknown> {
  const { of, report, row, reviewer, verdict, found, seenBy } = filter;
  const conditions: RawBuilder<unknown>[] = [sql`1`];
  if (of !== undefined) conditions.push(sql`v.kind = ${of}`);
  if (report !== undefined) conditions.push(sql`t.report = ${report}`);
  if (row !== undefined) conditions.push(sql`(t.row = ${row} or t.row is null and v.row = ${row})`);
  if (reviewer !== undefined) conditions.push(sql`t.reviewer = ${reviewer}`);
  if (verdict !== undefined) conditions.push(sql`v.verdict = ${verdict}`);
  if (found !== undefined) conditions.push(found ? sql`t.row is not null` : sql`t.row is null`);
  if (seenBy !== undefined)
    conditions.push(sql`(t.reviewer = ${seenBy} or ${hasJudged(sql`t.row`, seenBy)} or t.row is null and exists (
      select 1 from standing_reviews o join reviews j on j.id = o.review
      where o.row is null and o.reviewer = ${seenBy} and j.row = v.row))`);
  return sql.join(conditions, sql` and `);
}

/** True where the reviewer has judged the row that `row` names. */
export function hasJudged(row: RawBuilder<unknown>, reviewer: string): RawBuilder<unknown> {
  return sql`exists (select 1 from standing_reviews o where o.row = ${row} and o.reviewer = ${reviewer})`;
}

/** The last that each reviewer said of each row, in the order in which it was said. */
export async function listReviews(db: Kysely<Schema>, filter: ReviewFilter): Promise<StandingReview[]> {
  const { rows } = await sql<
    Parameters<typeof standingReviewOf>[0]
  >`select ${STANDING_COLUMNS} from ${STANDING}
    where ${reviewCondition(filter)} order by coalesce(v.at, ''), v.number`.execute(db);
  return rows.map(standingReviewOf);
}

/** What reviewers say together of rows that are there. */
export async function listReviewedRows(
  db: Kysely<Schema>,
  { report, row, of, seenBy }: Pick<ReviewFilter, "report" | "row" | "of" | "seenBy">,
): Promise<ReviewedRow[]> {
  const conditions: RawBuilder<unknown>[] = [sql`1`];
  if (report !== undefined) conditions.push(sql`report = ${report}`);
  if (row !== undefined) conditions.push(sql`row = ${row}`);
  if (of !== undefined) conditions.push(sql`kind = ${of}`);
  if (seenBy !== undefined) conditions.push(hasJudged(sql`reviewed_rows.row`, seenBy));
  const { rows } = await sql<ReviewedRowTable>`select * from reviewed_rows
    where ${sql.join(conditions, sql` and `)} order by row`.execute(db);
  return rows.map(reviewedRowOf);
}
