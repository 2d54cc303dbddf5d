import { type Kysely, type Migration, sql } from "kysely";

/** What people say of rows, and what rows it holds for. */
export const reviews: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // Nothing of it refers to a report, since a person's word outlasts it.
  `create table reviews (number integer primary key, id text not null unique,
     kind text not null check (kind in ('event', 'statement', 'exchange', 'relation', 'mention')), row text not null,
     report text not null, spans text not null, words text not null, machine text not null,
     verdict text not null check (verdict in ('accept', 'correct', 'reject', 'withdraw')), correction text, note text,
     reviewer text not null, at text, entered text, replaces text)`,
  "create index reviews_by_report on reviews (report)",
  `create table standing_reviews (review text primary key references reviews (id) on delete cascade, report text not null,
     reviewer text not null, row text, changed text)`,
  "create index standing_reviews_by_report on standing_reviews (report)",
  "create index standing_reviews_by_row on standing_reviews (row, reviewer)",
  "create index standing_reviews_by_reviewer on standing_reviews (reviewer)",
  `create table reviewed_rows (row text primary key, kind text not null, report text not null,
     review text not null check (review in ('accepted', 'corrected', 'rejected', 'disputed')),
     reviewers integer not null, type text, status text, sources text, targets text, trigger_words text, speaker text,
     person text, addressee_words text, content text, actors text)`,
  "create index reviewed_rows_by_report on reviewed_rows (report)",
  `create view what_reviewers_say as
     select v.row, v.kind, r.title as report_title, r.outlet, r.published, v.review, v.reviewers,
       coalesce(e.trigger_words, s.words, x.joined_by_words, l.words) as words,
       coalesce(e.type, x.answer_is, l.relation) as machine_type, v.type as reviewed_type,
       coalesce(e.status, l.status) as machine_status, v.status as reviewed_status,
       v.sources as reviewed_sources, v.targets as reviewed_targets, s.speaker_code as machine_speaker,
       v.speaker as reviewed_speaker, v.report
     from reviewed_rows v join reports r on r.id = v.report left join events e on e.id = v.row
       left join statements s on s.id = v.row left join exchanges x on x.id = v.row
       left join relations l on l.id = v.row`,
  // There is nothing yet to be made from the readings that are there.
  "insert into across_steps select 'reviews', 1 where exists (select 1 from across_steps)",
];
