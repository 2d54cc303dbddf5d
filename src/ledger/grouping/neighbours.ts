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

/** A thing as its keys tell of it. */
export interface KeyedItem {
  readonly id: string;
  readonly day: string;
  readonly keys: readonly string[];
}

interface Rules {
  readonly nearest: number;
  readonly days: number;
}

/** For one key of a thing those that stand next to it, the nearest first; things without a day stand among themselves. */
export interface Neighbours {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * A key joins two things where fewer than `rules.nearest` things with that key stand between them in the order of their
 * days: what it says of pairs of things with `item`, of whose keys each has its neighbours.
 */
export function keyChanges(neighbours: readonly Neighbours[], rules: Rules): KeyChanges {
  const joined = new Map<string, number>();
  const parted = new Map<string, { pair: readonly [string, string]; keys: number }>();
  for (const { before, after } of neighbours) {
    for (const other of before) joined.set(other, (joined.get(other) ?? 0) + 1);
    for (const other of after) joined.set(other, (joined.get(other) ?? 0) + 1);
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

/**
 * For each of `items` and each of its keys the things of the table that stand next to it. Looks at twice
 * `rules.nearest` for each key, however many there are.
 */
export async function neighboursOf(
  db: Kysely<Schema>,
  names: KeyTable,
  items: readonly KeyedItem[],
  rules: Rules,
): Promise<Neighbours[][]> {
  const asked = items.flatMap(({ id, day, keys }) => {
    const [from, to] = [day && dayAfter(day, -rules.days), day && dayAfter(day, rules.days)];
    return keys.map((key) => [key, day, id, from, to]);
  });
  if (asked.length === 0) return items.map(() => []);
  const { rows } = await db.executeQuery<{ found: string }>(
    CompiledQuery.raw(queryFor(names), [JSON.stringify(asked), rules.nearest]),
  );
  const found = (JSON.parse(rows[0]!.found) as [number, string[], string[]][]).sort((a, b) => a[0] - b[0]);
  let at = 0;
  return items.map(({ keys }) =>
    keys.map(() => {
      const [, before, after] = found[at++]!;
      return { before, after };
    }),
  );
}

const queries = new Map<string, string>();

/** The query of a table, built once. */
function queryFor({ table, key, day, item }: KeyTable): string {
  let query = queries.get(table);
  if (query === undefined) {
    query = `with k as materialized (select key as n, value ->> 0 as key, value ->> 1 as day, value ->> 2 as id,
        value ->> 3 as first, value ->> 4 as last from json_each(?1))
      select json_group_array(json_array(k.n,
      json((select json_group_array(${item}) from (select ${item} from ${table} where ${key} = k.key
        and (${day}, ${item}) < (k.day, k.id) and ${day} >= k.first order by ${day} desc, ${item} desc limit ?2))),
      json((select json_group_array(${item}) from (select ${item} from ${table} where ${key} = k.key
        and (${day}, ${item}) > (k.day, k.id) and ${day} <= k.last order by ${day}, ${item} limit ?2))))) as found
      from k`;
    queries.set(table, query);
  }
  return query;
}
