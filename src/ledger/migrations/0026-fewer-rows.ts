import { type Kysely, type Migration, sql } from "kysely";

/**
 * The words that a statement rests on, and through whom it came, stand in its own row: as rows of their own they were
 * every fifth row of a ledger, on pages of their own, and nobody asks for one without its statement. Views of their names
 * have one a row. What no query asks goes too: two indexes, and a reference from which only a third was there.
 */
export const fewerRows: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<{ sql: string }>`select sql from sqlite_schema
      where type = 'view' and name = 'who_did_what_to_whom'`.execute(db);
    for (const statement of [...STATEMENTS, ...rows.map((row) => row.sql)])
      await sql.raw(statement).execute(db);
  },
};

/** As `statementRow` writes them. */
const ROLES = "source cue content quoted medium venue addressee speaker";
const LINK = [
  "role",
  "mention",
  "code",
  "sector",
  "agency",
  "person",
  "basis",
  "rule",
  "reason",
  "told_in",
  "start_offset",
  "end_offset",
  "words",
  "cue_start_offset",
  "cue_end_offset",
  "cue_words",
  "evidence_start_offset",
  "evidence_end_offset",
  "evidence_words",
];

/** The words of a statement in one role. */
const words = (role: string) =>
  `(select group_concat(coalesce(p.value ->> 2, s.words), ' … ') from json_each(s.spans, '$.${role}') p)`;
const actor = (prefix: string) =>
  `${prefix}code || coalesce('.' || ${prefix}sector, '') || coalesce(' ' || coalesce(${prefix}person, ${prefix}agency), '')`;

const STATEMENTS = [
  "drop view who_said_what",
  "drop view who_did_what_to_whom",
  "alter table statements add column spans text not null default '{}'",
  "alter table statements add column attribution text not null default '[]'",
  `update statements set spans = w.spans from
     (select statement, json_group_object(role, json(list) order by instr('${ROLES}', role)) as spans from
       (select p.statement, p.role, json_group_array(json(case when p.role = 'content' and p.words = s.words
           then json_array(p.start_offset, p.end_offset)
           else json_array(p.start_offset, p.end_offset, p.words) end) order by p.position) as list
         from statement_spans p join statements s on s.id = p.statement group by p.statement, p.role)
       group by statement) as w
     where w.statement = statements.id`,
  `update statements set attribution = l.list from
     (select statement, json_group_array(json_array(${LINK}) order by position) as list
       from attribution_links group by statement) as l
     where l.statement = statements.id`,
  "drop table statement_spans",
  "drop table attribution_links",
  `create view statement_spans as
     select s.id as statement, r.key as role, p.key as position, p.value ->> 0 as start_offset,
       p.value ->> 1 as end_offset, coalesce(p.value ->> 2, s.words) as words
     from statements s, json_each(s.spans) r, json_each(r.value) p`,
  `create view attribution_links as
     select s.id as statement, l.key as position, s.report,
       ${LINK.map((column, i) => `l.value ->> ${i} as ${column}`).join(", ")}
     from statements s, json_each(s.attribution) l`,
  `create view who_said_what as
     select s.id as statement, r.title as report_title, r.outlet, r.published,
       ${actor("s.speaker_")} as speaker,
       ${words("source")} as source_words, ${words("cue")} as cue_words,
       s.words as content, s.form, s.act, ${words("addressee")} as addressee_words,
       ${words("medium")} as medium_words, ${words("venue")} as venue_words,
       (select group_concat(coalesce(l.value ->> ${LINK.indexOf("words")}, 'unknown'), ' < ')
          from json_each(s.attribution) l where l.value ->> 0 <> 'report') as passed_on_by,
       t.words as time_words, t.interval_start, t.interval_end, p.name as place, p.country as place_country, s.report
     from statements s join reports r on r.id = s.report
       left join times t on t.report = s.report and t.position = s.time
       left join places p on p.report = s.report and p.position = s.place`,
  // Without the reference to mentions, for which each participant stood in another index.
  `create table event_participants_now (event text not null references events (id) on delete cascade,
     role text not null check (role in ('source', 'target')), position integer not null, report text not null,
     code text, sector text, agency text, person text,
     basis text not null check (basis in ('stated', 'inferred', 'given', 'unknown')), rule text, reason text,
     mention integer, start_offset integer, end_offset integer, words text,
     evidence_start_offset integer, evidence_end_offset integer, evidence_words text,
     primary key (event, role, position)) without rowid`,
  "insert into event_participants_now select * from event_participants",
  "drop table event_participants",
  "alter table event_participants_now rename to event_participants",
  "create index event_participants_by_actor on event_participants (code, role, event)",
  "drop index mention_actors_by_code",
];
