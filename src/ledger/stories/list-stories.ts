import { type Kysely, type RawBuilder, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { storiesOfIssue } from "../issues/stories-of-issue.js";
import { all } from "../json-rows.js";
import { present } from "../rows/columns.js";
import type { Schema, StoryReportTable, StoryTable } from "../schema.js";
import type { ReportOfStory, Story, StoryFilter } from "./story.js";

/** The stories that pass `filter`, the latest first, those without dates last. */
export async function listStories(db: Kysely<Schema>, filter: StoryFilter = {}): Promise<Story[]> {
  const { rows } = await sql<StoryTable>`select * from stories where ${storyCondition(filter)}
    order by last_published desc, reports desc, id`.execute(db);
  const { rows: members } = await sql<MemberRow>`
    select s.report, s.story, s.similarity, s.nearest, s.nearest_similarity, s.shared_words, s.copy_of,
      r.title, r.outlet, r.published
    from story_reports s join reports r on r.id = s.report
    where s.story in ${all(rows.map(({ id }) => id))}
    order by coalesce(r.published, ''), r.id`.execute(db);
  const of = groupBy(members, (row) => row.story);
  return rows.map((row) => storyOf(row, of.get(row.id) ?? []));
}

/** The filter as an SQL condition on rows of `stories`. */
export function storyCondition({
  between = [],
  about,
  from,
  to,
  issue,
  fewest,
  ids,
}: StoryFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`reports >= ${fewest ?? 1}`];
  for (const code of between) conditions.push(sql`id in ${named([code])}`);
  if (about) conditions.push(sql`id in ${named(about)}`);
  if (from) conditions.push(sql`last_published >= ${from}`);
  if (to) conditions.push(sql`first_published <= ${to}`);
  if (issue) conditions.push(sql`id in ${storiesOfIssue(issue)}`);
  if (ids) conditions.push(sql`id in ${all(ids)}`);
  return sql.join(conditions, sql` and `);
}

/** Stories of which at least half of the reports name one of the actors. */
function named(codes: readonly string[]) {
  return sql`(select story from story_reports where report in (select report from report_actors where code in ${all(codes)})
    group by story having 2 * count(*) >= (select reports from stories where id = story_reports.story))`;
}

interface MemberRow
  extends Pick<StoryReportTable, "report" | "story" | "similarity" | "nearest" | "nearest_similarity"> {
  readonly shared_words: string | null;
  readonly copy_of: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

function storyOf(row: StoryTable, members: readonly MemberRow[]): Story {
  return present<Story>({
    kind: "story",
    id: row.id,
    name: row.name,
    firstPublished: row.first_published,
    lastPublished: row.last_published,
    outlets: row.outlets,
    independentOutlets: row.independent_outlets,
    reports: members.map((member) =>
      present<ReportOfStory>({
        id: member.report,
        title: member.title,
        outlet: member.outlet,
        published: member.published,
        similarity: member.similarity,
        nearest: member.nearest,
        nearestSimilarity: member.nearest_similarity,
        sharedWords: member.shared_words === null ? null : (JSON.parse(member.shared_words) as string[]),
        copyOf: member.copy_of,
      }),
    ),
  });
}
