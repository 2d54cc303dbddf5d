import type { LinkedAnswer, LinkedExchange } from "../../ledger/exchanges/linked-exchange.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { type AcrossOptions, acrossFilter } from "../options.js";
import { linkedExchangeLines } from "../render/linked-exchanges.js";
import type { Terminal } from "../terminal.js";
import { printAcross } from "./print-across.js";

export interface ExchangesOptions extends AcrossOptions {
  readonly answered?: boolean;
  readonly open?: boolean;
}

/** The columns of --csv: an answer a row; one row with empty columns for silence so far. */
const COLUMNS = [
  "exchange",
  "opening_is",
  "asks",
  "asked",
  "about",
  "name",
  "first_day",
  "last_day",
  "reports",
  "opening",
  "opening_report",
  "opening_outlet",
  "opening_published",
  "opening_words",
  "answer",
  "answer_is",
  "answer_day",
  "answer_report",
  "answer_outlet",
  "answer_published",
  "answer_words",
  "link",
  "joined_by",
  "sure",
  "reasons",
];

/** `demarche exchanges`: prints demands, requests, offers, charges and threats with their answers. */
export async function exchangesCommand(options: ExchangesOptions, terminal: Terminal): Promise<ExitStatus> {
  if (options.answered && options.open) {
    terminal.err("--answered and --open exclude each other.\n");
    return EXIT.usage;
  }
  return printAcross(options, terminal, {
    none: "No exchange fits.",
    columns: COLUMNS,
    list: (ledger) =>
      ledger.linkedExchanges({
        ...acrossFilter(options),
        ...((options.answered || options.open) && { answered: options.answered === true }),
      }),
    lines: (exchange) => linkedExchangeLines(terminal, exchange),
    rows: (exchange) =>
      exchange.answers.length > 0 ? exchange.answers.map((answer) => row(exchange, answer)) : [row(exchange)],
  });
}

function row(exchange: LinkedExchange, answer?: LinkedAnswer) {
  const { opening } = exchange;
  return [
    exchange.id,
    exchange.openingIs,
    exchange.asks.join(" "),
    exchange.asked.join(" "),
    exchange.about.join(" "),
    exchange.name,
    exchange.firstDay,
    exchange.lastDay,
    exchange.reports,
    opening.id,
    opening.report,
    opening.outlet,
    opening.published,
    opening.words,
    answer?.id,
    answer?.answerIs ?? "silence so far",
    answer?.day,
    answer?.report,
    answer?.outlet,
    answer?.published,
    answer?.words,
    answer?.link,
    answer?.joinedBy,
    answer?.sure,
    answer?.reasons?.join("; "),
  ];
}
