import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import { stepsWithEvents } from "../../../src/ledger/migrations/0025-steps-with-events.js";
import { openDatabase } from "../../../src/ledger/open-database.js";
import { sampleReading } from "../../support/reading.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-steps-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = sampleReading();
/** One event without steps, the others with more than ten, so that their order is not that of their numbers as text. */
const reading = {
  ...sample,
  events: sample.events.map((event, e) => ({
    ...event,
    explanation: {
      ...event.explanation,
      steps: e === 0 ? [] : Array.from({ length: 12 }, (_, i) => `step ${12 - i} "of" event ${e}`),
    },
  })),
};
const told = reading.events
  .flatMap(({ id, explanation }) =>
    explanation.steps.map((step, position) => ({ event: id, position, step })),
  )
  .sort((a, b) => (a.event < b.event ? -1 : a.event > b.event ? 1 : a.position - b.position));

async function written(path: string): Promise<void> {
  const ledger = await Ledger.open(path, { readerVersion: "1" });
  await ledger.add(reading);
  await ledger.close();
}

const rowsOf = sql<{ event: string; position: number; step: string }>`
  select event, position, step from explanation_steps order by event, position`;

describe("the steps that led to events", () => {
  it("come back in order, and one a row from the view", async () => {
    const path = join(folder, "ledger.db");
    await written(path);
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    expect((await ledger.reading(reading.report.id))?.events).toEqual(reading.events);
    await ledger.close();
    const { db } = await openDatabase(path, { purpose: "read", lockWait: 0 });
    expect(told.length).toBeGreaterThan(0);
    expect((await rowsOf.execute(db)).rows).toEqual(told);
    await db.destroy();
  });

  it("stay, all of them, in a ledger of before", async () => {
    const path = join(folder, "older.db");
    await written(path);
    const { db } = await openDatabase(path, { purpose: "write", lockWait: 0 });
    // What the migration takes the place of.
    await sql`create table steps_before (event text not null references events (id) on delete cascade,
      position integer not null, step text not null, primary key (event, position)) without rowid`.execute(
      db,
    );
    await sql`insert into steps_before select * from explanation_steps`.execute(db);
    await sql`drop view explanation_steps`.execute(db);
    await sql`alter table steps_before rename to explanation_steps`.execute(db);
    await sql`alter table events drop column steps`.execute(db);
    await stepsWithEvents.up(db);
    expect((await rowsOf.execute(db)).rows).toEqual(told);
    await db.destroy();
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    expect((await ledger.reading(reading.report.id))?.events).toEqual(reading.events);
    await ledger.close();
  });
});
