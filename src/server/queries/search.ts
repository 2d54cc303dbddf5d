import { type Kysely, sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import type { Ledger } from "../../ledger/ledger.js";
import { present } from "../../ledger/rows/columns.js";
import type { Schema } from "../../ledger/schema.js";
import { type HitRow, hit } from "../schemas/rows.js";
import { happeningsOf } from "./across.js";

interface Named {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

/** Records that have a page of their own, or a place in their report's. */
const SHOWN: readonly string[] = hit.shape.kind.options;
const IDENTIFIER = /^[a-z][0-9a-f]{5,16}$/;

/** What the ledger's search finds, each with the report that it stands in; first what an identifier names. */
export async function searchLedger(
  ledger: Ledger,
  db: Kysely<Schema>,
  text: string,
  limit: number,
): Promise<HitRow[]> {
  const named = IDENTIFIER.test(text) ? await ledger.find(text) : [];
  const hits = [
    ...named.flatMap(({ kind, ...found }) =>
      SHOWN.includes(kind) ? [{ ...found, kind: kind as HitRow["kind"], words: found.id }] : [],
    ),
    ...(await ledger.search(text, limit)),
  ];
  const happenings = await happeningsOf(
    db,
    hits.map(({ id }) => id),
  );
  const { rows } = await sql<Named>`select id, title, outlet, published from reports
    where id in ${all(hits.map(({ report }) => report))}`.execute(db);
  const reports = new Map(rows.map((row) => [row.id, row]));
  return hits.map(({ kind, id, report, words }) => {
    const { title = null, outlet = null, published = null } = reports.get(report) ?? {};
    const happening = happenings.get(id) ?? null;
    return present<HitRow>({ kind, id, report, reportTitle: title, outlet, published, words, happening });
  });
}
