import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.js";
import type { KeyTable } from "./neighbours.js";

/**
 * Takes out the rows by which a thing is found. They are named whole, because an index of theirs by the thing would cost
 * every thing that comes in another page to write.
 */
export async function takeKeys(
  db: Kysely<Schema>,
  names: KeyTable,
  item: { readonly id: string; readonly day: string; readonly keys: readonly string[] },
): Promise<void> {
  const { table, key, day, item: column } = names;
  await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in (select value from json_each(${JSON.stringify(item.keys)}))
    and ${sql.ref(day)} = ${item.day} and ${sql.ref(column)} = ${item.id}`.execute(db);
}
