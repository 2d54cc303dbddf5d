import { type Kysely, sql } from "kysely";
import { all } from "../json-rows.js";
import type { ReviewTable, Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { Review } from "./review.js";
import { ReviewError } from "./review-error.js";
import { reviewIdentifier } from "./review-identifier.js";
import { faultOf, review as reviewSchema } from "./review-schema.js";
import { readRowsToJudge, reviewOf, reviewRow, settleReviews } from "./review-tables.js";
import { settleAnswers } from "./settle-answers.js";

/** What came of reviews that were brought in. */
export interface ImportedReviews {
  readonly kind: "imported";
  /** Reviews that the ledger did not have. */
  readonly added: number;
  /** Reviews that it had already. */
  readonly known: number;
  /** Of those added, how many hold for no row that is in the ledger; they wait for it. */
  readonly waiting: number;
  /** Reports that are not in the ledger. */
  readonly missing: readonly string[];
}

/** All that people said, in order, as lines of a file: JSON Lines, the same bytes for the same reviews. */
export async function* reviewLines(db: Kysely<Schema>): AsyncGenerator<string> {
  let last = 0;
  for (;;) {
    const { rows } = await sql<ReviewTable & { number: number }>`
      select * from reviews where number > ${last} order by number limit 500`.execute(db);
    for (const row of rows) {
      last = row.number;
      yield `${JSON.stringify(reviewOf(row as never))}\n`;
    }
    if (rows.length === 0) return;
  }
}

/** The reviews of a file's text. Throws a `ReviewError` that names the first line which is none. */
export function parseReviews(text: string): Review[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const fault = (met: string) =>
      new ReviewError(
        "bad-file",
        `line ${i + 1}: ${met}`,
        "one review a line, as demarche reviews export writes them",
        "Nothing was imported. docs/reviews.md tells what a line holds.",
      );
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw fault("no JSON");
    }
    // A review that another program made need not name itself.
    if (typeof value === "object" && value !== null && !("id" in value))
      value = { id: "j0000000000000000", ...value };
    const parsed = reviewSchema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw fault(`${issue?.path.join(".") || "the line"}: ${issue?.message}`);
    }
    const { at } = parsed.data;
    // Instants are compared as texts.
    const review: Review = { ...parsed.data, ...(at !== undefined && { at: new Date(at).toISOString() }) };
    const wrong =
      faultOf(review.of, review.machine) ??
      faultOf(review.of, review.correction ?? {}) ??
      ((review.verdict === "correct") !== (review.correction !== undefined)
        ? "correction: is there for the verdict “correct” and no other"
        : (review.of === "answer") !== (review.opening !== undefined)
          ? "opening: is there for the kind “answer” and no other"
          : undefined);
    if (wrong !== undefined) throw fault(wrong);
    return review.id === "j0000000000000000" ? { ...review, id: reviewIdentifier(review) } : review;
  });
}

/** Brings reviews in; those that are there already stay as they are. */
export async function importReviews(
  db: Kysely<Schema>,
  insert: Insert,
  reviews: readonly Review[],
  entered: string | undefined,
): Promise<ImportedReviews> {
  const ids = reviews.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select id from reviews where id in ${all(ids)}`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  const added = new Map(reviews.filter(({ id }) => !known.has(id)).map((review) => [review.id, review]));
  insert(
    "reviews",
    [...added.values()].map((review) => reviewRow(review, entered)),
  );
  const reports = [...new Set([...added.values()].map(({ report }) => report))];
  for (const report of reports) await settleReviews(db, insert, report, await readRowsToJudge(db, report));
  if ([...added.values()].some(({ of }) => of === "answer")) await settleAnswers(db, insert);
  const there = await sql<{ id: string }>`select id from reports where id in ${all(reports)}`.execute(db);
  const present = new Set(there.rows.map(({ id }) => id));
  const waiting = await sql<{ count: number }>`select count(*) as count from standing_reviews
    where row is null and review in ${all([...added.keys()])}`.execute(db);
  return {
    kind: "imported",
    added: added.size,
    known: reviews.length - added.size,
    waiting: waiting.rows[0]!.count,
    missing: reports.filter((report) => !present.has(report)).sort(),
  };
}
