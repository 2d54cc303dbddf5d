import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { all, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import { WaitingRows } from "../waiting-rows.js";
import type { Insert } from "../write-reading.js";
import { type DecidedAnswer, type DecidedExchange, decideExchange } from "./decide-exchanges.js";
import { asksItself, isPutToSomebody, type Turn } from "./turn.js";
import type { TurnTables } from "./turn-tables.js";

/** The rows of exchanges across reports, made of turns, their links, and happenings. */
export class ExchangeTables {
  constructor(
    private readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly turns: TurnTables,
    private readonly changes: Set<string>,
  ) {}

  /** Decides again the exchanges of which one of these turns is a part, as an opening or an answer. */
  async decide(touched: readonly string[]): Promise<void> {
    if (touched.length === 0) return;
    const answered = (await this.turns.links(touched)).map(({ opening }) => opening);
    const concerned = [...new Set([...touched, ...answered])];
    const before = await jsonRows<[turn: string, exchange: string, report: string]>(
      this.db,
      sql`select json_group_array(json_array(t.turn, t.linked_exchange, x.report)) as found
        from linked_exchange_turns t join linked_exchanges x on x.id = t.linked_exchange
        where x.id in (select linked_exchange from linked_exchange_turns where turn in ${all(concerned)})`,
    );
    const groups = await this.groupsOf([...new Set([...concerned, ...before.map(([turn]) => turn)])]);
    const gone = [...new Set(before.map(([, exchange]) => exchange))];
    for (const id of gone) this.changes.add(id);
    await sql`delete from linked_exchanges where id in ${all(gone)}`.execute(this.db);
    const openings = groups.flat();
    const links = await this.turns.links(openings.map(({ id }) => id));
    const answers = await this.turns.turns([...new Set(links.map(({ answer }) => answer))]);
    const byId = new Map([...openings, ...answers].map((turn) => [turn.id, turn]));
    const happenings = await this.happeningsOf([...byId.keys()]);
    const reports = new Set(before.map(([, , report]) => report));
    const waiting = new WaitingRows();
    const linksTo = groupBy(links, ({ opening }) => opening);
    for (const group of groups) {
      const own = group.flatMap(({ id }) => linksTo.get(id) ?? []);
      const exchange = decideExchange(group, own, byId, (turn) => happenings.get(turn));
      // Silence is worth showing only of what wants an answer by itself, and where somebody could give it.
      if (exchange.answers.length === 0 && !(group.some(asksItself) && group.some(isPutToSomebody))) continue;
      this.changes.add(exchange.id);
      reports.add(exchange.turns[0]!.report);
      put(waiting.insert, exchange);
    }
    waiting.write(this.insert);
    for (const id of await this.answeredIn([...reports])) this.changes.add(id);
  }

  /** Exchanges that are answered in these reports, where what changed may be told beside the answer. */
  private answeredIn(reports: readonly string[]): Promise<string[]> {
    return jsonRows<string>(
      this.db,
      sql`select json_group_array(distinct linked_exchange) as found from linked_exchange_answers
        where report in ${all(reports)}`,
    );
  }

  /** The turns that open, of those and of all that tell of the same happening, in groups. */
  private async groupsOf(ids: readonly string[]): Promise<Turn[][]> {
    const happenings = await this.happeningsOf(ids);
    const same = await jsonRows<[string, string]>(
      this.db,
      sql`select json_group_array(json_array(event, happening)) as found from happening_events
        where happening in ${all([...new Set(happenings.values())])}`,
    );
    const of = new Map<string, string>([...ids.map((id) => [id, id] as const), ...same]);
    const turns = await this.turns.turns([...of.keys()]);
    const openings = turns.filter(({ opens }) => opens);
    return [...groupBy(openings, ({ id }) => of.get(id)!).values()];
  }

  private async happeningsOf(turns: readonly string[]): Promise<Map<string, string>> {
    const rows = await jsonRows<[string, string]>(
      this.db,
      sql`select json_group_array(json_array(event, happening)) as found from happening_events
        where event in ${all(turns)}`,
    );
    return new Map(rows);
  }
}

/** Has the rows of an exchange written. */
function put(insert: Insert, exchange: DecidedExchange): void {
  const { id, openingIs, happening, turns, name, answers, actors } = exchange;
  const first = turns[0]!;
  const days = [...turns, ...answers.map(({ turn }) => turn)].flatMap(({ day }) => day || []);
  insert("linked_exchanges", [
    {
      id,
      opening_is: openingIs,
      happening: happening ?? null,
      ...recordOf(first),
      exchange: first.kind === "exchange" ? first.id : null,
      report: first.report,
      name,
      first_day: first.day || null,
      last_day: days.sort().at(-1) ?? null,
      answers: answers.length,
    },
  ]);
  insert(
    "linked_exchange_turns",
    turns.map((turn) => ({ turn: turn.id, linked_exchange: id })),
  );
  insert(
    "linked_exchange_actors",
    actors.map((actor) => ({ linked_exchange: id, ...actor })),
  );
  insert(
    "linked_exchange_answers",
    answers.map((answer, position) => answerRow(id, position, answer)),
  );
}

function answerRow(exchange: string, position: number, answer: DecidedAnswer) {
  const { turn, happening, answerIs, link, sure, reasons } = answer;
  return {
    linked_exchange: exchange,
    position,
    happening: happening ?? null,
    ...recordOf(turn),
    report: turn.report,
    day: turn.day || null,
    answer_is: answerIs,
    link,
    exchange: answer.exchange ?? null,
    similarity: sure ?? null,
    reasons: reasons.length > 0 ? JSON.stringify(reasons) : null,
  };
}

function recordOf({ id, kind }: Turn) {
  return { event: kind === "event" ? id : null, statement: kind === "statement" ? id : null };
}
