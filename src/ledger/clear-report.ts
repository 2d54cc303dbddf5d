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
  for (const table of TABLES) await sql`delete from ${sql.table(table)} where report = ${report}`.execute(db);
}
