import { sql } from "kysely";
import { immediately, type OpenDatabase } from "../open-database.js";
import { readReading } from "../read-reading.js";
import { Across } from "./across.js";
import type { StepKind } from "./step.js";
import { STEPS } from "./steps.js";

/**
 * Makes the steps anew that an earlier version of demarche wrote, or never did, and those that build on them: from the
 * readings that the ledger keeps, a transaction a report. A run that was stopped begins again.
 */
export async function renew(database: OpenDatabase, kinds: readonly StepKind[] = STEPS): Promise<void> {
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
  for (const { id } of reports)
    await immediately(database, async (db) => {
      const reading = await readReading(db, id);
      if (!reading) return;
      const change = across.begin(db, database.insert);
      await change.put(reading);
      await change.settle();
    });
  await immediately(database, async (db) => {
    await db.deleteFrom("across_steps").where("step", "in", names).execute();
    await db
      .insertInto("across_steps")
      .values(outdated.map(({ name, version }) => ({ step: name, version })))
      .execute();
  });
}
