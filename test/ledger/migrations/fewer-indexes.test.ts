import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import { MIGRATIONS } from "../../../src/ledger/migrations/index.js";
import { APPLICATION_ID, MIGRATION_TABLE } from "../../../src/ledger/open-database.js";
import type { Reading } from "../../../src/reading/reading.js";
import { dispute } from "../../support/dispute.js";
import { sampleReading } from "../../support/reading.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-migration-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const BEFORE = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < "0023"));

const quarrel = ["2020-03-02", "2020-03-03", "2020-03-05"].map((published, i) =>
  dispute(
    [
      {
        source: "SWE",
        type: "REQUEST",
        target: "NOR",
        words: "urged opening of the strait to",
        day: "2020-03-01",
      },
      {
        source: "NOR",
        type: "REJECT",
        target: "SWE",
        words: "refused opening of the strait to",
        day: published,
      },
    ],
    { published, outlet: `Outlet ${i}`, heading: `Quarrel over the strait, part ${i}` },
  ),
);
const readings: readonly Reading[] = [sampleReading(), ...quarrel];

async function ledgerOf(name: string, added: readonly Reading[]): Promise<string> {
  const path = join(folder, name);
  const ledger = await Ledger.open(path, { readerVersion: "1" });
  await ledger.addAll(added);
  await ledger.close();
  return path;
}

/** A ledger of the layout before, with the rows of the one at `path`. */
async function asBefore(path: string): Promise<string> {
  const old = `${path}.old`;
  const connection = new Database(old);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: connection as never }) });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => BEFORE },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  }).migrateToLatest();
  expect(error).toBeUndefined();
  connection.exec(
    `pragma application_id = ${APPLICATION_ID}; pragma foreign_keys = off; attach '${path}' as now`,
  );
  for (const table of tables(connection)) {
    const columns = connection.prepare(`select name from pragma_table_info('${table}')`).all() as {
      name: string;
    }[];
    const names = columns.map(({ name }) => name).join(", ");
    connection.exec(`insert or replace into ${table} (${names}) select ${names} from now.${table}`);
  }
  connection.exec("detach now");
  await db.destroy();
  return old;
}

/** Names of the tables that people fill, not those that a search index keeps. */
function tables(connection: Database.Database): string[] {
  const rows = connection
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .all() as { name: string }[];
  return rows.map(({ name }) => name).filter((name) => !/_search|migrations|^sqlite|information/.test(name));
}

function contents(path: string) {
  const connection = new Database(path);
  const rows = tables(connection).map((table) => [
    table,
    (connection.prepare(`select * from ${table}`).all() as object[])
      .map((row) => JSON.stringify(Object.values(row)))
      .sort(),
  ]);
  const layout = connection
    .prepare("select type, name, sql from sqlite_schema where name not like '%search%' order by type, name")
    .all();
  connection.close();
  return { rows: Object.fromEntries(rows) as Record<string, string[]>, layout };
}

/** What hangs on the reports alone, not on how the ledger came to be. */
function withoutHistory({ rows }: ReturnType<typeof contents>) {
  const {
    changes,
    earlier_readings,
    gone_rows,
    reports,
    statements,
    events,
    exchanges,
    paragraphs,
    ...rest
  } = rows;
  return rest;
}

interface Reference {
  readonly id: number;
  readonly table: string;
  readonly from: string;
}

describe("the migration to fewer indexes", () => {
  it("brings a ledger of the layout before up to date, with all its rows", async () => {
    const path = await ledgerOf("whole.db", readings);
    const old = await asBefore(path);
    expect(contents(old).layout).not.toEqual(contents(path).layout);
    const before = contents(old).rows;
    expect(before.story_links!.length).toBeGreaterThan(0);
    expect(before.telling_links!.length).toBeGreaterThan(0);
    expect(before.turn_keys!.length).toBeGreaterThan(0);
    const ledger = await Ledger.open(old, { readerVersion: "1" });
    await ledger.close();
    expect(contents(old)).toEqual(contents(path));
  });

  it("lets reports be taken out of an older ledger as if they had never come", async () => {
    const old = await asBefore(await ledgerOf("more.db", readings));
    const fewer = contents(await ledgerOf("fewer.db", readings.slice(0, 2)));
    const ledger = await Ledger.open(old, { readerVersion: "1" });
    for (const { report } of readings.slice(2)) expect(await ledger.remove(report.id)).toBe(true);
    await ledger.close();
    expect(withoutHistory(contents(old))).toEqual(withoutHistory(fewer));
  });

  it("leaves no reference to what goes with a report without an index to find its rows", async () => {
    const connection = new Database(await ledgerOf("references.db", readings));
    for (const table of tables(connection)) {
      const all = connection.prepare(`pragma foreign_key_list(${table})`).all() as Reference[];
      // Changes are never taken out.
      const keys = all.filter((key) => key.table !== "changes");
      for (const id of new Set(keys.map((key) => key.id))) {
        const columns = keys.filter((key) => key.id === id).map(({ from }) => `${from} = '1'`);
        const plan = connection.prepare(
          `explain query plan select 1 from ${table} where ${columns.join(" and ")}`,
        );
        const [step] = plan.all() as { detail: string }[];
        expect(step!.detail, table).toMatch(/^SEARCH/);
      }
    }
    connection.close();
  });
});
