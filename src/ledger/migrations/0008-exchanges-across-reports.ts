import { type Kysely, type Migration, sql } from "kysely";

/** Exchanges across reports: what wants an answer, its answers, and what finds them. */
export const exchangesAcrossReports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const REPORT = "report text not null references reports (id) on delete cascade";

// What is decided refers to no report, so that it can be decided again when one of its reports goes.
const STATEMENTS = [
  `create table turns (id text primary key, ${REPORT}, day text not null, opens text, content text not null)`,
  "create index turns_by_report on turns (report)",
  `create table turn_keys (key text not null, day text not null,
     turn text not null references turns (id) on delete cascade, primary key (key, day, turn)) without rowid`,
  "create index turn_keys_by_turn on turn_keys (turn)",
  `create table turn_links (answer text not null, opening text not null, ${REPORT}, answer_is text not null,
     link text not null check (link in ('explicit', 'inferred')), exchange text, similarity real, reasons text,
     primary key (answer, opening)) without rowid`,
  "create index turn_links_by_opening on turn_links (opening)",
  "create index turn_links_by_report on turn_links (report)",
  `create table linked_exchanges (id text primary key, opening_is text not null, happening text,
     event text, statement text, exchange text, report text not null, name text not null,
     first_day text, last_day text, answers integer not null)`,
  "create index linked_exchanges_by_happening on linked_exchanges (happening)",
  "create index linked_exchanges_by_report on linked_exchanges (report)",
  "create index linked_exchanges_by_day on linked_exchanges (first_day)",
  `create table linked_exchange_turns (turn text primary key,
     linked_exchange text not null references linked_exchanges (id) on delete cascade) without rowid`,
  "create index linked_exchange_turns_by_exchange on linked_exchange_turns (linked_exchange)",
  `create table linked_exchange_actors (linked_exchange text not null references linked_exchanges (id) on delete cascade,
     role text not null check (role in ('asks', 'asked', 'answers', 'about')), code text not null,
     primary key (linked_exchange, role, code)) without rowid`,
  "create index linked_exchange_actors_by_code on linked_exchange_actors (code, role)",
  `create table linked_exchange_answers (linked_exchange text not null references linked_exchanges (id) on delete cascade,
     position integer not null, happening text, event text, statement text, report text not null, day text,
     answer_is text not null, link text not null, exchange text, similarity real, reasons text,
     primary key (linked_exchange, position)) without rowid`,
  "create index linked_exchange_answers_by_report on linked_exchange_answers (report)",
];
