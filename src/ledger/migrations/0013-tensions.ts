import { type Kysely, type Migration, sql } from "kysely";

/** Pairs that do not sit well together, and what they are made from. */
export const tensions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table tension_claims (id text primary key, report text not null references reports (id) on delete cascade,
     rule text not null, key text not null, content text not null)`,
  "create index tension_claims_by_report on tension_claims (report, rule)",
  `create table tension_claim_groups (grouping text not null,
     claim text not null references tension_claims (id) on delete cascade, primary key (grouping, claim)) without rowid`,
  "create index tension_claim_groups_by_claim on tension_claim_groups (claim)",
  `create table tensions (id text primary key, rule text not null, reason text not null, first_day text, last_day text,
     others integer not null)`,
  "create index tensions_by_day on tensions (last_day)",
  `create table tension_sides (tension text not null references tensions (id) on delete cascade,
     side text not null check (side in ('first', 'second')), report text not null, row text, day text,
     start_offset integer not null, end_offset integer not null, words text not null, sentence text not null,
     primary key (tension, side)) without rowid`,
  "create index tension_sides_by_report on tension_sides (report)",
  `create table tension_actors (tension text not null references tensions (id) on delete cascade,
     role text not null check (role in ('actor', 'about')), code text not null,
     primary key (tension, role, code)) without rowid`,
  "create index tension_actors_by_code on tension_actors (code, role)",
  `create table tension_bases (basis text not null, tension text not null references tensions (id) on delete cascade,
     primary key (basis, tension)) without rowid`,
  "create index tension_bases_by_tension on tension_bases (tension)",
];
