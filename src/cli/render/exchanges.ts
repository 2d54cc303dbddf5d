import type { Exchange } from "../../ledger/exchanges/exchange.js";
import type { Reading } from "../../reading/reading.js";
import { textOf } from "../../record/span.js";
import { eventWords, whoToWhom } from "./events.js";
import { clean, type Page, type Piece, paragraph } from "./paragraph.js";
import { statementWords } from "./statements.js";
import { actorName, shortId, typeStyle } from "./words.js";

const INDENT = 12;
const LONGEST = 2;

/** The exchanges, each with the demand, the answer and the words that join them. */
export function exchangeLines(page: Page, reading: Reading): string[] {
  return reading.exchanges.flatMap((exchange) => oneExchange(page, reading, exchange));
}

function oneExchange(page: Page, reading: Reading, exchange: Exchange): string[] {
  const { joinedBy, demand, answer, answerIs, link, id } = exchange;
  const joined = joinedBy
    ? `joined by “${clean(textOf(reading.report.text, joinedBy))}”`
    : "joined by no words";
  const demandPieces: Piece[] = demand
    ? side(reading, demand)
    : [{ text: "not told apart from the joining words", style: "dim" }];
  return [
    ...paragraph(page, [{ text: "demand: ", style: "dim" }, ...demandPieces], {
      label: [{ text: `  ${shortId(id)}`, style: "dim" }],
      indent: INDENT,
      lines: LONGEST,
    }),
    ...paragraph(page, [{ text: `${answerIs}: `, style: "dim" }, ...side(reading, answer)], {
      indent: INDENT,
      lines: LONGEST,
    }),
    ...paragraph(page, [{ text: `${joined} (${link})`, style: "dim" }], { indent: INDENT }),
  ];
}

function side(reading: Reading, id: string): Piece[] {
  const event = reading.events.find((e) => e.id === id);
  if (event) {
    return [
      { text: event.type, style: typeStyle(event.type) },
      { text: ` ${whoToWhom(reading, event)} ` },
      ...eventWords(reading, event),
    ];
  }
  const statement = reading.statements.find((s) => s.id === id);
  if (!statement) return [{ text: shortId(id), style: "dim" }];
  const { speaker } = statement;
  const who = speaker.known ? actorName(speaker.value) : "somebody not named";
  return [{ text: `${who} “${statementWords(reading, statement)}”` }];
}
