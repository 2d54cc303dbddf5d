import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import { probabilities } from "../../../src/ledger/migrations/0024-probabilities.js";
import { openDatabase } from "../../../src/ledger/open-database.js";
import { sampleReading } from "../../support/reading.js";
import { withProbabilities } from "../../support/sureness.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-probabilities-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reading = withProbabilities(sampleReading(), [0.58, undefined]);

describe("probabilities in the ledger", () => {
  it("come back as they were written, unknown where they are not known", async () => {
    const ledger = await Ledger.open(join(folder, "ledger.db"), { readerVersion: "1" });
    await ledger.add(reading);
    expect((await ledger.reading(reading.report.id))?.events).toEqual(reading.events);
    await ledger.close();
  });

  it("are unknown in a ledger of before, whose rows stay", async () => {
    const path = join(folder, "older.db");
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    await ledger.add(reading);
    await ledger.close();
    const { db } = await openDatabase(path, { purpose: "write", lockWait: 0 });
    await sql`drop view who_did_what_to_whom`.execute(db);
    await sql`drop index events_in_order`.execute(db);
    await sql`alter table events drop column probability`.execute(db);
    // What the migration takes the place of.
    await sql`create view who_did_what_to_whom as select 1`.execute(db);
    await sql`create index events_in_order on events (number)`.execute(db);
    await probabilities.up(db);
    const { rows } = await sql<{ event: string; probability: number | null }>`
      select event, probability from who_did_what_to_whom order by event`.execute(db);
    const ids = reading.events.map(({ id }) => id).sort();
    expect(rows).toEqual(ids.map((event) => ({ event, probability: null })));
    await expect(sql`update events set probability = 1.5`.execute(db)).rejects.toThrow(/check/i);
    await db.destroy();
  });
});
