import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { DecidedStory } from "./decide-stories.js";
import type { StoryLink } from "./pieces.js";
import { dayOf, type StoryReport } from "./similarity.js";

/** A link, with the number of key terms that join its reports. */
export interface StoredLink extends StoryLink {
  readonly keys: number;
}

/** Two reports, in rising order of their identifiers, and a number of key terms. */
export interface KeyedPair {
  readonly pair: readonly [string, string];
  readonly keys: number;
}

/** Terms and sketches by report: they follow from its text, as its identifier does, so that they can be kept. */
export type StoryContents = Map<string, Pick<StoryReport, "terms" | "sketch">>;

/** The rows of stories. Many rows come as one JSON array each time: that is several times faster than row by row. */
export class StoryTables {
  /** `contents`: kept from one change to the next. */
  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly contents: StoryContents = new Map(),
  ) {}

  /** The links of each of some reports. */
  async links(reports: readonly string[]): Promise<Map<string, StoredLink[]>> {
    const found = await this.json<[string, string, number, number, number]>(
      sql`select json_group_array(json_array(report, other, similarity, days, keys)) as found
        from story_links where report in ${all(reports)}`,
    );
    const links = found.map(([report, other, similarity, days, keys]) => ({
      report,
      other,
      similarity,
      days,
      keys,
    }));
    return groupBy(links, (link) => link.report);
  }

  /** Those of the reports that belong to stories. */
  async reports(ids: readonly string[]): Promise<StoryReport[]> {
    const unread = ids.filter((id) => !this.contents.has(id));
    const contents = await this.json<[string, [string, number, string][], number[]]>(
      sql`select json_group_array(json_array(report, json(terms), json(sketch))) as found
        from story_terms where report in ${all(unread)}`,
    );
    const here = new Map(ids.flatMap((id) => (this.contents.has(id) ? [[id, this.contents.get(id)!]] : [])));
    if (this.contents.size > MOST_KEPT) this.contents.clear();
    for (const [id, terms, sketch] of contents) {
      const content = { terms: terms.map(([term, weight, words]) => ({ term, weight, words })), sketch };
      this.contents.set(id, content);
      here.set(id, content);
    }
    const reports = await this.json<[string, string | null, string | null]>(
      sql`select json_group_array(json_array(r.id, r.published, r.outlet)) as found
        from story_terms t join reports r on r.id = t.report where r.id in ${all(ids)}`,
    );
    return reports.map(([id, published, outlet]) => ({
      id,
      ...(dayOf(published) && { published: dayOf(published)! }),
      ...(outlet !== null && { outlet }),
      ...here.get(id)!,
    }));
  }

  /** All reports that were decided together with one of these, each with its piece. */
  async decidedWith(reports: readonly string[]): Promise<Map<string, string>> {
    const found = await this.json<[string, string]>(
      sql`select json_group_array(json_array(report, piece)) as found from story_reports where piece in
        (select piece from story_reports where report in ${all(reports)})`,
    );
    return new Map(found);
  }

  /** Puts a report in, by which it can be found; it has no story yet. */
  put(report: StoryReport, keys: readonly string[]): void {
    const { id, published = "", terms, sketch } = report;
    this.insert("story_terms", [
      {
        report: id,
        terms: JSON.stringify(terms.map((t) => [t.term, t.weight, t.words])),
        sketch: JSON.stringify(sketch),
      },
    ]);
    this.insert(
      "story_keys",
      keys.map((term) => ({ term, published, report: id })),
    );
  }

  /** Takes out all rows of a report but those of its story. */
  async take(report: string): Promise<void> {
    await this.db.deleteFrom("story_terms").where("report", "=", report).execute();
    await this.db.deleteFrom("story_keys").where("report", "=", report).execute();
    await this.db.deleteFrom("story_links").where("report", "=", report).execute();
    await this.db.deleteFrom("story_links").where("other", "=", report).execute();
  }

  /** Adds links, and the numbers of keys to those that are there; links that no key joins any more go. */
  async changeLinks(added: readonly StoredLink[], keys: readonly KeyedPair[]): Promise<void> {
    this.insert(
      "story_links",
      added.flatMap((link) => [link, { ...link, report: link.other, other: link.report }]),
    );
    if (keys.length === 0) return;
    const changes = keys.flatMap(({ pair: [a, b], keys: by }) => [
      [a, b, by],
      [b, a, by],
    ]);
    await sql`update story_links set keys = keys + c.by from
        (select value ->> 0 as report, value ->> 1 as other, value ->> 2 as by
          from json_each(${JSON.stringify(changes)})) as c
        where story_links.report = c.report and story_links.other = c.other`.execute(this.db);
    await sql`delete from story_links where keys <= 0
        and report in ${all(keys.flatMap(({ pair }) => pair))}`.execute(this.db);
  }

  /**
   * Puts the stories of pieces in the place of those that their reports made before, and leaves alone what is the same.
   * @param pieces all reports of each, with the stories that they make
   * @param gone a report that is in no story any more
   */
  async putStories(
    pieces: readonly { readonly reports: readonly string[]; readonly stories: readonly DecidedStory[] }[],
    gone?: string,
  ): Promise<void> {
    const reports = [...pieces.flatMap((piece) => piece.reports), ...(gone === undefined ? [] : [gone])];
    const before = await this.json<unknown[]>(
      sql`select json_group_array(json_array(report, story, piece, similarity, nearest, nearest_similarity,
        shared_words, copy_of)) as found from story_reports where report in ${all(reports)}`,
    );
    const storiesBefore = await this.json<unknown[]>(
      sql`select json_group_array(json_array(id, name, first_published, last_published, reports, outlets,
        independent_outlets)) as found from stories where id in ${all(before.map((row) => row[1] as string))}`,
    );
    const stories = changed(storiesBefore, pieces.flatMap((piece) => piece.stories).map(storyRow));
    const members = changed(
      before,
      pieces.flatMap((piece) => piece.stories.flatMap((story) => memberRows(story, piece.reports[0]!))),
    );
    await sql`delete from story_reports where report in ${all(members.gone)}`.execute(this.db);
    await sql`delete from stories where id in ${all(stories.gone)}`.execute(this.db);
    this.insert("stories", stories.rows);
    this.insert("story_reports", members.rows);
  }

  private async json<T>(query: ReturnType<typeof sql>): Promise<T[]> {
    const { rows } = await query.execute(this.db);
    return JSON.parse((rows[0] as { found: string }).found) as T[];
  }
}

const MOST_KEPT = 5_000;

/** A list for `in`, one parameter however long it is. */
function all(values: readonly string[]) {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** The rows that are not there yet as they are, and the keys (first columns) of those that are there and are not to stay. */
function changed<T extends object>(
  before: readonly (readonly unknown[])[],
  now: readonly T[],
): { rows: T[]; gone: string[] } {
  const there = new Set(before.map((row) => JSON.stringify(row)));
  const same = now.filter((row) => there.has(JSON.stringify(Object.values(row))));
  const stays = new Set(same.map((row) => Object.values(row)[0]));
  return {
    rows: now.filter((row) => !stays.has(Object.values(row)[0])),
    gone: before.map((row) => row[0] as string).filter((key) => !stays.has(key)),
  };
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
