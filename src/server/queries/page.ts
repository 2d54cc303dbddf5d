import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "../../ledger/schema.js";
import { Problem } from "../problem.js";

/** An SQL expression that rows are sorted by; never null. The last of several must tell any two rows apart. */
export interface Order {
  readonly by: RawBuilder<unknown>;
  readonly descending?: boolean;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** A query of which a page is wanted: the parts of one SELECT. */
export interface PagedQuery {
  readonly select: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly order: readonly Order[];
  /** How rows are found before they are read: a column that tells them apart, and tables with all that `where` and `order` need. */
  readonly found?: { readonly by: RawBuilder<unknown>; readonly from: RawBuilder<unknown> };
}

/**
 * One page of rows. The cursor holds the sorting values of the last row seen, so that rows that come or go between
 * two pages neither repeat nor hide others (keyset pagination).
 */
export async function pageOfRows<Row extends object>(
  db: Kysely<Schema>,
  { select, from, where, order, found }: PagedQuery,
  { limit, cursor }: PageRequest,
): Promise<Page<Row>> {
  const after = cursor === undefined ? sql`1` : isAfter(order, decodeCursor(cursor, order.length));
  const keys = sql`json_array(${sql.join(order.map(({ by }) => by))})`;
  const by = sql.join(order.map(({ by, descending }) => sql`${by} ${sql.raw(descending ? "desc" : "asc")}`));
  const those = sql`(${where}) and ${after}`;
  const page = sql`order by ${by} limit ${limit + 1}`;
  const shown = found
    ? sql`${found.by} in (select ${found.by} from ${found.from} where ${those} ${page})`
    : those;
  const { rows } = await sql<Row & { page_keys: string }>`
    select ${select}, ${keys} as page_keys from ${from} where ${shown} ${page}`.execute(db);
  const items = rows.slice(0, limit).map(({ page_keys, ...row }) => row as unknown as Row);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, ...(last && { next: Buffer.from(last.page_keys).toString("base64url") }) };
}

type Key = string | number;

/** True of rows that come after one with these sorting values. */
function isAfter(order: readonly Order[], keys: readonly Key[]): RawBuilder<unknown> {
  const alternatives = order.map(({ by, descending }, i) => {
    const same = order.slice(0, i).map((earlier, j) => sql`${earlier.by} = ${keys[j]}`);
    return sql`(${sql.join([...same, sql`${by} ${sql.raw(descending ? "<" : ">")} ${keys[i]}`], sql` and `)})`;
  });
  // The first key by itself lets an index begin there.
  const [first] = order;
  const bound = sql`${first!.by} ${sql.raw(first!.descending ? "<=" : ">=")} ${keys[0]}`;
  return sql`(${bound} and (${sql.join(alternatives, sql` or `)}))`;
}

function decodeCursor(cursor: string, length: number): Key[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const whole = Array.isArray(keys) && keys.length === length;
    if (whole && keys.every((key) => typeof key === "string" || typeof key === "number")) return keys;
  } catch {
    // Told below.
  }
  throw badCursor();
}

export function badCursor(): Problem {
  return new Problem(
    "bad-cursor",
    "a cursor that is none of this list's",
    "`next` of an earlier page of the same list",
    "Leave the cursor out to begin at the first page.",
  );
}
