import { type Kysely, type Migration, sql } from "kysely";

/** What stories are about, and the terms of reports that tell it. */
export const issues: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table issue_terms (report text primary key references reports (id) on delete cascade,
     terms text not null, disputes integer not null) without rowid`,
  `create table story_issues (story text not null, place integer not null, issue text not null, term text not null,
     owner text, name text not null, reports integer not null, weight real not null,
     primary key (story, place)) without rowid`,
  "create index story_issues_by_issue on story_issues (issue)",
];
