import { sql } from "kysely";
import type { Reading } from "../../reading/reading.js";
import { immediately, type OpenDatabase } from "../open-database.js";
import { readReading } from "../read-reading.js";
import { Across } from "./across.js";
import type { StepKind } from "./step.js";
import { STEPS } from "./steps.js";

/** Reports that are decided together: the more the faster, few enough to keep memory flat. */
const REPORTS_AT_ONCE = 32;

/**
 * Makes the steps anew that an earlier version of demarche wrote, or never did, and those that build on them: from the
 * readings that the ledger keeps, some in each transaction. A run that was stopped begins again.
 * @param told hears how many reports are done, of how many; not called where there is nothing to do
 */
export async function renew(
  database: OpenDatabase,
  kinds: readonly StepKind[] = STEPS,
  told: (done: number, reports: number) => void = () => {},
): Promise<void> {
  const rows = await database.db.selectFrom("across_steps").selectAll().execute();
  const versions = new Map(rows.map(({ step, version }) => [step, version]));
  const first = kinds.findIndex(({ name, version }) => versions.get(name) !== version);
  if (first < 0) return;
  const outdated = kinds.slice(first);
  const names = outdated.map(({ name }) => name);
  await immediately(database, async (db) => {
    await db.deleteFrom("across_steps").where("step", "in", names).execute();
    for (const table of outdated.flatMap(({ tables }) => tables).reverse())
      await sql`delete from ${sql.table(table)}`.execute(db);
  });
  const across = new Across(outdated);
  const reports = await database.db.selectFrom("reports").select("id").orderBy("number").execute();
  for (let done = 0; done < reports.length; done += REPORTS_AT_ONCE) {
    told(done, reports.length);
    await immediately(database, async (db) => {
      const change = across.begin(db, database.insert);
      const readings: Reading[] = [];
      for (const { id } of reports.slice(done, done + REPORTS_AT_ONCE)) {
        const reading = await readReading(db, id);
        if (reading) readings.push(reading);
      }
      await change.put(readings);
      await change.settle();
    });
  }
  if (reports.length > 0) told(reports.length, reports.length);
  await immediately(database, async (db) => {
    await db.deleteFrom("across_steps").where("step", "in", names).execute();
    await db
      .insertInto("across_steps")
      .values(outdated.map(({ name, version }) => ({ step: name, version })))
      .execute();
  });
}
