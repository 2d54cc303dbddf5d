import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { immediately, type OpenDatabase, openDatabase } from "../../../src/ledger/open-database.js";
import { decideStories } from "../../../src/ledger/stories/decide-stories.js";
import { STORY_RULES, type StoryRules } from "../../../src/ledger/stories/rules.js";
import type { StoryReport } from "../../../src/ledger/stories/similarity.js";
import { storyIndex } from "../../../src/ledger/stories/story-index.js";
import { StoryTables } from "../../../src/ledger/stories/story-tables.js";

/** So tight that a handful of reports meets every limit. */
const TIGHT: StoryRules = {
  similarity: 0.3,
  days: 20,
  nearest: 2,
  keys: 2,
  most: 4,
  tighter: [
    { similarity: 0.5, days: 9 },
    { similarity: 0.8, days: 3 },
  ],
};

const arbitraryReports = fc
  .uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 14 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(
            fc.option(fc.integer({ min: 0, max: 40 }), { freq: 8, nil: undefined }),
            fc.uniqueArray(fc.constantFrom("harbour", "strelsau", "tariff", "steel", "envoy"), {
              minLength: 1,
              maxLength: 4,
            }),
            fc.constantFrom("Zenda Wire", "Oslo Daily", undefined),
          )
          .map(
            ([day, words, outlet]): StoryReport => ({
              id: `r${id}`,
              ...(day !== undefined && {
                published: new Date(Date.UTC(2017, 0, 1 + day)).toISOString().slice(0, 10),
              }),
              ...(outlet && { outlet }),
              terms: words.map((term, i) => ({
                term,
                weight: Number(((words.length - i) / Math.hypot(...words.map((_, k) => k + 1))).toFixed(4)),
                words: term,
              })),
              sketch: [],
            }),
          ),
      ),
    ),
  );

async function withTables<T>(
  work: (tables: StoryTables, database: OpenDatabase) => Promise<T>,
  rules = STORY_RULES,
): Promise<T> {
  const database = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
  try {
    return await immediately(database, (db) => work(new StoryTables(db, database.insert, rules), database));
  } finally {
    await database.db.destroy();
  }
}

/** All rows of stories once these reports were added, so many together, and then `gone` taken out. */
async function rows(
  reports: readonly StoryReport[],
  rules: StoryRules,
  gone: readonly string[] = [],
  together = 1,
) {
  return withTables(async (tables, { insert }) => {
    const index = storyIndex(tables, rules);
    insert("reports", reports.map(reportRow));
    for (let i = 0; i < reports.length; i += together) {
      await index.add(reports.slice(i, i + together));
      await index.settle();
    }
    for (const id of gone) {
      await index.remove(id);
      await tables.db.deleteFrom("reports").where("id", "=", id).execute();
      await index.settle();
    }
    return {
      stories: await tables.db.selectFrom("stories").selectAll().orderBy("id").execute(),
      members: await tables.db.selectFrom("story_reports").selectAll().orderBy("report").execute(),
      links: await tables.db
        .selectFrom("story_links")
        .selectAll()
        .orderBy("report")
        .orderBy("other")
        .execute(),
      keys: await tables.db.selectFrom("story_keys").selectAll().execute(),
      terms: await tables.db.selectFrom("story_terms").selectAll().orderBy("report").execute(),
    };
  }, rules);
}

const reportRow = ({ id, published, outlet }: StoryReport, number: number) => ({
  id,
  number,
  origin: "made-by-hand",
  title: null,
  outlet: outlet ?? null,
  published: published ?? null,
  licence_terms: null,
  licence_must_carry: null,
  text: "",
  reader_version: "1",
  fingerprint: id,
});

describe("StoryIndex", () => {
  it("gives the same rows whatever the order of adding", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReports.chain((reports) =>
          fc.tuple(
            fc.constant(reports),
            fc.shuffledSubarray(reports, { minLength: reports.length, maxLength: reports.length }),
          ),
        ),
        async ([reports, shuffled]) => {
          expect(await rows(shuffled, TIGHT)).toEqual(await rows(reports, TIGHT));
        },
      ),
      { numRuns: 30, seed: 8 },
    );
  }, 60_000);

  it("gives the same rows whether reports come one by one or together", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReports, fc.integer({ min: 2, max: 14 }), async (reports, together) => {
        expect(await rows(reports, TIGHT, [], together)).toEqual(await rows(reports, TIGHT));
      }),
      { numRuns: 40, seed: 11 },
    );
  }, 60_000);

  it("takes a report out as if it had never come", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReports.chain((reports) => fc.tuple(fc.constant(reports), fc.subarray(reports))),
        async ([reports, gone]) => {
          const kept = reports.filter((report) => !gone.includes(report));
          const ids = gone.map(({ id }) => id);
          expect(await rows(reports, TIGHT, ids)).toEqual(await rows(kept, TIGHT));
        },
      ),
      { numRuns: 30, seed: 9 },
    );
  }, 60_000);

  it("groups as average link over all reports does, where no limit is met", async () => {
    const wide = { ...TIGHT, nearest: 50, keys: 5, most: 50 };
    await fc.assert(
      fc.asyncProperty(arbitraryReports, async (reports) => {
        const { members } = await rows(reports, wide);
        const expected = decideStories(reports, wide).flatMap((story) =>
          story.members.map(({ report }) => [report, story.id]),
        );
        expect(members.map(({ report, story }) => [report, story])).toEqual(expected.sort());
      }),
      { numRuns: 15, seed: 10 },
    );
  }, 60_000);

  it("looks at a bounded number of reports, however many there are", async () => {
    const many = Array.from(
      { length: 60 },
      (_, i): StoryReport => ({
        id: `r${1000 + i}`,
        published: "2017-03-01",
        terms: [{ term: "harbour", weight: 1, words: "harbour" }],
        sketch: [],
      }),
    );
    const { links, stories } = await rows(many, { ...STORY_RULES, nearest: 3, most: 10 });
    expect(links.length).toBeLessThanOrEqual(60 * 6);
    expect(stories).toHaveLength(60);
  });

  it("leaves what it does not know alone", async () => {
    await withTables(async (tables) => {
      const index = storyIndex(tables);
      await index.remove("r1");
      await index.settle();
      expect(await tables.db.selectFrom("stories").selectAll().execute()).toEqual([]);
    });
  });
});
