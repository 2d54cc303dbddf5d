import { type Kysely, type RawBuilder, sql } from "kysely";
import { type AcrossFilter, type FilteredTable, filterCondition } from "../across/filter.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import { present } from "../rows/columns.js";
import type { LinkedExchangeActorTable, LinkedExchangeTable, Schema } from "../schema.js";
import type { ExchangeTurn, LinkedAnswer, LinkedExchange } from "./linked-exchange.js";

/** Which exchanges to give. */
export interface LinkedExchangeFilter extends AcrossFilter {
  /** Only those that were answered (true) or were not (false). */
  readonly answered?: boolean;
}

const TABLE: FilteredTable = {
  actors: { table: "linked_exchange_actors", id: "linked_exchange", taking: ["asks", "asked", "answers"] },
  firstDay: "first_day",
  lastDay: "last_day",
  toldBy: (
    reports,
  ) => sql`(select t.linked_exchange from linked_exchange_turns t join turns o on o.id = t.turn
      where o.report in ${reports}
    union select linked_exchange from linked_exchange_answers where report in ${reports})`,
};

/** The exchanges that pass `filter`, the latest first, those without a day last. */
export async function listLinkedExchanges(
  db: Kysely<Schema>,
  filter: LinkedExchangeFilter = {},
): Promise<LinkedExchange[]> {
  return exchangesWhere(db, linkedExchangeCondition(filter));
}

/** The filter as an SQL condition on rows of `linked_exchanges`. */
export function linkedExchangeCondition(filter: LinkedExchangeFilter): RawBuilder<unknown> {
  const { answered } = filter;
  const answers = answered === undefined ? sql`1` : answered ? sql`answers > 0` : sql`answers = 0`;
  return sql`${filterCondition(filter, TABLE)} and ${answers}`;
}

/** The exchange with this identifier. */
export async function readLinkedExchange(
  db: Kysely<Schema>,
  id: string,
): Promise<LinkedExchange | undefined> {
  return (await exchangesWhere(db, sql`id = ${id}`))[0];
}

interface TurnColumns {
  readonly id: string;
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly words: string | null;
}

interface OpeningRow extends TurnColumns, Omit<LinkedExchangeTable, "id" | "event" | "statement" | "report"> {
  readonly linked_exchange: string;
  readonly reports: number;
}

interface AnswerRow extends TurnColumns {
  readonly linked_exchange: string;
  readonly happening: string | null;
  readonly day: string | null;
  readonly answer_is: string;
  readonly link: LinkedAnswer["link"];
  readonly exchange: string | null;
  readonly joined_by: string | null;
  readonly sure: number | null;
  readonly reasons: string | null;
}

const SIDES = sql`left join events e on e.id = x.event left join statements s on s.id = x.statement
  left join exchanges j on j.id = x.exchange left join reports r on r.id = x.report`;

async function exchangesWhere(db: Kysely<Schema>, condition: RawBuilder<unknown>): Promise<LinkedExchange[]> {
  const { rows } = await sql<OpeningRow>`
    select x.id as linked_exchange, x.opening_is, x.happening, x.name, x.first_day, x.last_day, x.answers,
      coalesce(x.event, x.statement, x.exchange) as id, x.report, r.outlet, r.published,
      coalesce(e.sentence, s.words, j.joined_by_words) as words,
      (select count(distinct o.report) from linked_exchange_turns t join turns o on o.id = t.turn
        where t.linked_exchange = x.id) as reports
    from (select * from linked_exchanges where ${condition}) x ${SIDES}
    order by x.first_day desc, x.answers desc, x.id`.execute(db);
  const ids = all(rows.map((row) => row.linked_exchange));
  const { rows: actors } = await sql<LinkedExchangeActorTable>`select * from linked_exchange_actors
    where linked_exchange in ${ids} order by code`.execute(db);
  const { rows: answers } = await sql<AnswerRow>`
    select x.linked_exchange, x.happening, x.day, x.answer_is, x.link, x.exchange, j.joined_by_words as joined_by,
      x.similarity as sure, x.reasons, coalesce(x.event, x.statement) as id, x.report, r.outlet, r.published,
      coalesce(e.sentence, s.words) as words
    from (select * from linked_exchange_answers where linked_exchange in ${ids}) x ${SIDES}
    order by x.linked_exchange, x.position`.execute(db);
  const actorsOf = groupBy(actors, (row) => row.linked_exchange);
  const answersOf = groupBy(answers, (row) => row.linked_exchange);
  return rows.map((row) => {
    const codes = (role: string) =>
      (actorsOf.get(row.linked_exchange) ?? [])
        .filter((actor) => actor.role === role)
        .map(({ code }) => code);
    return present<LinkedExchange>({
      kind: "linked exchange",
      id: row.linked_exchange,
      openingIs: row.opening_is as LinkedExchange["openingIs"],
      opening: turnOf(row),
      happening: row.happening,
      name: row.name,
      firstDay: row.first_day,
      lastDay: row.last_day,
      reports: row.reports,
      asks: codes("asks"),
      asked: codes("asked"),
      about: codes("about"),
      answers: (answersOf.get(row.linked_exchange) ?? []).map(answerOf),
    });
  });
}

function turnOf({ id, report, outlet, published, words }: TurnColumns): ExchangeTurn {
  return present<ExchangeTurn>({ id, report, outlet, published, words: words ?? "" });
}

function answerOf(row: AnswerRow): LinkedAnswer {
  return present<LinkedAnswer>({
    ...turnOf(row),
    outlet: row.outlet,
    published: row.published,
    answerIs: row.answer_is as LinkedAnswer["answerIs"],
    happening: row.happening,
    day: row.day,
    link: row.link,
    exchange: row.exchange,
    joinedBy: row.joined_by,
    sure: row.sure,
    reasons: row.reasons === null ? null : (JSON.parse(row.reasons) as string[]),
  });
}
