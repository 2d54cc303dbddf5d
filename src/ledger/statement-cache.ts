import type { SqliteDatabase, SqliteStatement } from "kysely";
import type Database from "libsql";

/** A ledger runs some two hundred different statements; more are those whose text has grown with a list. */
const MOST = 1000;

/** The connection for Kysely, with each SQL text prepared once: preparing costs more than most statements take. */
export function withStatementCache(connection: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => {
      statements.clear();
      connection.close();
    },
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= MOST) statements.clear();
      const statement = connection.prepare(sql) as unknown as SqliteStatement;
      // One that failed stays open, and must not be used again.
      const run = <T>(work: () => T): T => {
        try {
          return work();
        } catch (error) {
          statements.delete(sql);
          throw error;
        }
      };
      const kept: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => run(() => statement.all(parameters)),
        run: (parameters) => run(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
      statements.set(sql, kept);
      return kept;
    },
  };
}
