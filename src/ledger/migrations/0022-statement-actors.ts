import { type Kysely, type Migration, sql } from "kysely";

/**
 * Who speaks in a statement or is named in it, so that statements of somebody who hardly speaks are found at once;
 * an index that holds all that filters of events ask of who takes part; and one by which answers are drawn at random.
 */
export const statementActors: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table statement_actors (code text not null,
     statement text not null references statements (id) on delete cascade, primary key (code, statement)) without rowid`,
  `insert into statement_actors select speaker_code, id from statements where speaker_code is not null
   union select a.code, w.statement from statements s
     cross join statement_spans w on w.statement = s.id and w.role in ('content', 'addressee')
     cross join mentions m on m.report = s.report and m.start_offset >= w.start_offset
       and m.start_offset < w.end_offset and m.end_offset <= w.end_offset
     cross join mention_actors a on a.report = m.report and a.mention = m.position
     where a.code is not null`,
  "create index statement_actors_by_statement on statement_actors (statement)",
  "drop index event_participants_by_actor",
  "create index event_participants_by_actor on event_participants (code, role, event)",
  "create index linked_exchange_answers_by_hash on linked_exchange_answers (substr(coalesce(event, statement), 2))",
];
