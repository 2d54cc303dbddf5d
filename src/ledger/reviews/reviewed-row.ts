import {
  FIELDS,
  type Field,
  type JudgedRow,
  type Review,
  type ReviewedRow,
  type RowValues,
  valueKey,
} from "./review.js";

/**
 * What reviewers say of a row together, each with one voice. A row is wrong where more than half of them reject it; a value
 * takes the place of the machine's where more than half of the others give it.
 * @param reviews what each reviewer says of the row; at least one
 */
export function reviewedRow(row: JudgedRow, reviews: readonly Review[]): ReviewedRow {
  const kept = reviews.filter(({ verdict }) => verdict !== "reject");
  const rejected = reviews.length - kept.length;
  const judged = {
    kind: "reviewed",
    of: row.of,
    row: row.row,
    report: row.report,
    reviewers: reviews.length,
  } as const;
  if (rejected > kept.length) return { ...judged, review: "rejected", corrected: {} };
  const corrected: Partial<Record<Field, RowValues[Field]>> = {};
  let disputed = rejected === kept.length;
  for (const field of FIELDS[row.of]) {
    const value = mostGiven(kept.map((review) => heldValue(review, field)));
    if (!value) disputed = true;
    else if (valueKey(value.value) !== valueKey(row.machine[field])) corrected[field] = value.value;
  }
  const review = disputed ? "disputed" : Object.keys(corrected).length > 0 ? "corrected" : "accepted";
  return { ...judged, review, corrected: corrected as RowValues };
}

/** What a reviewer holds to be right: what was put in the machine's place, or else what the machine said then. */
export function heldValue<F extends Field>({ machine, correction }: Review, field: F): RowValues[F] {
  return correction?.[field] ?? machine[field];
}

/** The value that more than half give. */
function mostGiven(values: readonly RowValues[Field][]): { value: RowValues[Field] } | undefined {
  const counts = new Map<string, { value: RowValues[Field]; count: number }>();
  for (const value of values) {
    const counted = counts.get(valueKey(value)) ?? { value, count: 0 };
    counted.count++;
    counts.set(valueKey(value), counted);
  }
  return [...counts.values()].find(({ count }) => count * 2 > values.length);
}
