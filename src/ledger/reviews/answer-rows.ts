import { type Kysely, sql } from "kysely";
import type { Span } from "../../record/span.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { JudgedOpening, JudgedRow } from "./review.js";

/** Answers across reports as they can be judged. */
export interface AnswersToJudge {
  readonly answers: readonly JudgedRow[];
  /** Each answer once for each pair of records that tell it and what it answers, in whatever report. */
  readonly tellings: readonly JudgedRow[];
  /** The identifier of the answer that one of `tellings` tells. */
  readonly nameOf: (telling: JudgedRow) => string;
}

/** How an answer is named, since it has no identifier: by what answers, and by what it answers. */
export function answerRow(answer: string, opening: string): string {
  return `${answer}-${opening}`;
}

/** The records by which an answer is named; undefined for any other text. */
export function partsOfAnswer(
  row: string,
): { readonly answer: string; readonly opening: string } | undefined {
  const [, answer, opening] = /^([es][0-9a-f]+)-([esx][0-9a-f]+)$/.exec(row) ?? [];
  return answer !== undefined && opening !== undefined ? { answer, opening } : undefined;
}

interface Row {
  readonly exchange: string;
  readonly opening: string;
  readonly answer: string;
  /** The happening that the answer is, or the answer itself. */
  readonly told: string;
  readonly type: string;
}

/** The answers in exchanges across reports whose opening one of `openings` or a record of `reports` tells. */
export async function readAnswers(
  db: Kysely<Schema>,
  { openings = [], reports = [] }: { openings?: readonly string[]; reports?: readonly string[] },
): Promise<AnswersToJudge> {
  const concerned = sql`(select linked_exchange from linked_exchange_turns where turn in ${all(openings)}
    union select t.linked_exchange from turns o join linked_exchange_turns t on t.turn = o.id
      where o.report in ${all(reports)})`;
  const { rows } =
    await sql<Row>`select x.id as exchange, coalesce(x.event, x.statement, x.exchange) as opening,
      coalesce(a.event, a.statement) as answer, coalesce(a.happening, a.event, a.statement) as told, a.answer_is as type
    from linked_exchanges x join linked_exchange_answers a on a.linked_exchange = x.id
    where x.id in ${concerned} order by x.id, a.position`.execute(db);
  const pairs = await sql<{ exchange: string; opening: string; answer: string; told: string }>`
    select t.linked_exchange as exchange, l.opening, l.answer, coalesce(h.happening, l.answer) as told
    from linked_exchange_turns t join turn_links l on l.opening = t.turn
      left join happening_events h on h.event = l.answer
    where t.linked_exchange in ${concerned} order by l.opening, l.answer`.execute(db);
  const words = await wordsOf(
    db,
    [...rows, ...pairs.rows].flatMap(({ opening, answer }) => [opening, answer]),
  );
  const judged = (answer: string, opening: string, type: string): JudgedRow[] => {
    const [by, to] = [words.get(answer), words.get(opening)];
    return by && to
      ? [{ of: "answer", ...by, row: answerRow(answer, opening), machine: { type }, opening: to }]
      : [];
  };
  const answers = rows.flatMap(({ answer, opening, type }) => judged(answer, opening, type));
  const told = groupBy(pairs.rows, ({ exchange, told }) => `${exchange} ${told}`);
  const names = new Map<string, string>();
  const tellings = rows.flatMap(({ exchange, told: key, answer, opening, type }) => {
    const name = answerRow(answer, opening);
    const all = [{ answer, opening }, ...(told.get(`${exchange} ${key}`) ?? [])];
    return all.flatMap((pair) => {
      const row = answerRow(pair.answer, pair.opening);
      if (names.has(row)) return [];
      names.set(row, name);
      return judged(pair.answer, pair.opening, type);
    });
  });
  return { answers, tellings, nameOf: ({ row }) => names.get(row)! };
}

/** The words that records rest on, by record. */
async function wordsOf(
  db: Kysely<Schema>,
  records: readonly string[],
): Promise<ReadonlyMap<string, JudgedOpening>> {
  const ids = all([...new Set(records)]);
  const { rows } = await sql<{ row: string; report: string; spans: string; words: string }>`
    select id as row, report, json_array(json_array(trigger_start_offset, trigger_end_offset)) as spans,
        trigger_words as words from events where id in ${ids}
    union all select s.id, s.report, (select json_group_array(json_array(start_offset, end_offset)) from
        (select start_offset, end_offset from statement_spans where statement = s.id and role = 'content'
          order by position)), s.words from statements s where s.id in ${ids}
    union all select id, report, case when joined_by_start_offset is null then '[]'
        else json_array(json_array(joined_by_start_offset, joined_by_end_offset)) end, coalesce(joined_by_words, '')
      from exchanges where id in ${ids}`.execute(db);
  return new Map(
    rows.map(({ spans, ...row }) => [
      row.row,
      {
        ...row,
        spans: (JSON.parse(spans) as [number, number][]).map(([start, end]): Span => ({ start, end })),
      },
    ]),
  );
}
