import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { present } from "../rows/columns.js";
import type { Schema, StoryReportTable, StoryTable } from "../schema.js";
import type { ReportOfStory, Story, StoryFilter } from "./story.js";

/** The stories that pass `filter`, the latest first, those without dates last. */
export async function listStories(db: Kysely<Schema>, filter: StoryFilter = {}): Promise<Story[]> {
  let query = db
    .selectFrom("stories")
    .selectAll()
    .orderBy("last_published", "desc")
    .orderBy("reports", "desc")
    .orderBy("id");
  if (filter.from) query = query.where("last_published", ">=", filter.from);
  if (filter.to) query = query.where("first_published", "<=", filter.to);
  if (filter.fewest) query = query.where("reports", ">=", filter.fewest);
  for (const code of filter.between ?? []) query = query.where(sql<boolean>`id in ${named([code])}`);
  if (filter.about) query = query.where(sql<boolean>`id in ${named(filter.about)}`);
  const rows = await query.execute();
  const { rows: members } = await sql<MemberRow>`
    select s.report, s.story, s.similarity, s.nearest, s.nearest_similarity, s.shared_words, s.copy_of,
      r.title, r.outlet, r.published
    from story_reports s join reports r on r.id = s.report
    where s.story in (select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))
    order by coalesce(r.published, ''), r.id`.execute(db);
  const of = groupBy(members, (row) => row.story);
  return rows.map((row) => storyOf(row, of.get(row.id) ?? []));
}

/** Stories of which at least half of the reports name one of the actors. */
function named(codes: readonly string[]) {
  return sql`(select s.story from story_reports s join stories y on y.id = s.story
    where s.report in (select report from mention_actors where code in (${sql.join(codes)}))
    group by s.story having 2 * count(*) >= max(y.reports))`;
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
