import { type Kysely, type Migration, sql } from "kysely";

/**
 * What lists need to stay quick with 50,000 reports: who is named in a report, once each; and narrow indexes that hold all
 * that a filter asks for, so that only the rows that are shown are read whole.
 */
export const quickFilters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table report_actors (report text not null references reports (id) on delete cascade, code text not null,
     primary key (code, report)) without rowid`,
  "insert into report_actors select distinct report, code from mention_actors where code is not null",
  "create index report_actors_by_report on report_actors (report)",
  "create index reports_in_order on reports (coalesce(published, ''), number, id, published, outlet)",
  "create index reports_with_day_and_outlet on reports (id, published, outlet)",
  "create index mentions_by_offset on mentions (report, start_offset, end_offset, position)",
  "create index story_reports_in_story on story_reports (story, report)",
  "create index statements_in_order on statements (number, report, speaker_code, act, id)",
  `create index events_in_order on events (number, report, type, status, id, mutual,
     what_start_offset, what_end_offset)`,
  "create index events_with_type on events (id, type, status, report)",
  "create index event_participants_by_event on event_participants (event, role, code)",
];
