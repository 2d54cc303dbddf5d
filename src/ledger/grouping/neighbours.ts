import { CompiledQuery, type Kysely } from "kysely";
import { dayAfter } from "../../record/day.js";
import type { Schema } from "../schema.js";

/** Where the keys of things stand: a table and its columns. */
export interface KeyTable {
  readonly table: keyof Schema & string;
  readonly key: string;
  /** ISO 8601 date; empty where a thing has none. */
  readonly day: string;
  readonly item: string;
}

/** What the keys of one thing say of pairs of things: how many keys join each pair more, or fewer, with it than without it. */
export interface KeyChanges {
  /** Things that keys join with it, with the number of keys. */
  readonly joined: ReadonlyMap<string, number>;
  /** Pairs that it stands between, so that fewer keys join them; each pair in rising order, with the number of keys. */
  readonly parted: readonly KeyedPair[];
}

/** Two things, in rising order of their identifiers, and a number of keys. */
export interface KeyedPair {
  readonly pair: readonly [string, string];
  readonly keys: number;
}

/**
 * A key joins two things where fewer than `rules.nearest` things with that key stand between them in the order of their
 * days. Looks at twice that many for each key, however many there are.
 */
export async function keyChanges(
  db: Kysely<Schema>,
  names: KeyTable,
  item: { readonly id: string; readonly day: string; readonly keys: readonly string[] },
  rules: { readonly nearest: number; readonly days: number },
): Promise<KeyChanges> {
  const joined = new Map<string, number>();
  const parted = new Map<string, { pair: readonly [string, string]; keys: number }>();
  for (const { before, after } of await nearest(db, names, item, rules)) {
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

/** For each key the things that stand next to `item`, the nearest first; things without a day stand among themselves. */
async function nearest(
  db: Kysely<Schema>,
  names: KeyTable,
  { id, day: at, keys }: { readonly id: string; readonly day: string; readonly keys: readonly string[] },
  rules: { readonly nearest: number; readonly days: number },
): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }[]> {
  const [from, to] = [at && dayAfter(at, -rules.days), at && dayAfter(at, rules.days)];
  const values = [JSON.stringify(keys), at, id, from, to, rules.nearest];
  const { rows } = await db.executeQuery<{ before: string; after: string }>(
    CompiledQuery.raw(queryFor(names), values),
  );
  return rows.map(({ before, after }) => ({ before: JSON.parse(before), after: JSON.parse(after) }));
}

const queries = new Map<string, string>();

/** The query of a table, built once: each thing is looked up by itself. */
function queryFor({ table, key, day, item }: KeyTable): string {
  let query = queries.get(table);
  if (query === undefined) {
    query = `select
      (select json_group_array(${item}) from (select ${item} from ${table} where ${key} = k.value
        and (${day}, ${item}) < (?2, ?3) and ${day} >= ?4 order by ${day} desc, ${item} desc limit ?6)) as before,
      (select json_group_array(${item}) from (select ${item} from ${table} where ${key} = k.value
        and (${day}, ${item}) > (?2, ?3) and ${day} <= ?5 order by ${day}, ${item} limit ?6)) as after
      from json_each(?1) k`;
    queries.set(table, query);
  }
  return query;
}
