import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { quickFilters } from "../../src/ledger/migrations/0020-quick-filters.js";
import { openDatabase } from "../../src/ledger/open-database.js";
import { dispute } from "../support/dispute.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-report-actors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told = dispute([
  { source: "NOR", type: "REQUEST", target: "RUR", words: "demands fees" },
  { source: "NOR", type: "SANCTION", target: "SWE", words: "cuts imports" },
]);

async function codesIn(path: string): Promise<readonly string[]> {
  const { db } = await openDatabase(path, { purpose: "write", lockWait: 0 });
  const { rows } = await sql<{ code: string }>`select code from report_actors order by code`.execute(db);
  await db.destroy();
  return rows.map(({ code }) => code);
}

describe("report_actors", () => {
  it("has each code that a report names once, and only those of the last reading", async () => {
    const path = join(folder, "read-again.db");
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    await ledger.add(told);
    const again = { ...told, mentions: told.mentions.slice(0, 2), events: told.events.slice(0, 1) };
    await ledger.close();
    expect(await codesIn(path)).toEqual(["NOR", "RUR", "SWE"]);
    const later = await Ledger.open(path, { readerVersion: "2" });
    expect(await later.add(again)).toBe("replaced");
    await later.close();
    expect(await codesIn(path)).toEqual(["NOR", "RUR"]);
  });

  it("is filled for a ledger that was made before there was such a table", async () => {
    const path = join(folder, "older.db");
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    await ledger.add(told);
    await ledger.close();
    const { db } = await openDatabase(path, { purpose: "write", lockWait: 0 });
    const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'index'
      and sql is not null`.execute(db);
    for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(db);
    await sql`drop table report_actors`.execute(db);
    await quickFilters.up(db);
    await db.destroy();
    expect(await codesIn(path)).toEqual(["NOR", "RUR", "SWE"]);
  });
});
