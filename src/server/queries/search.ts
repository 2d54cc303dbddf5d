import { type Kysely, sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import type { Ledger } from "../../ledger/ledger.js";
import { present } from "../../ledger/rows/columns.js";
import type { Schema } from "../../ledger/schema.js";
import type { HitRow } from "../schemas/rows.js";

interface Named {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** What the ledger's search finds, each with the report that it stands in. */
export async function searchLedger(
  ledger: Ledger,
  db: Kysely<Schema>,
  text: string,
  limit: number,
): Promise<HitRow[]> {
  const hits = await ledger.search(text, limit);
  const { rows } = await sql<Named>`select id, title, outlet, published from reports
    where id in ${all(hits.map(({ report }) => report))}`.execute(db);
  const reports = new Map(rows.map((row) => [row.id, row]));
  return hits.map(({ kind, id, report, words }) => {
    const { title = null, outlet = null, published = null } = reports.get(report) ?? {};
    return present<HitRow>({ kind, id, report, reportTitle: title, outlet, published, words });
  });
}
