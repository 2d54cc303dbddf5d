import { type Kysely, type RawBuilder, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import { present } from "../rows/columns.js";
import type { Schema } from "../schema.js";
import { storyCondition } from "../stories/list-stories.js";
import type { StoryFilter } from "../stories/story.js";
import type { Issue, StoryOfIssue } from "./issue.js";

/** Which issues to give. */
export interface IssueFilter extends StoryFilter {
  /** Only those of this story: its identifier, or how it begins. */
  readonly story?: string;
}

/** The issues of the stories that pass `filter`, those of most reports first. */
export async function listIssues(db: Kysely<Schema>, filter: IssueFilter = {}): Promise<Issue[]> {
  return issuesWhere(db, sql`i.story in ${storiesOf(filter)}`);
}

/** Selects the stories whose issues pass `filter`. */
export function storiesOf(filter: IssueFilter): RawBuilder<unknown> {
  const { story = "" } = filter;
  return sql`(select id from stories where ${storyCondition(filter)} and id >= ${story} and id < ${`${story}\u{10ffff}`})`;
}

/** These issues, told with the stories that pass `filter` alone. */
export async function readIssues(
  db: Kysely<Schema>,
  ids: readonly string[],
  filter: IssueFilter = {},
): Promise<Issue[]> {
  return issuesWhere(db, sql`i.issue in ${all(ids)} and i.story in ${storiesOf(filter)}`);
}

async function issuesWhere(db: Kysely<Schema>, condition: RawBuilder<unknown>): Promise<Issue[]> {
  const { rows } = await sql<IssueRow>`
    select i.issue, i.term, i.owner, i.name as words, i.reports, i.weight, y.id, y.name, y.first_published, y.last_published
    from story_issues i join stories y on y.id = i.story where ${condition}
    order by i.reports desc, i.weight desc, y.id`.execute(db);
  return [...groupBy(rows, ({ issue }) => issue)]
    .map(([id, own]) =>
      present<Issue>({
        kind: "issue",
        id,
        name: own[0]!.words,
        term: own[0]!.term,
        owner: own[0]!.owner,
        reports: own.reduce((sum, { reports }) => sum + reports, 0),
        stories: own.map((row) =>
          present<StoryOfIssue>({
            id: row.id,
            name: row.name,
            words: row.words,
            reports: row.reports,
            weight: row.weight,
            firstPublished: row.first_published,
            lastPublished: row.last_published,
          }),
        ),
      }),
    )
    .sort((a, b) => b.reports - a.reports || (a.term < b.term ? -1 : 1));
}

interface IssueRow {
  readonly issue: string;
  readonly term: string;
  readonly owner: string | null;
  readonly words: string;
  readonly reports: number;
  readonly weight: number;
  readonly id: string;
  readonly name: string;
  readonly first_published: string | null;
  readonly last_published: string | null;
}
