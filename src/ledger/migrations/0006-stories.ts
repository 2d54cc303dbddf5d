import { type Kysely, type Migration, sql } from "kysely";

/** Stories, their reports, and what finds the reports that may belong to one. */
export const stories: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const REPORT = "report text not null references reports (id) on delete cascade";

const STATEMENTS = [
  `create table stories (id text primary key, name text not null, first_published text, last_published text,
     reports integer not null, outlets integer not null, independent_outlets integer not null)`,
  "create index stories_by_last_published on stories (last_published)",
  `create table story_reports (report text primary key references reports (id) on delete cascade,
     story text references stories (id) deferrable initially deferred, piece text not null,
     similarity real, nearest text, nearest_similarity real, shared_words text, copy_of text)`,
  `create table story_terms (report text primary key references reports (id) on delete cascade,
     terms text not null, sketch text not null)`,
  "create index story_reports_by_story on story_reports (story)",
  "create index story_reports_by_piece on story_reports (piece)",
  `create table story_keys (term text not null, published text not null, ${REPORT},
     primary key (term, published, report)) without rowid`,
  "create index story_keys_by_report on story_keys (report)",
  `create table story_links (${REPORT}, other text not null references reports (id) on delete cascade,
     similarity real not null, days integer not null, keys integer not null,
     primary key (report, other)) without rowid`,
  "create index story_links_by_other on story_links (other)",
];
