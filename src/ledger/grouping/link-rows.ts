import { type Kysely, sql } from "kysely";
import { all, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { KeyedPair } from "./neighbours.js";
import type { Link } from "./pieces.js";

/** A link, with the number of keys that join its things. */
export interface StoredLink extends Link {
  readonly keys: number;
}

/** The links of a thing, by the other. */
export type LinksOfOne = ReadonlyMap<string, StoredLink>;

/** Links of things as they are stored, kept from one change to the next: a change asks for those of hundreds of things. */
export type LinkMemory = Map<string, Map<string, StoredLink>>;

const MOST_KEPT = 10_000;

/** The rows of links, each of which stands there both ways. */
export class LinkRows {
  private readonly table;
  private readonly item;
  /** Links that have changed, by both things, as they are in the table. */
  private readonly before = new Map<string, Map<string, StoredLink | undefined>>();

  /**
   * @param names the table, and its column for the first thing; the second is `other`
   * @param memory what is known of the table; to be dropped when anybody else writes to it, or a change is undone
   */
  constructor(
    private readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly names: {
      readonly table: "story_links" | "telling_links" | "stand_links";
      readonly item: string;
    },
    private readonly memory: LinkMemory = new Map(),
  ) {
    this.table = sql.table(names.table);
    this.item = sql.ref(names.item);
  }

  /** The links of each of some things, until the next change. */
  async of(items: readonly string[]): Promise<Map<string, LinksOfOne>> {
    const unknown = items.filter((item) => !this.memory.has(item));
    if (unknown.length > 0) {
      const stored = await this.read(unknown);
      for (const item of unknown) this.memory.set(item, new Map());
      for (const link of stored) this.memory.get(link.item)!.set(link.other, link);
    }
    return new Map(items.map((item) => [item, this.memory.get(item)!]));
  }

  /** Takes out all links of a thing, at once. */
  async take(item: string): Promise<void> {
    const links = [...(await this.of([item])).get(item)!.values()];
    await this.change(
      [],
      links.map(({ other, keys }) => ({ pair: [item, other], keys: -keys })),
    );
    const stored = [...(this.before.get(item) ?? [])].flatMap(([other, link]) => (link ? other : []));
    for (const other of this.before.get(item)?.keys() ?? []) this.before.get(other)!.delete(item);
    this.before.delete(item);
    await this.delete(
      stored.flatMap((other) => [
        [item, other],
        [other, item],
      ]),
    );
  }

  /** Adds links, and the numbers of keys to those that are there; links that no key joins any more go. */
  async change(added: readonly StoredLink[], keys: readonly KeyedPair[]): Promise<void> {
    await this.of([
      ...new Set([...added.flatMap(({ item, other }) => [item, other]), ...keys.flatMap(({ pair }) => pair)]),
    ]);
    for (const link of added) {
      this.put(link);
      this.put({ ...link, item: link.other, other: link.item });
    }
    for (const { pair, keys: by } of keys) {
      this.step(pair[0], pair[1], by);
      this.step(pair[1], pair[0], by);
    }
  }

  /** Writes what has changed; to be called last, once for all changes. */
  async write(): Promise<void> {
    const [added, gone, changed]: [StoredLink[], string[][], unknown[][]] = [[], [], []];
    for (const [item, others] of this.before)
      for (const [other, before] of others) {
        const link = this.memory.get(item)!.get(other);
        if (link && before && link.similarity === before.similarity && link.days === before.days) {
          if (link.keys !== before.keys) changed.push([item, other, link.keys]);
          continue;
        }
        if (before) gone.push([item, other]);
        if (link) added.push(link);
      }
    this.before.clear();
    await this.delete(gone);
    if (changed.length > 0)
      await sql`update ${this.table} set keys = c.keys from
          (select value ->> 0 as item, value ->> 1 as other, value ->> 2 as keys
            from json_each(${JSON.stringify(changed)})) as c
          where ${this.table}.${this.item} = c.item and ${this.table}.other = c.other`.execute(this.db);
    this.insert(
      this.names.table,
      added.map(({ item, ...link }) => ({ [this.names.item]: item, ...link })) as never[],
    );
    // The oldest half goes.
    if (this.memory.size > MOST_KEPT)
      for (const item of this.memory.keys()) {
        if (2 * this.memory.size <= MOST_KEPT) break;
        this.memory.delete(item);
      }
  }

  private async delete(pairs: readonly (readonly string[])[]): Promise<void> {
    if (pairs.length === 0) return;
    await sql`delete from ${this.table} where (${this.item}, other) in
      (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)}))`.execute(this.db);
  }

  private put(link: StoredLink): void {
    this.note(link.item, link.other);
    this.memory.get(link.item)!.set(link.other, link);
  }

  private step(item: string, other: string, by: number): void {
    const links = this.memory.get(item)!;
    const link = links.get(other);
    if (!link) return;
    this.note(item, other);
    const keys = link.keys + by;
    if (keys > 0) links.set(other, { ...link, keys });
    else links.delete(other);
  }

  /** Notes down a link as it is before its first change. */
  private note(item: string, other: string): void {
    let others = this.before.get(item);
    if (!others) {
      others = new Map();
      this.before.set(item, others);
    }
    if (!others.has(other)) others.set(other, this.memory.get(item)!.get(other));
  }

  private async read(items: readonly string[]): Promise<StoredLink[]> {
    const found = await jsonRows<[string, string, number, number, number]>(
      this.db,
      sql`select json_group_array(json_array(${this.item}, other, similarity, days, keys)) as found
        from ${this.table} where ${this.item} in ${all(items)}`,
    );
    return found.map(([item, other, similarity, days, keys]) => ({ item, other, similarity, days, keys }));
  }
}
