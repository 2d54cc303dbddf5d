import { type Kysely, sql } from "kysely";
import type { Issue } from "../../ledger/issues/issue.js";
import { type IssueFilter, readIssues, storiesOf } from "../../ledger/issues/list-issues.js";
import type { Schema } from "../../ledger/schema.js";
import { type Page, type PageRequest, pageOfRows } from "./page.js";

/** Issues of the stories that pass `filter`, those of most reports first; `ids` are the issues'. */
export async function pageOfIssues(
  db: Kysely<Schema>,
  filter: IssueFilter,
  page: PageRequest,
): Promise<Page<Issue>> {
  const { items, next } = await pageOfRows<{ id: string }>(
    db,
    {
      select: sql`id`,
      from: sql`(select issue as id, sum(reports) as reports from story_issues
        where story in ${storiesOf(filter)} group by issue)`,
      where:
        filter.issue === undefined
          ? sql`1`
          : sql`id >= ${filter.issue} and id < ${`${filter.issue}\u{10ffff}`}`,
      order: [{ by: sql`reports`, descending: true }, { by: sql`id` }],
    },
    page,
  );
  const ids = items.map(({ id }) => id);
  const issues = new Map((await readIssues(db, ids, filter)).map((issue) => [issue.id, issue]));
  return { items: ids.map((id) => issues.get(id)!), ...(next && { next }) };
}
