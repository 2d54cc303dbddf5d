import { type Kysely, sql } from "kysely";
import type { LinkedExchange } from "../../ledger/exchanges/linked-exchange.js";
import { all } from "../../ledger/json-rows.js";
import { answerRow } from "../../ledger/reviews/answer-rows.js";
import {
  hasJudged,
  type ReviewFilter,
  reviewCondition,
  STANDING,
  STANDING_COLUMNS,
} from "../../ledger/reviews/list-reviews.js";
import type { ReviewedRow, StandingReview } from "../../ledger/reviews/review.js";
import { reviewedRowOf, standingReviewOf } from "../../ledger/reviews/review-tables.js";
import type { ReviewedRowTable, Schema } from "../../ledger/schema.js";
import { and } from "./filters.js";
import { type Page, type PageRequest, pageOfRows } from "./page.js";

type Database = Kysely<Schema>;

/** The last that each reviewer said of each row, the latest first. */
export async function pageOfReviews(
  db: Database,
  filter: ReviewFilter,
  page: PageRequest,
): Promise<Page<StandingReview>> {
  const { items, next } = await pageOfRows<Parameters<typeof standingReviewOf>[0]>(
    db,
    {
      select: STANDING_COLUMNS,
      from: STANDING,
      where: reviewCondition(filter),
      order: [
        { by: sql`coalesce(v.at, '')`, descending: true },
        { by: sql`v.number`, descending: true },
      ],
    },
    page,
  );
  return { items: items.map(standingReviewOf), ...(next && { next }) };
}

/** What reviewers say of rows together. */
export async function pageOfReviewedRows(
  db: Database,
  { of, report, row, seenBy }: Pick<ReviewFilter, "of" | "report" | "row" | "seenBy">,
  page: PageRequest,
): Promise<Page<ReviewedRow>> {
  const { items, next } = await pageOfRows<ReviewedRowTable>(
    db,
    {
      select: sql`w.*`,
      from: sql`reviewed_rows w`,
      where: and([
        of !== undefined && sql`w.kind = ${of}`,
        report !== undefined && sql`w.report = ${report}`,
        row !== undefined && sql`w.row = ${row}`,
        seenBy !== undefined && hasJudged(sql`w.row`, seenBy),
      ]),
      order: [{ by: sql`w.row` }],
    },
    page,
  );
  return { items: items.map(reviewedRowOf), ...(next && { next }) };
}

/** A page of rows with what reviewers say of each together, as far as `seenBy` may see it. */
export async function withReviews<T extends { readonly id: string }>(
  db: Database,
  page: Page<T>,
  seenBy: string | undefined,
) {
  const reviewed = await reviewedAmong(
    db,
    page.items.map(({ id }) => id),
    seenBy,
  );
  const items = page.items.map((item) => ({ ...item, ...reviewed(item.id) }));
  return { ...page, items };
}

/** Exchanges across reports with what reviewers say of each answer together, as far as `seenBy` may see it. */
export async function withReviewedAnswers(
  db: Database,
  page: Page<LinkedExchange>,
  seenBy: string | undefined,
) {
  const rowsOf = ({ opening, answers }: LinkedExchange) => answers.map(({ id }) => answerRow(id, opening.id));
  const reviewed = await reviewedAmong(db, page.items.flatMap(rowsOf), seenBy);
  const items = page.items.map((exchange) => {
    const rows = rowsOf(exchange);
    const answers = exchange.answers.map((answer, i) => ({ ...answer, ...reviewed(rows[i]!) }));
    return { ...exchange, answers };
  });
  return { ...page, items };
}

/** What reviewers say of each of these rows together; nothing of a row that nobody judged. */
async function reviewedAmong(db: Database, ids: readonly string[], seenBy: string | undefined) {
  const { rows } = await sql<ReviewedRowTable>`select * from reviewed_rows w
    where w.row in ${all(ids)}
      and ${seenBy === undefined ? sql`1` : hasJudged(sql`w.row`, seenBy)}`.execute(db);
  const known = new Map(rows.map((row) => [row.row, reviewedRowOf(row)]));
  return (id: string) => {
    const row = known.get(id);
    if (!row) return undefined;
    const { review, reviewers, corrected } = row;
    return { reviewed: { review, reviewers, corrected } };
  };
}
