import type { Insertable, Selectable } from "kysely";
import type { Reading } from "../../reading/reading.js";
import type { Exchange } from "../exchanges/exchange.js";
import type { ExchangeTable } from "../schema.js";
import { optionalSpan, optionalWordsColumns, present } from "./columns.js";

export function exchangeRows(reading: Reading, firstNumber: number): Insertable<ExchangeTable>[] {
  const events = new Set(reading.events.map((event) => event.id));
  const side = (id: string | undefined) => ({
    event: id !== undefined && events.has(id) ? id : null,
    statement: id !== undefined && !events.has(id) ? id : null,
  });
  return reading.exchanges.map((exchange, index) => {
    const demand = side(exchange.demand);
    const answer = side(exchange.answer);
    const joined = optionalWordsColumns(reading.report.text, exchange.joinedBy);
    return {
      id: exchange.id,
      number: firstNumber + index,
      report: reading.report.id,
      demand_event: demand.event,
      demand_statement: demand.statement,
      answer_event: answer.event,
      answer_statement: answer.statement,
      answer_is: exchange.answerIs,
      link: exchange.link,
      joined_by_start_offset: joined.start_offset,
      joined_by_end_offset: joined.end_offset,
      joined_by_words: joined.words,
      rule: exchange.by,
    };
  });
}

export function exchangeOf(row: Selectable<ExchangeTable>): Exchange {
  return present<Exchange>({
    kind: "exchange",
    id: row.id,
    report: row.report,
    demand: row.demand_event ?? row.demand_statement,
    answer: row.answer_event ?? row.answer_statement ?? "",
    answerIs: row.answer_is as Exchange["answerIs"],
    link: row.link as Exchange["link"],
    joinedBy: optionalSpan(row.joined_by_start_offset, row.joined_by_end_offset),
    by: row.rule,
  });
}
