import { accessSync, constants, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { MIGRATIONS } from "./migrations/index.js";
import { APPLICATION_ID, MIGRATION_TABLE } from "./open-database.js";
import { asLedgerError, problem } from "./problems.js";

/** How a ledger's file is, as SQLite and its layout tell. */
export interface LedgerCondition {
  readonly reports: number;
  /** `older`: it is brought up to date when it is next opened. */
  readonly layout: "current" | "older";
  /** True where the file and its folder may be written to. */
  readonly writable: boolean;
  /** What SQLite's own checks find, https://www.sqlite.org/pragma.html#pragma_integrity_check; empty where all is well. */
  readonly damage: readonly string[];
}

/** Looks at the ledger at `path` without changing it. Throws a `LedgerError` where it cannot be opened or is none. */
export function inspectLedger(path: string): LedgerCondition {
  if (!existsSync(path)) throw problem("no-ledger", path);
  const writable = mayWrite(path) && mayWrite(dirname(resolve(path)));
  let connection: Database.Database | undefined;
  try {
    // Where SQLite may keep no log beside the file, the file is taken as one that nobody changes.
    connection = new Database(`${pathToFileURL(path).href}?${writable ? "mode=ro" : "immutable=1"}`);
    connection.exec("pragma busy_timeout = 1000");
    return { writable, ...conditionOf(connection, path) };
  } catch (error) {
    throw asLedgerError(error, path);
  } finally {
    connection?.close();
  }
}

function conditionOf(connection: Database.Database, path: string): Omit<LedgerCondition, "writable"> {
  const all = <T>(query: string) => connection.prepare(query).all() as T[];
  const [application] = all<{ application_id: number }>("pragma application_id");
  if (application?.application_id !== APPLICATION_ID)
    throw problem("not-a-ledger", path, "no ledger's tables");
  const done = all<{ name: string }>(`select name from ${MIGRATION_TABLE}`).map(({ name }) => name);
  const unheard = done.find((name) => !(name in MIGRATIONS));
  if (unheard !== undefined) throw problem("newer-ledger", path, unheard);
  const integrity = all<{ integrity_check: string }>("pragma integrity_check(10)").map(
    (row) => row.integrity_check,
  );
  const loose = all<{ table: string; parent: string }>("pragma foreign_key_check").slice(0, 10);
  return {
    reports: all<{ n: number }>("select count(*) as n from reports")[0]!.n,
    layout: Object.keys(MIGRATIONS).every((name) => done.includes(name)) ? "current" : "older",
    damage: [
      ...integrity.filter((text) => text !== "ok"),
      ...loose.map(({ table, parent }) => `a row of ${table} refers to none of ${parent}`),
    ],
  };
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
