import { type Kysely, type Migration, sql } from "kysely";

/** What actors hold: the stands that they take, the positions that those make, and how positions change. */
export const positions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

// What is decided refers to no event or statement, so that a report that is read again keeps what stays the same.
const STATEMENTS = [
  `create table stands (id text primary key, report text not null references reports (id) on delete cascade,
     day text not null, content text not null)`,
  "create index stands_by_report on stands (report)",
  `create table stand_keys (key text not null, day text not null,
     stand text not null references stands (id) on delete cascade, primary key (key, day, stand)) without rowid`,
  "create index stand_keys_by_stand on stand_keys (stand)",
  `create table stand_links (stand text not null references stands (id) on delete cascade,
     other text not null references stands (id) on delete cascade,
     similarity real not null, days integer not null, keys integer not null,
     primary key (stand, other)) without rowid`,
  "create index stand_links_by_other on stand_links (other)",
  `create table positions (id text primary key, actor text not null, stance text not null, name text not null,
     first_seen text, last_seen text, stands integer not null, reports integer not null)`,
  "create index positions_by_day on positions (last_seen)",
  "create index positions_by_actor on positions (actor, stance)",
  `create table position_codes (position text not null references positions (id) on delete cascade,
     role text not null check (role in ('actor', 'toward', 'about')), code text not null, place integer not null,
     primary key (position, role, code)) without rowid`,
  "create index position_codes_by_code on position_codes (code, role)",
  `create table position_stands (stand text primary key, position text not null, piece text not null,
     report text not null, row text not null, nearest text, similarity real, reasons text) without rowid`,
  "create index position_stands_by_position on position_stands (position)",
  "create index position_stands_by_piece on position_stands (piece)",
  "create index position_stands_by_report on position_stands (report)",
  `create table position_changes (earlier text not null, later text not null, earlier_stand text not null,
     later_stand text not null, primary key (earlier, later)) without rowid`,
  "create index position_changes_by_later on position_changes (later)",
];
