import { type Kysely, type Migration, sql } from "kysely";

/**
 * What makes taking reports in slower and helps no query: indexes that nobody asks, entries for what is unknown, and
 * references of rows that the steps across reports take out themselves. Each entry lies on a page of its own where
 * identifiers are hashes, and each page that a report changes is written twice.
 */
export const fewerIndexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

/** Makes a table anew with other columns or references; its indexes go. */
const anew = (table: string, columns: string) => [
  `create table ${table}_now (${columns}) without rowid`,
  `insert into ${table}_now select * from ${table}`,
  `drop table ${table}`,
  `alter table ${table}_now rename to ${table}`,
];

const links = (table: string, item: string) =>
  anew(
    table,
    `${item} text not null, other text not null, similarity real not null, days integer not null,
     keys integer not null, primary key (${item}, other)`,
  );

const keys = (table: string, key: string, day: string, item: string) =>
  anew(
    table,
    `${key} text not null, ${day} text not null, ${item} text not null, primary key (${key}, ${day}, ${item})`,
  );

/** An index for a reference that most rows do not have. */
const known = (index: string, table: string, columns: string, column = columns) => [
  `drop index ${index}`,
  `create index ${index} on ${table} (${columns}) where ${column} is not null`,
];

const STATEMENTS = [
  ...links("story_links", "report"),
  ...links("telling_links", "telling"),
  ...links("stand_links", "stand"),
  ...keys("story_keys", "term", "published", "report"),
  ...keys("telling_keys", "key", "day", "telling"),
  ...keys("turn_keys", "key", "day", "turn"),
  ...keys("stand_keys", "key", "day", "stand"),
  ...anew("statement_actors", "code text not null, statement text not null, primary key (code, statement)"),
  "drop index attribution_links_by_actor",
  "drop index happening_tellings_by_happening",
  "drop index happening_events_by_telling",
  ...known("attribution_links_by_statement", "attribution_links", "told_in"),
  ...known("attribution_links_by_mention", "attribution_links", "report, mention", "mention"),
  ...known("event_participants_by_mention", "event_participants", "report, mention", "mention"),
  ...known("relation_participants_by_mention", "relation_participants", "report, mention", "mention"),
  ...known("statements_by_earlier_statement", "statements", "goes_on_from"),
  ...known("events_by_statement", "events", "claimed_by"),
  ...known("quantities_claimed_by", "quantities", "claimed_by"),
  ...known("relations_claimed_by", "relations", "claimed_by"),
];
