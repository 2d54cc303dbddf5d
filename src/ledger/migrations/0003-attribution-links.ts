import { type Kysely, type Migration, sql } from "kysely";

/** Through whom a statement came to its report, where it was made, and the view with occasion and addressee. */
export const attributionLinks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const span = (name: string) => `${name}start_offset integer, ${name}end_offset integer, ${name}words text`;
const spans = (role: string) =>
  `(select group_concat(words, ' … ') from statement_spans where statement = s.id and role = '${role}')`;
const actor = (prefix: string) =>
  `${prefix}code || coalesce('.' || ${prefix}sector, '') || coalesce(' ' || coalesce(${prefix}person, ${prefix}agency), '')`;

const STATEMENTS = [
  "alter table statements add column place integer",
  `create table attribution_links (statement text not null references statements (id) on delete cascade,
     position integer not null, role text not null check (role in ('origin', 'speaker', 'relay', 'report')),
     report text not null, mention integer, code text, sector text, agency text, person text,
     basis text check (basis in ('stated', 'inferred', 'given', 'unknown')), rule text, reason text,
     told_in text references statements (id) deferrable initially deferred,
     ${span("")}, ${span("cue_")}, ${span("evidence_")},
     primary key (statement, position),
     foreign key (report, mention) references mentions (report, position) deferrable initially deferred) without rowid`,
  "create index attribution_links_by_mention on attribution_links (report, mention)",
  "create index attribution_links_by_actor on attribution_links (code, role)",
  "create index attribution_links_by_statement on attribution_links (told_in)",
  "drop view who_said_what",
  `create view who_said_what as
     select s.id as statement, r.title as report_title, r.outlet, r.published,
       ${actor("s.speaker_")} as speaker,
       ${spans("source")} as source_words, ${spans("cue")} as cue_words,
       s.words as content, s.form, s.act, ${spans("addressee")} as addressee_words, ${spans("medium")} as medium_words,
       ${spans("venue")} as venue_words,
       (select group_concat(coalesce(words, 'unknown'), ' < ')
          from (select words from attribution_links where statement = s.id and role <> 'report' order by position)) as passed_on_by,
       t.words as time_words, t.interval_start, t.interval_end, p.name as place, p.country as place_country, s.report
     from statements s join reports r on r.id = s.report
       left join times t on t.report = s.report and t.position = s.time
       left join places p on p.report = s.report and p.position = s.place`,
];
