import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Kysely, Migrator, SqliteDialect, sql } from "kysely";
import Database from "libsql";
import { MIGRATIONS } from "./migrations/index.js";
import { asLedgerError, problem } from "./problems.js";
import type { Schema } from "./schema.js";
import { withStatementCache } from "./statement-cache.js";
import type { Insert } from "./write-reading.js";

/** "dema" in ASCII: how SQLite and `file` know a ledger, https://www.sqlite.org/pragma.html#pragma_application_id. */
export const APPLICATION_ID = 0x64656d61;
/** Where kysely notes down which migrations were done. */
export const MIGRATION_TABLE = "ledger_migrations";

/** What the table ledger_information tells whoever opens the file. */
const INFORMATION: Readonly<Record<string, string>> = {
  made_by: "demarche",
  start_with: "the views who_said_what, who_did_what_to_whom and who_answered_whom",
  offset_unit: "UTF-16 code units in reports.text, counted from 0, end exclusive",
  date_format: "ISO 8601 calendar dates, the end of an interval exclusive",
  actor_codes: "ISO 3166-1 alpha-3, or an organisation's code, then PLOVER's sector",
};

export interface OpenOptions {
  /** To read, the file must be there and may be write-protected; to write, it is made where there is none. */
  readonly purpose: "read" | "write";
  /** How long to wait for another program's lock, in milliseconds. */
  readonly lockWait: number;
}

export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  /** The connection that `db` uses. */
  readonly connection: Database.Database;
  readonly insert: Insert;
  /** A number that changes when another program, or another connection, writes to the ledger. */
  readonly version: () => number;
  /** False where the file may only be read. */
  readonly writable: boolean;
}

/**
 * Opens the ledger at `path`, makes it where there is none (to write), and brings an older
 * layout up to date. Throws a `LedgerError`; a file that is no ledger is left as it was.
 */
export async function openDatabase(path: string, options: OpenOptions): Promise<OpenDatabase> {
  const inMemory = path === ":memory:";
  const exists = inMemory || existsSync(path);
  if (!exists && options.purpose === "read") throw problem("no-ledger", path);
  if (!inMemory && exists && statSync(path).isDirectory()) throw problem("cannot-open", path, "a folder");
  const writable = inMemory || mayWrite(path, exists);
  if (!writable && options.purpose === "write") throw problem("read-only", path);
  let connection: Database.Database | undefined;
  try {
    connection = new Database(writable ? path : immutable(path));
    connection.exec(`pragma busy_timeout = ${options.lockWait}`);
    const complete = prepareConnection(connection, path, writable);
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: withStatementCache(connection) }),
    });
    if (!complete && !writable) throw problem("read-only", path);
    if (!complete) await immediately({ db, connection }, (transaction) => migrate(transaction, path));
    const dataVersion = connection.prepare("pragma data_version");
    const version = () => (dataVersion.get() as { data_version: number }).data_version;
    return { db, connection, insert: inserter(connection), version, writable };
  } catch (error) {
    connection?.close();
    throw asLedgerError(error, path);
  }
}

/** Runs `work` in one transaction that holds the write lock from its start, so that it cannot fail half-way for it. */
export async function immediately<T>(
  { db, connection }: Pick<OpenDatabase, "db" | "connection">,
  work: (transaction: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (transaction) => {
    // Not prepared statements: one that failed for a lock would stay open and keep later ones from committing.
    connection.exec("begin immediate");
    try {
      const result = await work(transaction);
      connection.exec("commit");
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      throw error;
    }
  });
}

/** Rows that go in with one call, the most first: each call costs about as much as a row. */
const ROWS_AT_ONCE = [64, 16, 4, 1];

/** Inserts rows with a few statements a table that are prepared once: no SQL is built for a report. */
function inserter(connection: Database.Database): Insert {
  const known = new Map<
    string,
    { readonly columns: readonly string[]; readonly statements: Map<number, Database.Statement> }
  >();
  const prepare = (table: string, columns: readonly string[], rows: number) => {
    const places = `(${columns.map(() => "?").join(", ")})`;
    return connection.prepare(
      `insert into ${table} (${columns.join(", ")}) values ${new Array(rows).fill(places).join(", ")}`,
    );
  };
  return (table, rows) => {
    const all = rows as readonly Record<string, unknown>[];
    if (all.length === 0) return;
    const { columns, statements } = known.get(table) ?? {
      columns: Object.keys(all[0]!),
      statements: new Map<number, Database.Statement>(),
    };
    known.set(table, { columns, statements });
    for (let at = 0; at < all.length; ) {
      const count = ROWS_AT_ONCE.find((rows) => rows <= all.length - at)!;
      const statement = statements.get(count) ?? prepare(table, columns, count);
      statements.set(count, statement);
      const values: unknown[] = [];
      for (const end = at + count; at < end; at++)
        for (const column of columns) values.push(all[at]![column]);
      statement.run(values);
    }
  };
}

/**
 * Folds the log into the file, so that a closed ledger is one file that can be copied, mailed or served from a
 * read-only place. Another program that has it open keeps it as it is.
 */
export function settle({ connection }: OpenDatabase): void {
  connection.exec("pragma busy_timeout = 0");
  try {
    connection.exec("pragma journal_mode = delete");
  } catch {
    // Somebody else reads or writes: their program folds it when it closes.
  }
}

/** Checks that the file is a ledger, or empty, and sets SQLite up. True where its layout is this version's. */
function prepareConnection(connection: Database.Database, path: string, writable: boolean): boolean {
  const read = (statement: string) => Object.values(connection.prepare(statement).all()[0] as object)[0];
  const tables = Number(read("select count(*) from sqlite_schema"));
  if (tables > 0 && read("pragma application_id") !== APPLICATION_ID) {
    throw problem("not-a-ledger", path, `${tables} tables and indexes`);
  }
  const done = tables > 0 ? connection.prepare(`select name from ${MIGRATION_TABLE}`).all() : [];
  const names = (done as { name: string }[]).map(({ name }) => name);
  const unheard = names.find((name) => !(name in MIGRATIONS));
  if (unheard) throw problem("newer-ledger", path, unheard);
  const complete = Object.keys(MIGRATIONS).every((name) => names.includes(name));
  connection.exec("pragma foreign_keys = on");
  if (!writable) return complete;
  if (read("pragma journal_mode") !== "wal") connection.exec("pragma journal_mode = wal");
  // In WAL mode this loses nothing when the program dies, at most the last reports when the power does.
  connection.exec("pragma synchronous = normal");
  // The log is folded into the file every 128 MB instead of every 4, because each group of reports writes many of the same
  // pages again; and pages that were read stay in memory (64 MB).
  connection.exec("pragma wal_autocheckpoint = 32000");
  connection.exec("pragma cache_size = -65536");
  return complete;
}

async function migrate(db: Kysely<Schema>, path: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw asLedgerError(error, path);
  await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db);
  for (const [name, value] of Object.entries(INFORMATION)) {
    await db.replaceInto("ledger_information").values({ name, value }).execute();
  }
}

function mayWrite(path: string, exists: boolean): boolean {
  try {
    if (exists) accessSync(path, constants.W_OK);
    // SQLite keeps its log beside the file.
    accessSync(dirname(resolve(path)), constants.W_OK);
    return true;
  } catch {
    if (exists) return false;
    throw problem("cannot-open", path, "a folder that does not exist or may not be written to");
  }
}

/** A file that nobody here may write can be read without a log beside it, https://www.sqlite.org/uri.html. */
function immutable(path: string): string {
  return `${pathToFileURL(path).href}?immutable=1`;
}
