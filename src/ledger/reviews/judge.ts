import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Span } from "../../record/span.js";
import { find } from "../find.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import { partsOfAnswer, readAnswers } from "./answer-rows.js";
import { listReviews } from "./list-reviews.js";
import {
  FIELDS,
  type Field,
  type JudgedRow,
  type Quoted,
  type Review,
  type ReviewedKind,
  type RowValues,
  type StandingReview,
  sameValue,
  type Verdict,
} from "./review.js";
import { ReviewError } from "./review-error.js";
import { reviewIdentifier } from "./review-identifier.js";
import { faultOf, note as noteSchema, reviewer as reviewerSchema, rowValues } from "./review-schema.js";
import { readRowsToJudge, reviewRow, reviewsOfReport, settleReviews } from "./review-tables.js";
import { reportOfMention } from "./rows-to-judge.js";
import { reviewsOfAnswers, settleAnswers } from "./settle-answers.js";

/** What a person says of a row. */
export interface Judgement {
  /** Identifier of the row; a mention's is "REPORT:START-END". */
  readonly row: string;
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly correction?: GivenValues;
  readonly note?: string;
}

/** Values as a person gives them: the content is words of the report, the parts of a split quotation joined by " … ". */
export type GivenValues = Omit<RowValues, "content"> & { readonly content?: string };

const JUDGEABLE: ReadonlySet<string> = new Set<ReviewedKind>(["event", "statement", "exchange", "relation"]);

/** The row with this identifier; undefined where there is none that can be judged. */
export async function rowToJudge(db: Kysely<Schema>, row: string): Promise<JudgedRow | undefined> {
  return (await rowsBeside(db, row)).find((other) => other.row === row);
}

/** The rows of the report that a row is of, or of the exchange that an answer is of; none where there is no such row. */
async function rowsBeside(db: Kysely<Schema>, row: string): Promise<readonly JudgedRow[]> {
  const answer = partsOfAnswer(row);
  if (answer) return (await readAnswers(db, { openings: [answer.opening] })).answers;
  const found = (await find(db, row, 10)).find(({ id, kind }) => id === row && JUDGEABLE.has(kind));
  const report = reportOfMention(row) ?? found?.report;
  return report === undefined ? [] : readRowsToJudge(db, report);
}

/**
 * Keeps what a person says of a row; it takes the place of what the same person said of it before. Throws a
 * `ReviewError` where there is no such row or what is said does not fit it.
 * @param at the instant, ISO 8601 in UTC; undefined where nobody says what time it is
 */
export async function judge(
  db: Kysely<Schema>,
  insert: Insert,
  judgement: Judgement,
  at: string | undefined,
): Promise<StandingReview> {
  const { verdict } = judgement;
  const reviewer = fitting("reviewer", reviewerSchema, judgement.reviewer);
  const note = fitting("note", noteSchema, judgement.note ?? "");
  const rows = await rowsBeside(db, judgement.row);
  const row = rows.find((other) => other.row === judgement.row);
  if (!row) {
    throw new ReviewError(
      "no-row",
      `no event, statement, exchange, answer, relation or mention ${judgement.row}`,
      "a row of a report that is in the ledger",
      "Look it up: identifiers stand with their rows.",
    );
  }
  const earlier = (await listReviews(db, { row: row.row, reviewer })).find(({ found }) => found === row.row);
  const correction =
    verdict === "correct" ? await correctionOf(db, row, judgement.correction ?? {}) : undefined;
  if (earlier && saysTheSame(earlier, row, { verdict, note }, correction)) return earlier;
  if (verdict === "withdraw" && !earlier)
    throw bad(`nothing that ${reviewer} said of the row, to be withdrawn`);
  const said = {
    ...row,
    verdict,
    reviewer,
    ...(correction && { correction }),
    ...(note && { note }),
    ...(at !== undefined && { at }),
    ...(earlier && earlier.row !== row.row && { replaces: earlier.id }),
  };
  const across = row.of === "answer";
  const reviews = across ? await reviewsOfAnswers(db) : await reviewsOfReport(db, row.report);
  const taken = new Set(reviews.map(({ id }) => id));
  let again = 0;
  while (taken.has(reviewIdentifier(said, again))) again++;
  const review: Review = { kind: "review", id: reviewIdentifier(said, again), ...said };
  insert("reviews", [reviewRow(review, at)]);
  if (across) await settleAnswers(db, insert);
  else await settleReviews(db, insert, row.report, rows);
  return verdict === "withdraw" ? review : { ...review, found: row.row };
}

function saysTheSame(
  earlier: StandingReview,
  { machine, row }: JudgedRow,
  { verdict, note }: Pick<Review, "verdict" | "note">,
  correction: RowValues | undefined,
): boolean {
  const same = (a: RowValues = {}, b: RowValues = {}) =>
    Object.keys({ ...a, ...b }).every((field) => sameValue(a[field as Field], b[field as Field]));
  return (
    earlier.row === row &&
    earlier.verdict === verdict &&
    (earlier.note ?? "") === (note ?? "") &&
    same(earlier.correction, correction) &&
    same(earlier.machine, machine)
  );
}

/** A value as its schema has it; throws a `ReviewError` where it does not fit. */
function fitting<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  const [issue] = error?.issues ?? [];
  if (issue) throw bad(`${issue.path.join(".") || name}: ${issue.message}`);
  return data as T;
}

/** The fields in which a person says something else than the machine. */
async function correctionOf(db: Kysely<Schema>, row: JudgedRow, given: GivenValues): Promise<RowValues> {
  const { content, ...others } = given;
  const values: RowValues = {
    ...others,
    ...(content !== undefined && row.machine.content && { content: await placed(db, row, content) }),
  };
  fitting("correction", rowValues, values);
  const fault = faultOf(row.of, values);
  if (fault !== undefined) throw bad(fault);
  const differing = FIELDS[row.of].filter(
    (field) => values[field] !== undefined && !sameValue(values[field], row.machine[field]),
  );
  if (differing.length === 0) throw bad("a correction in which nothing differs from the row");
  return Object.fromEntries(differing.map((field) => [field, values[field]]));
}

/** Words with their places in the report, each part where it stands nearest to the row's own words. */
async function placed(db: Kysely<Schema>, row: JudgedRow, content: string): Promise<Quoted[]> {
  const { text } = await db
    .selectFrom("reports")
    .select("text")
    .where("id", "=", row.report)
    .executeTakeFirstOrThrow();
  let from = 0;
  return content.split(" … ").map((part) => {
    const words = part.trim();
    const span = words === "" ? undefined : nearest(text, words, from, row.spans[0]?.start ?? 0);
    if (!span) throw bad(`content: “${words}” does not stand in the report`);
    from = span.end;
    return { ...span, words };
  });
}

function nearest(text: string, words: string, from: number, to: number): Span | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best !== undefined && Math.abs(at - to) >= Math.abs(best - to)) break;
    best = at;
  }
  return best === undefined ? undefined : { start: best, end: best + words.length };
}

function bad(met: string): ReviewError {
  return new ReviewError(
    "bad-review",
    met,
    "values that fit the row",
    "docs/reviews.md tells which fields each kind of row has.",
  );
}
