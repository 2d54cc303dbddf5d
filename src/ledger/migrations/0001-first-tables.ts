import { type Kysely, type Migration, sql } from "kysely";

/** The layout of the first release. In SQL as it stands, because people read it in SQLite as it stands. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      ...TABLES,
      ...INDEXES,
      ...search("paragraphs", "words"),
      ...search("statements", "words"),
      ...search("events", "sentence"),
      ...VIEWS,
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};

const REPORT = "report text not null references reports (id) on delete cascade";
const WORDS = "start_offset integer not null, end_offset integer not null, words text not null";
const ACTOR = "code text, sector text, agency text, person text";
const BASIS =
  "basis text not null check (basis in ('stated', 'inferred', 'given', 'unknown')), rule text, reason text";
const span = (name: string) => `${name}start_offset integer, ${name}end_offset integer, ${name}words text`;

// Tables whose key is made of several columns are kept by it (`without rowid`): no second copy of the key.
const TABLES = [
  "create table ledger_information (name text primary key, value text not null)",
  `create table reports (id text primary key, number integer not null unique, origin text not null,
     title text, outlet text, published text, licence_terms text, licence_must_carry text,
     text text not null, reader_version text not null, fingerprint text not null)`,
  `create table report_facts (${REPORT}, fact text not null, ${BASIS}, ${span("")}, primary key (report, fact)) without rowid`,
  `create table bylines (${REPORT}, position integer not null, name text not null, role text,
     primary key (report, position)) without rowid`,
  `create table datelines (${REPORT}, place text, agency text, year integer, month integer, day integer, ${WORDS},
     primary key (report))`,
  `create table report_notes (${REPORT}, position integer not null, note text not null,
     primary key (report, position)) without rowid`,
  `create table paragraphs (number integer primary key, ${REPORT}, position integer not null,
     role text not null, reason text, ${WORDS}, unique (report, position))`,
  `create table mentions (${REPORT}, position integer not null, form text not null,
     head_word integer not null, first_word integer not null, last_word integer not null,
     person text, antecedent integer, rule text not null, reason text, ${WORDS},
     primary key (report, position),
     foreign key (report, antecedent) references mentions (report, position) deferrable initially deferred) without rowid`,
  `create table mention_actors (report text not null, mention integer not null, position integer not null, ${ACTOR},
     primary key (report, mention, position),
     foreign key (report, mention) references mentions (report, position) on delete cascade) without rowid`,
  `create table times (${REPORT}, position integer not null, type text not null, value text not null, modifier text,
     grain text not null, basis text not null, interval_start text, interval_end text,
     relation_to text, relation_count integer, relation_direction text, relation_unit text, signal text, ${span("anchor_")},
     rule text not null, reason text, ${WORDS}, primary key (report, position)) without rowid`,
  `create table places (${REPORT}, position integer not null, name text not null, country text,
     latitude real, longitude real, precision text not null, rule text not null, reason text, ${WORDS},
     primary key (report, position)) without rowid`,
  `create table statements (id text primary key, number integer not null unique, ${REPORT},
     form text not null, part text not null,
     speaker_code text, speaker_sector text, speaker_agency text, speaker_person text,
     speaker_basis text not null check (speaker_basis in ('stated', 'inferred', 'given', 'unknown')),
     speaker_rule text, speaker_reason text,
     mention integer, time integer, act text,
     goes_on_from text references statements (id) deferrable initially deferred,
     rule text not null, words text not null,
     foreign key (report, mention) references mentions (report, position),
     foreign key (report, time) references times (report, position))`,
  `create table statement_spans (statement text not null references statements (id) on delete cascade,
     role text not null, position integer not null, ${WORDS}, primary key (statement, role, position)) without rowid`,
  `create table events (id text primary key, number integer not null unique, ${REPORT},
     type text not null, mode text, status text not null, mutual integer not null, part text not null,
     trigger_start_offset integer not null, trigger_end_offset integer not null, trigger_words text not null,
     ${span("what_")}, ${span("condition_")}, time integer, place integer,
     claimed_by text references statements (id), rule text not null, sentence text not null,
     foreign key (report, time) references times (report, position),
     foreign key (report, place) references places (report, position))`,
  `create table event_participants (event text not null references events (id) on delete cascade,
     role text not null check (role in ('source', 'target')), position integer not null, report text not null,
     ${ACTOR}, ${BASIS}, mention integer, ${span("")}, ${span("evidence_")},
     primary key (event, role, position),
     foreign key (report, mention) references mentions (report, position)) without rowid`,
  `create table explanation_steps (event text not null references events (id) on delete cascade,
     position integer not null, step text not null, primary key (event, position)) without rowid`,
  `create table explanation_rivals (event text not null references events (id) on delete cascade,
     position integer not null, type text not null, rule text not null, reason text not null,
     primary key (event, position)) without rowid`,
  `create table exchanges (id text primary key, number integer not null unique, ${REPORT},
     demand_event text references events (id), demand_statement text references statements (id),
     answer_event text references events (id), answer_statement text references statements (id),
     answer_is text not null, link text not null, ${span("joined_by_")}, rule text not null,
     check ((answer_event is null) <> (answer_statement is null)),
     check (demand_event is null or demand_statement is null))`,
  `create table analyses (report text primary key references reports (id) on delete cascade,
     encoding text not null, analysis blob not null)`,
];

// One index for each foreign key, so that taking a report out looks only at its own rows.
const INDEXES = [
  "create index statements_by_report on statements (report)",
  "create index statements_by_speaker on statements (speaker_code, speaker_person)",
  "create index statements_by_earlier_statement on statements (goes_on_from)",
  "create index events_by_report on events (report)",
  "create index events_by_type on events (type, status)",
  "create index events_by_statement on events (claimed_by)",
  "create index event_participants_by_actor on event_participants (code, role)",
  "create index event_participants_by_mention on event_participants (report, mention)",
  "create index mention_actors_by_code on mention_actors (code)",
  "create index exchanges_by_report on exchanges (report)",
  "create index exchanges_by_demand_event on exchanges (demand_event)",
  "create index exchanges_by_demand_statement on exchanges (demand_statement)",
  "create index exchanges_by_answer_event on exchanges (answer_event)",
  "create index exchanges_by_answer_statement on exchanges (answer_statement)",
];

/** Full-text search over one column, kept in step by triggers; the text itself is stored once, in the table. */
function search(table: string, column: string): string[] {
  const index = `${table}_search`;
  const put = `insert into ${index} (rowid, ${column}) values (new.number, new.${column})`;
  const take = `insert into ${index} (${index}, rowid, ${column}) values ('delete', old.number, old.${column})`;
  return [
    `create virtual table ${index} using fts5 (${column}, content='${table}', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')`,
    `create trigger ${table}_added after insert on ${table} begin ${put}; end`,
    `create trigger ${table}_removed after delete on ${table} begin ${take}; end`,
    `create trigger ${table}_changed after update of ${column} on ${table} begin ${take}; ${put}; end`,
  ];
}

const actor = (prefix: string, person: string) =>
  `${prefix}code || coalesce('.' || ${prefix}sector, '') || coalesce(' ' || ${person}, '')`;
const participants = (role: string) =>
  `(select group_concat(coalesce(${actor("p.", "coalesce(p.person, p.agency)")}, p.words, 'unknown'), ', ')
      from event_participants p where p.event = e.id and p.role = '${role}')`;

const VIEWS = [
  `create view who_said_what as
     select s.id as statement, r.title as report_title, r.outlet, r.published,
       ${actor("s.speaker_", "coalesce(s.speaker_person, s.speaker_agency)")} as speaker,
       (select group_concat(words, ' … ') from statement_spans where statement = s.id and role = 'source') as source_words,
       (select group_concat(words, ' … ') from statement_spans where statement = s.id and role = 'cue') as cue_words,
       s.words as content, s.form, s.act, t.words as time_words, t.interval_start, t.interval_end, s.report
     from statements s join reports r on r.id = s.report
       left join times t on t.report = s.report and t.position = s.time`,
  `create view who_did_what_to_whom as
     select e.id as event, r.title as report_title, r.outlet, r.published,
       ${participants("source")} as source, e.type, ${participants("target")} as target, e.status, e.mutual,
       e.trigger_words, e.what_words, t.words as time_words, t.interval_start, t.interval_end,
       p.name as place, p.country as place_country, e.claimed_by, e.sentence, e.report
     from events e join reports r on r.id = e.report
       left join times t on t.report = e.report and t.position = e.time
       left join places p on p.report = e.report and p.position = e.place`,
  `create view who_answered_whom as
     select x.id as exchange, r.title as report_title, r.outlet, r.published,
       coalesce(x.demand_event, x.demand_statement) as demand, coalesce(de.sentence, ds.words) as demand_words,
       coalesce(x.answer_event, x.answer_statement) as answer, coalesce(ae.sentence, "as".words) as answer_words,
       x.answer_is, x.link, x.joined_by_words, x.report
     from exchanges x join reports r on r.id = x.report
       left join events de on de.id = x.demand_event left join statements ds on ds.id = x.demand_statement
       left join events ae on ae.id = x.answer_event left join statements "as" on "as".id = x.answer_statement`,
];
