import { z } from "zod";
import { OUTCOMES, REVIEWED_KINDS, VERDICTS } from "../../ledger/reviews/review.js";
import {
  judgedRow as judgedFields,
  note,
  review,
  reviewer,
  rowValues,
} from "../../ledger/reviews/review-schema.js";
import { day, span, spanFields } from "./common.js";
import { acrossFilter, inStory, page, seenBy } from "./filters.js";

const text = z.string().max(200);
const flag = z.enum(["true", "false"]).transform((word) => word === "true");
const kind = z.enum(REVIEWED_KINDS);
const field = z.enum(Object.keys(rowValues.shape) as [keyof typeof rowValues.shape]);

export const standingReview = review
  .extend({
    found: z.string().exactOptional().describe("the row that it holds for now; absent where there is none"),
    changed: z
      .array(field)
      .exactOptional()
      .describe("fields in which the machine says something else now than when it was judged"),
  })
  .meta({ id: "StandingReview" });
export type StandingReviewBody = z.infer<typeof standingReview>;

export const reviewedRow = z
  .object({
    kind: z.literal("reviewed"),
    of: kind,
    row: z.string(),
    report: z.string(),
    review: z.enum(OUTCOMES).describe("disputed where no value has more than half of the reviewers"),
    reviewers: z.int(),
    corrected: rowValues.describe("what takes the place of the machine's values"),
  })
  .meta({ id: "ReviewedRow" });

const where = {
  report: z.string(),
  reportTitle: z.string().exactOptional(),
  outlet: z.string().exactOptional(),
  published: day.exactOptional(),
  spans: z.array(span).describe("the words that it rests on"),
  others: z.array(span).describe("the words of who takes part, of the source and the cue"),
  words: z.string(),
};
const stretch = z.object({ ...spanFields, words: z.string() });
const context = z.array(stretch).describe("the paragraphs that these words stand in");

/** A row with what a person needs to judge it. */
export const rowToJudge = z
  .object({
    kind: z.literal("row to judge"),
    id: z.string(),
    of: kind,
    ...where,
    machine: rowValues,
    context,
    opening: z
      .object({ id: z.string(), ...where, context, exchange: z.string().describe("across reports") })
      .exactOptional()
      .describe("what it answers; for an answer across reports only"),
    reviews: z.array(standingReview).describe("what people said of it, as far as the reviewer may see it"),
  })
  .meta({ id: "RowToJudge" });
export type RowToJudge = z.infer<typeof rowToJudge>;

export const queue = z.object({
  items: z.array(rowToJudge),
  next: z.string().exactOptional().describe("the cursor of the next page; absent on the last"),
  sample: z
    .object({ size: z.int(), judged: z.int().describe("of them by the reviewer") })
    .exactOptional()
    .describe("of the sample, where one was drawn"),
});

export const alpha = z.object({
  alpha: z
    .number()
    .exactOptional()
    .describe("1 is full agreement, 0 is chance; absent where it cannot be told"),
  units: z.int().describe("rows that at least two judged"),
  values: z.int(),
  reason: z.string().exactOptional().describe("why there is none"),
});
export const agreement = z
  .object({
    kind: z.literal("agreement"),
    reviewers: z.array(z.string()),
    rows: z.int().describe("rows that at least one judged"),
    verdict: alpha.describe("whether the machine's row is right as it is"),
    type: alpha,
    status: alpha,
    differing: z.array(z.array(standingReview)).describe("rows on which reviewers differ"),
  })
  .meta({ id: "Agreement" });
export type AgreementBody = z.infer<typeof agreement>;

export const imported = z.object({
  kind: z.literal("imported"),
  added: z.int(),
  known: z.int().describe("that were there already"),
  waiting: z.int().describe("of those added, for rows that are not in the ledger"),
  missing: z.array(z.string()).describe("reports that are not in the ledger"),
});
export type Imported = z.infer<typeof imported>;

const reviewFilter = {
  of: kind.exactOptional(),
  report: text.exactOptional(),
  row: text.exactOptional(),
  reviewer: text.exactOptional(),
  ...seenBy,
};
export const reviewQuery = z.object({
  ...reviewFilter,
  verdict: z.enum(VERDICTS).exactOptional(),
  found: flag.exactOptional().describe("only those whose row is there, or is no longer found"),
  ...page,
});
export const agreementQuery = z.object(reviewFilter);
export const reviewedQuery = z.object({
  of: reviewFilter.of,
  report: reviewFilter.report,
  row: reviewFilter.row,
  ...seenBy,
  ...page,
});
export const queueQuery = z.object({
  of: z.enum(["event", "statement", "exchange", "answer", "relation"]).default("event"),
  between: acrossFilter.between,
  from: acrossFilter.from,
  to: acrossFilter.to,
  ...inStory,
  outlet: text.exactOptional(),
  report: text.exactOptional(),
  type: text.exactOptional().describe("an event's type, a relation's name, an exchange's answer"),
  status: text.exactOptional(),
  ...seenBy,
  unjudged: flag.exactOptional().describe("only rows that the reviewer has not judged"),
  seed: text.exactOptional().describe("draws a sample at random: the same seed, the same rows"),
  sample: z.coerce.number().int().min(1).max(1000).default(100).describe("rows of a sample"),
  ...page,
});
export const rowQuery = z.object(seenBy);

/** What a person says of a row. */
export const judgement = z
  .object({
    row: judgedFields.row,
    reviewer,
    verdict: z.enum(VERDICTS),
    correction: rowValues
      .omit({ content: true })
      .extend({
        content: z
          .string()
          .max(20_000)
          .exactOptional()
          .describe("words of the report; parts of a split quotation are joined by “ … ”"),
      })
      .exactOptional(),
    note: note.exactOptional(),
  })
  .meta({ id: "Judgement" });
