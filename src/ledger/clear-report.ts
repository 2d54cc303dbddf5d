import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.js";

/** The tables of one report's reading, each before those that its rows refer to; what hangs on their rows goes with them. */
const TABLES = [
  "exchanges",
  "relations",
  "quantities",
  "events",
  "statements",
  "report_actors",
  "mentions",
  "times",
  "places",
  "offices",
  "people_sought",
  "report_facts",
  "bylines",
  "datelines",
  "report_notes",
  "paragraphs",
  "analyses",
] as const satisfies readonly (keyof Schema)[];

/** Takes out the reading of a report, but neither its row in `reports` nor what the ledger keeps across reports. */
export async function clearReport(db: Kysely<Schema>, report: string): Promise<void> {
  // Their key begins with the code, and another index for this alone would slow down every report that comes in.
  await sql`delete from statement_actors where (code, statement) in (select a.code, s.id from statements s cross join
    (select code from report_actors where report = ${report}
      union select speaker_code from statements where report = ${report} and speaker_code is not null) a
    where s.report = ${report})`.execute(db);
  for (const table of TABLES) await sql`delete from ${sql.table(table)} where report = ${report}`.execute(db);
}
