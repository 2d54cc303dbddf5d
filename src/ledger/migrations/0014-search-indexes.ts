import { type Kysely, type Migration, sql } from "kysely";

/** The same search indexes, declared with double quotes: only so does Datasette find them and show its search box. */
export const searchIndexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [table, column] of INDEXES) {
      const index = `${table}_search`;
      await sql.raw(`drop table ${index}`).execute(db);
      await sql
        .raw(
          `create virtual table ${index} using fts5 (${column}, content="${table}", content_rowid="number", tokenize='porter unicode61 remove_diacritics 2')`,
        )
        .execute(db);
      await sql.raw(`insert into ${index} (${index}) values ('rebuild')`).execute(db);
    }
  },
};

const INDEXES = [
  ["paragraphs", "words"],
  ["statements", "words"],
  ["events", "sentence"],
] as const;
