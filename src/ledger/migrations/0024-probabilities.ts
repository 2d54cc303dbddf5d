import { type Kysely, type Migration, sql } from "kysely";

/** How likely all of an event is right: unknown (null) of events that were read before. */
export const probabilities: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const who = "p.code || coalesce('.' || p.sector, '') || coalesce(' ' || coalesce(p.person, p.agency), '')";
const participants = (role: string) =>
  `(select group_concat(coalesce(${who}, p.words, 'unknown'), ', ')
      from event_participants p where p.event = e.id and p.role = '${role}')`;

const STATEMENTS = [
  "alter table events add column probability real check (probability between 0 and 1)",
  "drop index events_in_order",
  // With all that filters ask for, so that a list looks no row up that it does not show.
  `create index events_in_order on events (number, report, type, status, id, mutual,
     what_start_offset, what_end_offset, probability)`,
  "drop view who_did_what_to_whom",
  `create view who_did_what_to_whom as
     select e.id as event, r.title as report_title, r.outlet, r.published,
       ${participants("source")} as source, e.type, ${participants("target")} as target, e.status, e.mutual,
       e.probability, e.trigger_words, e.what_words, t.words as time_words, t.interval_start, t.interval_end,
       p.name as place, p.country as place_country, e.claimed_by, e.sentence, e.report
     from events e join reports r on r.id = e.report
       left join times t on t.report = e.report and t.position = e.time
       left join places p on p.report = e.report and p.position = e.place`,
];
