import { type Kysely, type Migration, sql } from "kysely";

/** The changes of a ledger, and what they took out of it. */
export const history: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

// Nothing here refers to a report, since it outlasts them.
const STATEMENTS = [
  `create table changes (number integer primary key, at text,
     change text not null check (change in ('added', 'replaced', 'removed', 'joined', 'split')),
     report text, reader_version text, happening text, decisions text, note text)`,
  "create index changes_by_report on changes (report)",
  `create table earlier_readings (change integer primary key references changes (number), report text not null,
     reading blob not null, encoding text, analysis blob)`,
  "create index earlier_readings_by_report on earlier_readings (report)",
  `create table gone_rows (id text not null, change integer not null references changes (number), kind text not null,
     report text not null, primary key (id, change)) without rowid`,
  "create index gone_rows_by_report on gone_rows (report)",
  // When they came is not known.
  `insert into changes (change, report, reader_version)
     select 'added', id, reader_version from reports order by number`,
];
