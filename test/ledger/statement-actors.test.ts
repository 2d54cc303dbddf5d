import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { statementActors } from "../../src/ledger/migrations/0022-statement-actors.js";
import { openDatabase } from "../../src/ledger/open-database.js";
import { sampleReading } from "../support/reading.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-statement-actors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("statement_actors", () => {
  it("has who speaks and who is named in a statement, filled alike for a ledger that had no such table", async () => {
    const path = join(folder, "ledger.db");
    const reading = sampleReading();
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    await ledger.add(reading);
    await ledger.close();
    const { db } = await openDatabase(path, { purpose: "write", lockWait: 0 });
    const actors = async () =>
      (await sql<{ code: string; statement: string }>`select * from statement_actors`.execute(db)).rows;
    const written = await actors();
    const [statement] = reading.statements;
    const inside = reading.mentions.filter(({ start, end }) =>
      statement!.content.some((span) => start >= span.start && end <= span.end),
    );
    const named = inside.flatMap(({ actors }) => actors.map(({ code }) => code));
    const speaker = statement!.speaker.known ? [statement!.speaker.value.code] : [];
    expect(new Set(written.map(({ code }) => code))).toEqual(new Set([...named, ...speaker]));
    await sql`drop table statement_actors`.execute(db);
    await sql`drop index linked_exchange_answers_by_hash`.execute(db);
    await statementActors.up(db);
    expect(await actors()).toEqual(written);
    const later = await Ledger.open(path, { readerVersion: "1" });
    await later.remove(reading.report.id);
    await later.close();
    expect(await actors()).toEqual([]);
    await db.destroy();
  });
});
