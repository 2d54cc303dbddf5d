import { type Kysely, type Migration, sql } from "kysely";

/** Happenings, the events that tell of them, and what finds the events that may tell of the same one. */
export const happenings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const REPORT = "report text not null references reports (id) on delete cascade";

// What is decided refers to no event, so that a report that is read again keeps what stays the same.
const STATEMENTS = [
  "create table across_steps (step text primary key, version integer not null) without rowid",
  `insert into across_steps select 'stories', 1
     where (select count(*) from reports) = (select count(*) from story_reports)`,
  `create table tellings (id text primary key, ${REPORT}, day text not null, profile text not null)`,
  "create index tellings_by_report on tellings (report)",
  `create table telling_keys (key text not null, day text not null,
     telling text not null references tellings (id) on delete cascade, primary key (key, day, telling)) without rowid`,
  "create index telling_keys_by_telling on telling_keys (telling)",
  `create table telling_links (telling text not null references tellings (id) on delete cascade,
     other text not null references tellings (id) on delete cascade,
     similarity real not null, days integer not null, keys integer not null,
     primary key (telling, other)) without rowid`,
  "create index telling_links_by_other on telling_links (other)",
  `create table happenings (id text primary key, type text not null, reality text not null, name text not null,
     first_day text, last_day text, first_published text, last_published text,
     events integer not null, reports integer not null, outlets integer not null, independent_outlets integer not null)`,
  "create index happenings_by_day on happenings (first_day)",
  `create table happening_actors (happening text not null references happenings (id) on delete cascade,
     role text not null check (role in ('source', 'target', 'about')), code text not null, reports integer not null,
     primary key (happening, role, code)) without rowid`,
  "create index happening_actors_by_code on happening_actors (code, role)",
  `create table happening_tellings (telling text primary key, happening text not null, piece text not null) without rowid`,
  "create index happening_tellings_by_happening on happening_tellings (happening)",
  "create index happening_tellings_by_piece on happening_tellings (piece)",
  `create table happening_events (event text primary key, happening text not null, ${REPORT}, telling text not null,
     nearest text, similarity real, reasons text) without rowid`,
  "create index happening_events_by_happening on happening_events (happening)",
  "create index happening_events_by_report on happening_events (report)",
  "create index happening_events_by_telling on happening_events (telling)",
  `create table happening_decisions (event text not null, other text not null,
     decision text not null check (decision in ('join', 'split')), note text, primary key (event, other)) without rowid`,
  "create index happening_decisions_by_other on happening_decisions (other)",
];
