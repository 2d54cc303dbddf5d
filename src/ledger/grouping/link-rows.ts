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

/** The rows of links, each of which stands there both ways. */
export class LinkRows {
  private readonly table;
  private readonly item;

  /** @param names the table, and its column for the first thing; the second is `other` */
  constructor(
    private readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly names: {
      readonly table: "story_links" | "telling_links" | "stand_links";
      readonly item: string;
    },
  ) {
    this.table = sql.table(names.table);
    this.item = sql.ref(names.item);
  }

  /** The links of each of some things. */
  async of(items: readonly string[]): Promise<Map<string, StoredLink[]>> {
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

  /** Takes out all links of a thing. */
  async take(item: string): Promise<void> {
    await sql`delete from ${this.table} where ${this.item} = ${item}`.execute(this.db);
    await sql`delete from ${this.table} where other = ${item}`.execute(this.db);
  }

  /** Adds links, and the numbers of keys to those that are there; links that no key joins any more go. */
  async change(added: readonly StoredLink[], keys: readonly KeyedPair[]): Promise<void> {
    this.insert(
      this.names.table,
      added
        .flatMap((link) => [link, { ...link, item: link.other, other: link.item }])
        .map(({ item, ...link }) => ({ [this.names.item]: item, ...link })) as never[],
    );
    if (keys.length === 0) return;
    const changes = keys.flatMap(({ pair: [a, b], keys: by }) => [
      [a, b, by],
      [b, a, by],
    ]);
    await sql`update ${this.table} set keys = keys + c.by from
        (select value ->> 0 as item, value ->> 1 as other, value ->> 2 as by
          from json_each(${JSON.stringify(changes)})) as c
        where ${this.table}.${this.item} = c.item and ${this.table}.other = c.other`.execute(this.db);
    await sql`delete from ${this.table} where keys <= 0
        and ${this.item} in ${all(keys.flatMap(({ pair }) => pair))}`.execute(this.db);
  }
}
