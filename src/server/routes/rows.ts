import { z } from "zod";
import { acrossOf, happeningsOf } from "../queries/across.js";
import { listEvents } from "../queries/events.js";
import { listReports } from "../queries/reports.js";
import { withReviews } from "../queries/reviews.js";
import { searchLedger } from "../queries/search.js";
import { listStatements } from "../queries/statements.js";
import { summarise } from "../queries/summary.js";
import { route } from "../route.js";
import { pageOf } from "../schemas/common.js";
import { explained } from "../schemas/explained.js";
import { eventQuery, reportQuery, searchQuery, statementQuery } from "../schemas/filters.js";
import { reading } from "../schemas/reading.js";
import { eventPage, hit, reportRow, statementRow, summary } from "../schemas/rows.js";

/** Questions about reports and what each of them says. */
export const ROW_ROUTES = [
  route({
    path: "/api/ledger",
    name: "summary",
    summary: "How much the ledger holds",
    response: summary,
    answer: (context) =>
      context.keep("summary", () =>
        summarise(context.db, context.ledger.path, {
          version: context.program,
          writable: context.intake !== undefined,
        }),
      ),
  }),
  route({
    path: "/api/reports",
    name: "reports",
    summary: "Reports, the latest first",
    query: reportQuery,
    response: pageOf(reportRow),
    answer: ({ db }, { query }) => listReports(db, query, query),
  }),
  route({
    path: "/api/reports/{id}",
    name: "report",
    summary: "One report: its text and all that was read in it",
    response: reading,
    answer: async ({ ledger }, { id }) => {
      const found = await ledger.reading(id);
      if (!found) return undefined;
      const { analysis, introductions, sought, ...rest } = found;
      return rest;
    },
  }),
  route({
    path: "/api/statements",
    name: "statements",
    summary: "Who said what, the latest in the ledger first",
    query: statementQuery,
    response: pageOf(statementRow),
    answer: async ({ db }, { query }) => withReviews(db, await listStatements(db, query, query), query.as),
  }),
  route({
    path: "/api/events",
    name: "events",
    summary: "Who did what to whom, the latest in the ledger first",
    query: eventQuery,
    response: eventPage,
    answer: async ({ db }, { query }) => withReviews(db, await listEvents(db, query, query), query.as),
  }),
  route({
    path: "/api/search",
    name: "search",
    summary: "Full-text search over reports, statements and events, the best match first",
    query: searchQuery,
    response: z.object({ items: z.array(hit) }),
    answer: async ({ ledger, db }, { query }) => ({
      items: await searchLedger(ledger, db, query.q, query.limit),
    }),
  }),
  route({
    path: "/api/explanations/{id}",
    name: "explanation",
    summary: "Why the row with this identifier is in the ledger",
    response: explained,
    answer: async ({ ledger, db }, { id }) => {
      const found = await ledger.explain(id);
      if (!found) return undefined;
      const happening = (await happeningsOf(db, [found.id])).get(found.id);
      return { ...found, ...(happening !== undefined && { happening }), ...(await acrossOf(db, found.id)) };
    },
  }),
];
