import {
  FIELDS,
  type JudgedRow,
  type Quoted,
  type ReviewedRow,
  type RowValues,
  type StandingReview,
} from "../../ledger/reviews/review.js";
import { clean, type Page, paragraph, type Style } from "./paragraph.js";
import { count } from "./report.js";
import { shortId } from "./words.js";

const INDENT = 14;

/** A row that can be judged as lines for people: what the machine says, what each reviewer says, what they say together. */
export function judgedRowLines(
  page: Page,
  row: JudgedRow,
  reviews: readonly StandingReview[],
  together?: ReviewedRow,
): string[] {
  const lost = reviews.length > 0 && reviews.every(({ found }) => found === undefined);
  return [
    ...paragraph(page, [
      { text: `${row.of} ${nameOf(row)}`, style: "bold" },
      { text: ` of report ${shortId(row.report)} · “${clean(row.words)}”` },
      ...(row.opening
        ? [{ text: ` to “${clean(row.opening.words)}” of report ${shortId(row.opening.report)}` }]
        : []),
      ...(lost ? [{ text: " · no longer found", style: "red" as const }] : []),
    ]),
    ...line(page, "machine", "dim", valueText(row.machine)),
    ...reviews.flatMap((review) => reviewLines(page, review)),
    ...(together ? line(page, "reviewed", "bold", togetherText(together)) : []),
  ];
}

/** A row's identifier, shortened; a mention's place stays whole, an answer has two. */
function nameOf({ of, row }: JudgedRow): string {
  if (of === "mention") return row;
  return of === "answer" ? row.split("-").map(shortId).join("-") : shortId(row);
}

/** What one person says of a row, as lines for people. */
export function reviewLines(page: Page, review: StandingReview): string[] {
  return line(page, review.reviewer, "cyan", reviewText(review));
}

function line(page: Page, label: string, style: Style, text: string): string[] {
  return paragraph(page, [{ text }], { label: [{ text: `  ${clean(label)}`, style }], indent: INDENT });
}

function reviewText({ verdict, correction, note, at, changed }: StandingReview): string {
  return [
    correction ? `${verdict}: ${valueText(correction)}` : verdict,
    ...(note ? [`“${clean(note)}”`] : []),
    ...(changed ? [`the machine now says another ${changed.join(", ")}`] : []),
    ...(at ? [at] : []),
  ].join(" · ");
}

function togetherText({ review, reviewers, corrected }: ReviewedRow): string {
  return [review, valueText(corrected), count(reviewers, "reviewer")].filter(Boolean).join(" · ");
}

/** Values by their fields, in the order of the fields: "type REJECT · sources RUR". */
export function valueText(values: RowValues): string {
  const order = [...new Set(Object.values(FIELDS).flat())];
  return order
    .flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : `${field} ${cellOf(value) || "nobody"}`;
    })
    .join(" · ");
}

/** A value as one text: codes parted by commas, content as its words. */
export function cellOf(value: string | readonly (string | Quoted)[] | undefined): string {
  if (typeof value !== "object") return clean(value ?? "");
  const quoted = value.some((part) => typeof part === "object");
  return value.map((part) => clean(typeof part === "string" ? part : part.words)).join(quoted ? " … " : ", ");
}
