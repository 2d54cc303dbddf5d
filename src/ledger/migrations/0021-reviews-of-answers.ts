import { type Kysely, type Migration, sql } from "kysely";

/** What people say of answers across reports: a kind more, with what it answers. */
export const reviewsOfAnswers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const COLUMNS = `number, id, kind, row, report, spans, words, machine, verdict, correction, note, reviewer, at, entered,
  replaces`;

// SQLite cannot change a check: the tables are made anew, the one that refers to the other taken out first.
const STATEMENTS = [
  "drop view what_reviewers_say",
  "create table standing_before as select * from standing_reviews",
  "drop table standing_reviews",
  `create table reviews_now (number integer primary key, id text not null unique,
     kind text not null check (kind in ('event', 'statement', 'exchange', 'answer', 'relation', 'mention')),
     row text not null, report text not null, spans text not null, words text not null, machine text not null,
     verdict text not null check (verdict in ('accept', 'correct', 'reject', 'withdraw')), correction text, note text,
     reviewer text not null, at text, entered text, replaces text,
     opening text check ((kind = 'answer') = (opening is not null)))`,
  `insert into reviews_now (${COLUMNS}) select ${COLUMNS} from reviews`,
  "drop table reviews",
  "alter table reviews_now rename to reviews",
  "create index reviews_by_report on reviews (report)",
  "create index reviews_of_answers on reviews (id) where kind = 'answer'",
  `create table standing_reviews (review text primary key references reviews (id) on delete cascade, report text not null,
     reviewer text not null, row text, changed text)`,
  "create index standing_reviews_by_report on standing_reviews (report)",
  "create index standing_reviews_by_row on standing_reviews (row, reviewer)",
  "create index standing_reviews_by_reviewer on standing_reviews (reviewer)",
  "insert into standing_reviews select * from standing_before",
  "drop table standing_before",
  // An answer across reports is named by what answers and by what it answers, each of 17 letters.
  `create view what_reviewers_say as
     select v.row, v.kind, r.title as report_title, r.outlet, r.published, v.review, v.reviewers,
       coalesce(e.trigger_words, s.words, x.joined_by_words, l.words, ae.sentence, "as".words) as words,
       coalesce(e.type, x.answer_is, l.relation, a.answer_is) as machine_type, v.type as reviewed_type,
       coalesce(e.status, l.status) as machine_status, v.status as reviewed_status,
       v.sources as reviewed_sources, v.targets as reviewed_targets, s.speaker_code as machine_speaker,
       v.speaker as reviewed_speaker, v.report
     from reviewed_rows v join reports r on r.id = v.report left join events e on e.id = v.row
       left join statements s on s.id = v.row left join exchanges x on x.id = v.row
       left join relations l on l.id = v.row
       left join linked_exchange_turns t on v.kind = 'answer' and t.turn = substr(v.row, 19)
       left join linked_exchange_answers a on a.linked_exchange = t.linked_exchange
         and coalesce(a.event, a.statement) = substr(v.row, 1, 17)
       left join events ae on ae.id = a.event left join statements "as" on "as".id = a.statement`,
];
