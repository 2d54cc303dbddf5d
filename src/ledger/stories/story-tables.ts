import { type Kysely, sql } from "kysely";
import type { GroupingTables } from "../grouping/grouping-index.js";
import { ItemMemory } from "../grouping/item-memory.js";
import { takeKeys } from "../grouping/key-rows.js";
import { type LinkMemory, LinkRows } from "../grouping/link-rows.js";
import { all, changedRows, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import { type DecidedStory, decideStories } from "./decide-stories.js";
import { STORY_RULES, type StoryRules } from "./rules.js";
import { dayOf, keysOf, type StoryReport } from "./similarity.js";

/** What is kept from one change to the next. */
export class StoryMemory {
  readonly reports = new ItemMemory<StoryReport>(5_000);
  readonly links: LinkMemory = new Map();
}

/** The rows of stories. */
export class StoryTables implements GroupingTables<StoryReport> {
  readonly links: LinkRows;
  readonly keys = { table: "story_keys", key: "term", day: "published", item: "report" } as const;

  /** Stories that a report was taken out of. */
  private readonly left = new Set<string>();

  /** @param changes takes the identifiers of stories that came, went or changed */
  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly rules: StoryRules = STORY_RULES,
    private readonly memory = new StoryMemory(),
    private readonly changes: Set<string> = new Set(),
  ) {
    this.links = new LinkRows(db, insert, { table: "story_links", item: "report" }, memory.links);
  }

  /** Those of the reports that belong to stories. */
  async items(ids: readonly string[]): Promise<StoryReport[]> {
    return this.memory.reports.of(ids, async (unknown) => {
      const rows = await jsonRows<
        [string, [string, number, string][], number[], string | null, string | null]
      >(
        this.db,
        sql`select json_group_array(json_array(t.report, json(t.terms), json(t.sketch), r.published, r.outlet)) as found
          from story_terms t join reports r on r.id = t.report where t.report in ${all(unknown)}`,
      );
      return rows.map(([id, terms, sketch, published, outlet]) => [
        id,
        {
          id,
          ...(dayOf(published) && { published: dayOf(published)! }),
          ...(outlet !== null && { outlet }),
          terms: terms.map(([term, weight, words]) => ({ term, weight, words })),
          sketch,
        },
      ]);
    });
  }

  /** All reports that were decided together with one of these, each with its piece. */
  async decidedWith(reports: readonly string[]): Promise<Map<string, string>> {
    const found = await jsonRows<[string, string]>(
      this.db,
      sql`select json_group_array(json_array(report, piece)) as found from story_reports where piece in
        (select piece from story_reports where report in ${all(reports)})`,
    );
    return new Map(found);
  }

  /** Puts reports in, by which they can be found; they have no story yet. */
  put(reports: readonly StoryReport[]): void {
    this.insert(
      "story_terms",
      reports.map(({ id, terms, sketch }) => ({
        report: id,
        terms: JSON.stringify(terms.map((t) => [t.term, t.weight, t.words])),
        sketch: JSON.stringify(sketch),
      })),
    );
    this.insert(
      "story_keys",
      reports.flatMap((report) => {
        const { id, published = "" } = report;
        return keysOf(report, this.rules).map((term) => ({ term, published, report: id }));
      }),
    );
    for (const report of reports) this.memory.reports.set(report.id, report);
  }

  /** Takes out all rows of a report but those of its story and its links. */
  async take(item: StoryReport): Promise<void> {
    const { id: report, published: day = "" } = item;
    const member = await this.db
      .selectFrom("story_reports")
      .select("story")
      .where("report", "=", report)
      .executeTakeFirst();
    if (member) this.left.add(member.story);
    this.memory.reports.delete(report);
    await this.db.deleteFrom("story_terms").where("report", "=", report).execute();
    await takeKeys(this.db, this.keys, { id: report, day, keys: keysOf(item, this.rules) });
  }

  /** Puts the stories of pieces in the place of those that their reports made before, and leaves alone what is the same. */
  async decide(pieces: readonly (readonly StoryReport[])[], gone: readonly string[]): Promise<void> {
    const decided = pieces.map((piece) => ({
      piece: piece[0]!.id,
      stories: decideStories(piece, this.rules),
    }));
    const reports = [...pieces.flat().map(({ id }) => id), ...gone];
    const before = await jsonRows<unknown[]>(
      this.db,
      sql`select json_group_array(json_array(report, story, piece, similarity, nearest, nearest_similarity,
        shared_words, copy_of)) as found from story_reports where report in ${all(reports)}`,
    );
    const known = [...this.left, ...before.map((row) => row[1] as string)];
    this.left.clear();
    const storiesBefore = await jsonRows<unknown[]>(
      this.db,
      sql`select json_group_array(json_array(id, name, first_published, last_published, reports, outlets,
        independent_outlets)) as found from stories where id in ${all(known)}`,
    );
    const stories = changedRows(storiesBefore, decided.flatMap(({ stories }) => stories).map(storyRow));
    const members = changedRows(
      before,
      decided.flatMap(({ piece, stories }) => stories.flatMap((story) => memberRows(story, piece))),
    );
    for (const id of [...stories.gone, ...stories.rows.map((row) => row.id)]) this.changes.add(id);
    for (const row of before) if (members.gone.includes(row[0] as string)) this.changes.add(row[1] as string);
    for (const { story } of members.rows) this.changes.add(story);
    await sql`delete from story_reports where report in ${all(members.gone)}`.execute(this.db);
    await sql`delete from stories where id in ${all(stories.gone)}`.execute(this.db);
    this.insert("stories", stories.rows);
    this.insert("story_reports", members.rows);
  }
}

function storyRow(story: DecidedStory) {
  return {
    id: story.id,
    name: story.name,
    first_published: story.firstPublished ?? null,
    last_published: story.lastPublished ?? null,
    reports: story.members.length,
    outlets: story.outlets,
    independent_outlets: story.independentOutlets,
  };
}

function memberRows(story: DecidedStory, piece: string) {
  return story.members.map((member) => ({
    report: member.report,
    story: story.id,
    piece,
    similarity: member.similarity ?? null,
    nearest: member.nearest ?? null,
    nearest_similarity: member.nearestSimilarity ?? null,
    shared_words: member.sharedWords ? JSON.stringify(member.sharedWords) : null,
    copy_of: member.copyOf ?? null,
  }));
}
