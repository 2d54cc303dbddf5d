import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { all, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { KeyedPair } from "./neighbours.js";
import type { Link } from "./pieces.js";

/** A link, with the number of keys that join its things. */
export interface StoredLink extends Link {
  readonly keys: number;
}

/** Links of things as they are stored, kept from one change to the next: a change asks for those of hundreds of things. */
export type LinkMemory = Map<string, readonly StoredLink[]>;

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

  /** The links of each of some things. */
  async of(items: readonly string[]): Promise<Map<string, readonly StoredLink[]>> {
    const unknown = items.filter((item) => !this.memory.has(item));
    if (unknown.length > 0) {
      const stored = await this.read(unknown);
      for (const item of unknown) this.memory.set(item, stored.get(item) ?? []);
    }
    return new Map(items.map((item) => [item, this.memory.get(item)!]));
  }

  /** Takes out all links of a thing, at once: its own row goes next, and takes them along. */
  async take(item: string): Promise<void> {
    const links = (await this.of([item])).get(item)!;
    await this.change(
      [],
      links.map(({ other, keys }) => ({ pair: [item, other], keys: -keys })),
    );
    for (const other of this.before.get(item)?.keys() ?? []) this.before.get(other)!.delete(item);
    this.before.delete(item);
    await sql`delete from ${this.table} where ${this.item} = ${item}`.execute(this.db);
    await sql`delete from ${this.table} where other = ${item}`.execute(this.db);
  }

  /** Adds links, and the numbers of keys to those that are there; links that no key joins any more go. */
  async change(added: readonly StoredLink[], keys: readonly KeyedPair[]): Promise<void> {
    await this.of([
      ...new Set([...added.flatMap(({ item, other }) => [item, other]), ...keys.flatMap(({ pair }) => pair)]),
    ]);
    const more = new Map<string, StoredLink[]>();
    for (const link of added)
      for (const one of [link, { ...link, item: link.other, other: link.item }]) {
        this.note(one.item, one.other);
        const own = more.get(one.item);
        if (own) own.push(one);
        else more.set(one.item, [one]);
      }
    for (const [item, links] of more) this.memory.set(item, [...this.memory.get(item)!, ...links]);
    const steps = new Map<string, Map<string, number>>();
    for (const { pair, keys: by } of keys)
      for (const [item, other] of [pair, [pair[1], pair[0]] as const]) {
        this.note(item, other);
        const own = steps.get(item) ?? new Map<string, number>();
        steps.set(item, own.set(other, (own.get(other) ?? 0) + by));
      }
    for (const [item, by] of steps) {
      const links = this.memory.get(item)!.flatMap((link) => {
        const step = by.get(link.other);
        if (step === undefined) return link;
        return link.keys + step > 0 ? { ...link, keys: link.keys + step } : [];
      });
      this.memory.set(item, links);
    }
  }

  /** Writes what has changed; to be called last, once for all changes. */
  async write(): Promise<void> {
    const now = new Map<string, ReadonlyMap<string, StoredLink>>();
    const linkOf = (item: string, other: string) => {
      const links = now.get(item) ?? new Map(this.memory.get(item)!.map((link) => [link.other, link]));
      now.set(item, links);
      return links.get(other);
    };
    const [added, gone, changed]: [StoredLink[], string[][], unknown[][]] = [[], [], []];
    for (const [item, others] of this.before)
      for (const [other, before] of others) {
        const link = linkOf(item, other);
        if (link && before && link.similarity === before.similarity && link.days === before.days) {
          if (link.keys !== before.keys) changed.push([item, other, link.keys]);
          continue;
        }
        if (before) gone.push([item, other]);
        if (link) added.push(link);
      }
    this.before.clear();
    if (gone.length > 0)
      await sql`delete from ${this.table} where (${this.item}, other) in
        (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(gone)}))`.execute(this.db);
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

  /** Notes down a link as it is before its first change. */
  private note(item: string, other: string): void {
    const others = this.before.get(item) ?? new Map<string, StoredLink | undefined>();
    this.before.set(item, others);
    if (!others.has(other))
      others.set(
        other,
        this.memory.get(item)!.find((link) => link.other === other),
      );
  }

  private async read(items: readonly string[]): Promise<Map<string, StoredLink[]>> {
    const found = await jsonRows<[string, string, number, number, number]>(
      this.db,
      sql`select json_group_array(json_array(${this.item}, other, similarity, days, keys)) as found
        from ${this.table} where ${this.item} in ${all(items)}`,
    );
    return groupBy(
      found.map(([item, other, similarity, days, keys]) => ({ item, other, similarity, days, keys })),
      (link) => link.item,
    );
  }
}
