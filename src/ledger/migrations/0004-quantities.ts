import { type Kysely, type Migration, sql } from "kysely";

/** Numbers that count or measure something, and the events that they measure. */
export const quantities: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const span = (name: string) => `${name}start_offset integer, ${name}end_offset integer, ${name}words text`;

const STATEMENTS = [
  `create table quantities (report text not null references reports (id) on delete cascade, position integer not null,
     low real not null, high real, unit text not null, bound text not null, measures text not null, ${span("of_")},
     change_direction text, change_as text, ${span("change_")}, ${span("base_")}, time integer,
     claimed_by text references statements (id) deferrable initially deferred, rule text not null,
     start_offset integer not null, end_offset integer not null, words text not null, primary key (report, position),
     foreign key (report, time) references times (report, position) deferrable initially deferred) without rowid`,
  "create index quantities_by_what_they_measure on quantities (measures, unit)",
  "create index quantities_claimed_by on quantities (claimed_by)",
  `create table event_quantities (event text not null references events (id) on delete cascade,
     report text not null, quantity integer not null, primary key (event, quantity),
     foreign key (report, quantity) references quantities (report, position) deferrable initially deferred) without rowid`,
  "create index event_quantities_by_quantity on event_quantities (report, quantity)",
];
