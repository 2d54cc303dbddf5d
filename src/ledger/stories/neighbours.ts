import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Schema } from "../schema.js";
import type { StoryRules } from "./rules.js";
import type { StoryReport } from "./similarity.js";

type Database = Kysely<Schema>;

/** What the keys of one report say of pairs of reports: how many keys join each pair more, or fewer, with it than without it. */
export interface KeyChanges {
  /** Reports that keys join with it, with the number of keys. */
  readonly joined: ReadonlyMap<string, number>;
  /** Pairs that it stands between, so that fewer keys join them; each pair in rising order, with the number of keys. */
  readonly parted: readonly { readonly pair: readonly [string, string]; readonly keys: number }[];
}

/** The terms of the greatest weight, by which a report is found. */
export function keysOf(report: StoryReport, rules: StoryRules): string[] {
  return report.terms.slice(0, rules.keys).map(({ term }) => term);
}

/**
 * A key joins two reports where fewer than `rules.nearest` reports with that key stand between them in the order of
 * publication. Looks at twice that many for each key, however many there are.
 */
export async function keyChanges(db: Database, report: StoryReport, rules: StoryRules): Promise<KeyChanges> {
  const joined = new Map<string, number>();
  const parted = new Map<string, { pair: readonly [string, string]; keys: number }>();
  for (const key of keysOf(report, rules)) {
    const before = await nearest(db, key, report, rules, "before");
    const after = await nearest(db, key, report, rules, "after");
    for (const other of [...before, ...after]) joined.set(other, (joined.get(other) ?? 0) + 1);
    for (const [i, earlier] of before.entries()) {
      const later = after[rules.nearest - 1 - i];
      if (later === undefined) continue;
      const pair = earlier < later ? ([earlier, later] as const) : ([later, earlier] as const);
      const name = pair.join(" ");
      parted.set(name, { pair, keys: (parted.get(name)?.keys ?? 0) + 1 });
    }
  }
  return { joined, parted: [...parted.values()] };
}

/** The reports with `key` that stand next to `report`, the nearest first; reports without a date stand among themselves. */
async function nearest(
  db: Database,
  key: string,
  { id, published = "" }: StoryReport,
  rules: StoryRules,
  side: "before" | "after",
): Promise<string[]> {
  const furthest = published && dayAfter(published, side === "before" ? -rules.days : rules.days);
  const { rows } =
    side === "before"
      ? await sql<{ report: string }>`select report from story_keys
          where term = ${key} and (published, report) < (${published}, ${id}) and published >= ${furthest}
          order by published desc, report desc limit ${rules.nearest}`.execute(db)
      : await sql<{ report: string }>`select report from story_keys
          where term = ${key} and (published, report) > (${published}, ${id}) and published <= ${furthest}
          order by published, report limit ${rules.nearest}`.execute(db);
  return rows.map((row) => row.report);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
