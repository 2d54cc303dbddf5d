import { readIssues } from "../../ledger/issues/list-issues.js";
import { pageOfIssues } from "../queries/issues.js";
import { route } from "../route.js";
import { pageOf } from "../schemas/common.js";
import { issueQuery } from "../schemas/filters.js";
import { issue } from "../schemas/issues.js";

/** Questions about what disputes are about. */
export const ISSUE_ROUTES = [
  route({
    path: "/api/issues",
    name: "issues",
    summary: "What disputes are about, by the words of their reports, those of most reports first",
    query: issueQuery,
    response: pageOf(issue),
    answer: ({ db }, { query }) => pageOfIssues(db, query, query),
  }),
  route({
    path: "/api/issues/{id}",
    name: "issue",
    summary: "One issue with its stories",
    response: issue,
    answer: async ({ db }, { id }) => (await readIssues(db, [id]))[0],
  }),
];
