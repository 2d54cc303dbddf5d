import { type Kysely, type Migration, sql } from "kysely";

/** Offices that reports give people, and the people whose office must come from other reports. */
export const offices: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const REPORT = "report text not null references reports (id) on delete cascade";

const STATEMENTS = [
  `create table offices (${REPORT}, position integer not null, person text not null,
     name_begins text not null, name_ends text not null, code text not null, sector text, agency text,
     office text not null, basis text not null check (basis in ('stated', 'inferred')),
     start_offset integer not null, end_offset integer not null, words text not null,
     primary key (report, position)) without rowid`,
  "create index offices_by_end_of_name on offices (name_ends)",
  "create index offices_by_beginning_of_name on offices (name_begins)",
  `create table people_sought (${REPORT}, name text not null, name_ends text not null,
     outdated integer not null check (outdated in (0, 1)), primary key (report, name)) without rowid`,
  "create index people_sought_by_end_of_name on people_sought (name_ends)",
  "create index people_sought_outdated on people_sought (report) where outdated = 1",
  `create view who_held_which_office as
     select o.person, o.code || coalesce('.' || o.sector, '') as actor, o.agency, o.office, o.basis,
       r.published, r.outlet, o.words, o.report
     from offices o join reports r on r.id = o.report
     order by o.person, r.published`,
];
