import { type Kysely, type Migration, sql } from "kysely";

/** How states stand to each other, as reports state it. */
export const relations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const span = (name: string) => `${name}start_offset integer, ${name}end_offset integer, ${name}words text`;

const STATEMENTS = [
  `create table relations (id text primary key, report text not null references reports (id) on delete cascade,
     position integer not null, relation text not null, status text not null, part text not null, time integer,
     claimed_by text references statements (id) deferrable initially deferred, rule text not null, ${span("degree_")},
     start_offset integer not null, end_offset integer not null, words text not null,
     foreign key (report, time) references times (report, position) deferrable initially deferred)`,
  "create index relations_by_report on relations (report)",
  "create index relations_claimed_by on relations (claimed_by)",
  `create table relation_participants (relation text not null references relations (id) on delete cascade,
     role text not null check (role in ('source', 'target')), report text not null,
     code text, sector text, agency text, person text,
     basis text not null, rule text, reason text, mention integer, ${span("")}, ${span("evidence_")},
     primary key (relation, role),
     foreign key (report, mention) references mentions (report, position) deferrable initially deferred) without rowid`,
  "create index relation_participants_by_actor on relation_participants (code, role)",
  "create index relation_participants_by_mention on relation_participants (report, mention)",
];
