import { createHash } from "node:crypto";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import { hasJudged } from "../../ledger/reviews/list-reviews.js";
import type { Schema } from "../../ledger/schema.js";
import type { RowToJudge } from "../schemas/reviews.js";
import { and, type Condition, oneOf, type RowFilter, reportConditions } from "./filters.js";
import { badCursor, type Page, type PageRequest, pageOfRows } from "./page.js";
import { type Found, rowsToJudge } from "./rows-to-judge.js";

type Database = Kysely<Schema>;

export interface QueueFilter extends RowFilter {
  readonly of: "event" | "statement" | "exchange" | "answer" | "relation";
  readonly between?: readonly string[];
  readonly type?: string;
  readonly status?: string;
  /** The reviewer's name. */
  readonly as?: string;
  readonly unjudged?: boolean;
  /** Draws a sample of `sample` rows. */
  readonly seed?: string;
  readonly sample: number;
}

/** Answers across reports with what names them. */
const ANSWERS = sql`(select coalesce(a.event, a.statement) || '-' || coalesce(d.event, d.statement, d.exchange) as id,
  substr(coalesce(a.event, a.statement), 2) as hash, a.linked_exchange as exchange, a.report, a.answer_is, a.link
  from linked_exchange_answers a join linked_exchanges d on d.id = a.linked_exchange)`;

/** How a kind of row stands in the ledger: its rows, the letter that its identifiers begin with, and what filters ask. */
const KINDS: Readonly<
  Record<
    QueueFilter["of"],
    {
      readonly rows: Condition;
      /** None where identifiers begin with several. */
      readonly letter: string;
      /** Its place in the report. */
      readonly place: string;
      readonly type: string;
      readonly status: string;
      readonly takesPart: (codes: readonly string[]) => Condition;
    }
  >
> = {
  event: {
    rows: sql`events`,
    letter: "e",
    place: "x.trigger_start_offset",
    type: "x.type",
    status: "x.status",
    takesPart: (codes) => sql`x.id in (select event from event_participants where code in ${all(codes)})`,
  },
  statement: {
    rows: sql`statements`,
    letter: "s",
    place: "x.number",
    type: "x.act",
    status: "x.form",
    takesPart: (codes) => oneOf(sql`x.speaker_code`, codes),
  },
  exchange: {
    rows: sql`exchanges`,
    letter: "x",
    place: "x.number",
    type: "x.answer_is",
    status: "x.link",
    takesPart: (
      codes,
    ) => sql`(x.answer_event in (select event from event_participants where code in ${all(codes)})
      or x.demand_event in (select event from event_participants where code in ${all(codes)})
      or x.answer_statement in (select id from statements where speaker_code in ${all(codes)})
      or x.demand_statement in (select id from statements where speaker_code in ${all(codes)}))`,
  },
  answer: {
    rows: ANSWERS,
    letter: "",
    place: "x.id",
    type: "x.answer_is",
    status: "x.link",
    takesPart: (codes) =>
      sql`x.exchange in (select linked_exchange from linked_exchange_actors
        where code in ${all(codes)} and role <> 'about')`,
  },
  relation: {
    rows: sql`relations`,
    letter: "l",
    place: "x.position",
    type: "x.relation",
    status: "x.status",
    takesPart: (codes) =>
      sql`x.id in (select relation from relation_participants where code in ${all(codes)})`,
  },
};

export interface Queue extends Page<RowToJudge> {
  readonly sample?: { readonly size: number; readonly judged: number };
}

/**
 * Rows to be judged: the latest first, or a sample at random. Identifiers are hashes of what they name, so that those which
 * follow the seed's own hash are a random sample, the same on any machine that holds the same reports.
 */
export async function queueOf(db: Database, filter: QueueFilter, page: PageRequest): Promise<Queue> {
  const kind = KINDS[filter.of];
  const { rows } = kind;
  const { between, type, status, as, unjudged } = filter;
  const fits = and([
    ...reportConditions(filter),
    ...(between ?? []).map((code) => kind.takesPart([code])),
    type !== undefined && sql`${sql.raw(kind.type)} = ${type}`,
    status !== undefined && sql`${sql.raw(kind.status)} = ${status}`,
  ]);
  const hidden = unjudged && as !== undefined ? sql`not ${hasJudged(sql`x.id`, as)}` : undefined;
  if (filter.seed === undefined) {
    const { items, next } = await pageOfRows<Found>(
      db,
      {
        select: sql`x.id, x.report`,
        // Report by report, so that a page is found without sorting all rows.
        from: sql`reports r cross join ${rows} x on x.report = r.id`,
        where: and([fits, hidden]),
        order: [{ by: sql`r.number`, descending: true }, { by: sql.raw(kind.place) }, { by: sql`x.id` }],
      },
      page,
    );
    return { items: await rowsToJudge(db, filter.of, items, as), ...(next && { next }) };
  }
  // A left join costs nothing where the filter asks nothing of reports.
  const from = sql`${rows} x left join reports r on r.id = x.report`;
  const drawn = await sampleOf(db, from, fits, kind.letter, filter.seed, filter.sample);
  const judged = await judgedBy(db, drawn, as);
  const last = page.cursor === undefined ? -1 : drawn.findIndex(({ id }) => id === page.cursor);
  if (page.cursor !== undefined && last < 0) throw badCursor();
  const left = drawn.slice(last + 1).filter(({ id }) => !unjudged || !judged.has(id));
  const items = left.slice(0, page.limit);
  return {
    items: await rowsToJudge(db, filter.of, items, as),
    ...(left.length > items.length && { next: items.at(-1)!.id }),
    sample: { size: drawn.length, judged: judged.size },
  };
}

/** The rows whose identifiers follow the seed's hash, and after the last of all the first ones. */
async function sampleOf(
  db: Database,
  from: RawBuilder<unknown>,
  fits: Condition,
  letter: string,
  seed: string,
  size: number,
): Promise<Found[]> {
  const first = letter + createHash("sha256").update(seed).digest("hex").slice(0, 16);
  const hash = letter === "" ? sql`x.hash` : sql`x.id`;
  const part = async (where: Condition, limit: number) =>
    (
      await sql<Found>`select x.id, x.report from ${from} where ${fits} and ${where} order by ${hash}, x.id limit ${limit}`.execute(
        db,
      )
    ).rows;
  const after = await part(sql`${hash} >= ${first}`, size);
  return after.length === size
    ? after
    : [...after, ...(await part(sql`${hash} < ${first}`, size - after.length))];
}

async function judgedBy(
  db: Database,
  rows: readonly Found[],
  reviewer: string | undefined,
): Promise<ReadonlySet<string>> {
  if (reviewer === undefined) return new Set();
  const found = await sql<{ row: string }>`select row from standing_reviews
    where reviewer = ${reviewer} and row in ${all(rows.map(({ id }) => id))}`.execute(db);
  return new Set(found.rows.map(({ row }) => row));
}
