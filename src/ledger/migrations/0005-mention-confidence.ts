import { type Kysely, type Migration, sql } from "kysely";

/** How surely a mention was resolved, where that was learned. */
export const mentionConfidence: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw("alter table mentions add column confidence real").execute(db);
  },
};
