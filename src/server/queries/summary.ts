import { basename } from "node:path";
import { type Kysely, sql } from "kysely";
import { present } from "../../ledger/rows/columns.js";
import type { Schema } from "../../ledger/schema.js";
import type { Summary } from "../schemas/rows.js";

type Counted = Omit<Summary, "kind" | "name" | "outlets" | "version" | "writable">;
type Counts = { [K in keyof Required<Counted>]: Counted[K] | null };

/** How much the ledger at `path` holds. */
export async function summarise(
  db: Kysely<Schema>,
  path: string,
  about: Pick<Summary, "version" | "writable">,
): Promise<Summary> {
  const { rows } = await sql<Counts>`select
    (select count(*) from reports) as reports, (select count(*) from statements) as statements,
    (select count(*) from events) as events, (select count(*) from linked_exchanges) as exchanges,
    (select count(*) from happenings) as happenings, (select count(*) from stories) as stories,
    (select min(published) from reports) as firstPublished,
    (select max(published) from reports) as lastPublished`.execute(db);
  const outlets = await sql<
    Summary["outlets"][number]
  >`select outlet as name, count(*) as reports from reports
    where outlet is not null group by outlet order by count(*) desc, outlet limit 200`.execute(db);
  return present<Summary>({
    kind: "ledger",
    name: basename(path),
    ...about,
    ...rows[0]!,
    outlets: outlets.rows,
  });
}
