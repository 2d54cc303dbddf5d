import type { Span } from "../../record/span.js";
import { FIELDS, type Field, type JudgedRow, type Review, type StandingReview, sameValue } from "./review.js";

/** Words are the same words still where at least this part of both is shared. */
const LEAST_SHARED = 0.5;

/**
 * The last judgement of each reviewer on each row of one report, or on each answer across reports, with the row that it holds for among `rows`, those that
 * there are now: the one with the same identifier, or else the one of the same kind that shares most words. That a row is
 * wrong holds for no row that says something else.
 * @param reviews all judgements on these rows, the latest last
 * @param nameOf the identifier of the row that one of `rows` stands for, where several stand for one
 */
export function standingReviews(
  reviews: readonly Review[],
  rows: readonly JudgedRow[],
  nameOf: (row: JudgedRow) => string = ({ row }) => row,
): StandingReview[] {
  const byIdentifier = new Map(rows.map((row) => [row.row, row]));
  const replaced = new Set(reviews.map(({ replaces }) => replaces));
  const byReviewer = new Map<string, Map<string, Review>>();
  // A later judgement of the same row takes the place of an earlier one.
  for (const review of reviews) {
    if (replaced.has(review.id)) continue;
    const own = byReviewer.get(review.reviewer) ?? new Map<string, Review>();
    byReviewer.set(review.reviewer, own);
    own.delete(review.row);
    own.set(review.row, review);
  }
  return [...byReviewer.values()].flatMap((own) => {
    const taken = new Set<string>();
    const latest = [...own.values()].reverse();
    const standing: StandingReview[] = [];
    const lost: Review[] = [];
    for (const review of latest) {
      const row = byIdentifier.get(review.row);
      if (row && holdsFor(review, row) && !taken.has(nameOf(row))) {
        taken.add(nameOf(row));
        standing.push(standingOn(review, row, nameOf(row)));
      } else lost.push(review);
    }
    for (const review of lost) {
      const left = rows.filter((row) => row.of === review.of && !taken.has(nameOf(row)));
      const row = mostAlike(review, left);
      if (row) taken.add(nameOf(row));
      standing.push(row ? standingOn(review, row, nameOf(row)) : review);
    }
    return standing.filter(({ verdict }) => verdict !== "withdraw");
  });
}

function standingOn(review: Review, row: JudgedRow, found: string): StandingReview {
  const changed = FIELDS[review.of].filter((field) => !sameValue(review.machine[field], row.machine[field]));
  return { ...review, found, ...(changed.length > 0 && { changed }) };
}

/** What a row claims above all: a row that is rejected is rejected for that. */
const CLAIM: Readonly<Record<Review["of"], readonly Field[]>> = {
  event: ["type"],
  statement: [],
  exchange: ["type"],
  answer: ["type"],
  relation: ["type"],
  mention: ["actors"],
};

function holdsFor(review: Review, row: JudgedRow): boolean {
  return (
    review.verdict !== "reject" ||
    CLAIM[review.of].every((field) => sameValue(review.machine[field], row.machine[field]))
  );
}

function mostAlike(review: Review, rows: readonly JudgedRow[]): JudgedRow | undefined {
  let best: JudgedRow | undefined;
  let most: readonly number[] = [];
  for (const row of rows) {
    if (!holdsFor(review, row)) continue;
    const shared = Math.min(sharedPart(review, row), sharedPart(review.opening, row.opening));
    if (shared < LEAST_SHARED) continue;
    const same = FIELDS[row.of].filter((field) => sameValue(review.machine[field], row.machine[field]));
    const claim = CLAIM[row.of].every((field) => same.includes(field)) ? 1 : 0;
    const alike = [shared, claim, same.length];
    if (!best || isMore(alike, most)) [best, most] = [row, alike];
  }
  return best;
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
}

type Words = Pick<JudgedRow, "report" | "spans">;

/** The words that two share, as a part of all that they cover. */
function sharedPart(one: Words | undefined, two: Words | undefined): number {
  if (!one || !two) return one === two ? 1 : 0;
  if (one.report !== two.report) return 0;
  const { spans: a } = one;
  const { spans: b } = two;
  let shared = 0;
  for (const one of a)
    for (const other of b)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  const all = length(a) + length(b) - shared;
  return all === 0 ? 0 : shared / all;
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
