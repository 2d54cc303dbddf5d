import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Judgement } from "../../ledger/reviews/judge.js";
import type { Context } from "../context.js";
import { queueOf } from "../queries/review-queue.js";
import { pageOfReviewedRows, pageOfReviews } from "../queries/reviews.js";
import { oneToJudge } from "../queries/rows-to-judge.js";
import { route } from "../route.js";
import { pageOf } from "../schemas/common.js";
import {
  agreement,
  agreementQuery,
  imported,
  judgement,
  queue,
  queueQuery,
  reviewedQuery,
  reviewedRow,
  reviewQuery,
  rowQuery,
  rowToJudge,
  standingReview,
} from "../schemas/reviews.js";

/** A filter with the reviewer under the ledger's name for it. */
function seen<Query extends { readonly as?: string }>({ as, ...filter }: Query) {
  return { ...filter, ...(as !== undefined && { seenBy: as }) };
}

/** Questions about what people say of rows. */
export const REVIEW_ROUTES = [
  route({
    path: "/api/reviews",
    name: "reviews",
    summary: "The last that each reviewer said of each row, the latest first",
    query: reviewQuery,
    response: pageOf(standingReview),
    answer: ({ db }, { query }) => pageOfReviews(db, seen(query), query),
  }),
  route({
    path: "/api/reviews/rows",
    name: "reviewedRows",
    summary: "What reviewers say together, in the place of what the machine says",
    query: reviewedQuery,
    response: pageOf(reviewedRow),
    answer: ({ db }, { query }) => pageOfReviewedRows(db, seen(query), query),
  }),
  route({
    path: "/api/reviews/queue",
    name: "reviewQueue",
    summary: "Rows to be judged, each with the paragraphs that it stands in: the latest first, or a sample",
    query: queueQuery,
    response: queue,
    answer: ({ db }, { query }) => queueOf(db, query, query),
  }),
  route({
    path: "/api/reviews/queue/{id}",
    name: "rowToJudge",
    summary: "One row to be judged; a mention is named by its report and its place, REPORT:START-END",
    query: rowQuery,
    response: rowToJudge,
    answer: async ({ ledger, db }, { id, query }) => {
      const row = await ledger.rowToJudge(id);
      return row && oneToJudge(db, row, query.as);
    },
  }),
  route({
    path: "/api/reviews/agreement",
    name: "agreement",
    summary: "How far reviewers agree: Krippendorff's alpha, nominal",
    query: agreementQuery,
    response: agreement,
    answer: ({ ledger }, { query }) => ledger.agreement(seen(query)),
  }),
];

/** What a person says of rows. */
export const REVIEW_WRITE_ROUTES = [
  route({
    path: "/api/reviews",
    name: "review",
    summary:
      "Accept, correct or reject a row, or withdraw what the same reviewer said of it: that holds for good",
    body: { type: "application/json", schema: judgement },
    response: standingReview,
    answer: ({ toWrite }, { body }) => toWrite.review(body as Judgement),
  }),
  route({
    path: "/api/reviews/import",
    name: "importReviews",
    summary: "Bring in what /api/reviews/export gave, of this ledger or another (docs/reviews.md)",
    body: { type: "application/x-ndjson", schema: z.string() },
    response: imported,
    answer: ({ toWrite }, { body }) => toWrite.importReviews(body),
  }),
];

/** All that people said of rows, as a file. */
export function addReviewFile(app: FastifyInstance, { ledger }: Context): void {
  app.get("/api/reviews/export", async (_request, reply) =>
    reply
      .type("application/x-ndjson; charset=utf-8")
      .header("content-disposition", 'attachment; filename="reviews.jsonl"')
      .send(Readable.from(ledger.reviewLines())),
  );
}
