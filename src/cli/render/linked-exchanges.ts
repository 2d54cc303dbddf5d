import type { ExchangeTurn, LinkedAnswer, LinkedExchange } from "../../ledger/exchanges/linked-exchange.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { count } from "./report.js";
import { shortId } from "./words.js";

const INDENT = 12;

/** An exchange as lines for people: what opens it, then each answer with what joins it, or the silence so far. */
export function linkedExchangeLines(page: Page, exchange: LinkedExchange): string[] {
  const { openingIs, asks, asked, firstDay, lastDay, reports, opening, answers } = exchange;
  const days =
    firstDay === undefined ? "day not stated" : firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return [
    ...paragraph(page, [
      { text: openingIs, style: "bold" },
      { text: ` ${clean(asks.join(", ") || "?")} → ${clean(asked.join(", ") || "?")} · ${days} · ` },
      { text: `told in ${count(reports, "report")} · ` },
      { text: shortId(exchange.id), style: "dim" },
    ]),
    ...turnLines(page, opening),
    ...answers.flatMap((answer) => answerLines(page, answer)),
    ...(answers.length === 0
      ? paragraph(page, [{ text: "silence so far", style: "dim" }], { indent: INDENT })
      : []),
  ];
}

function answerLines(page: Page, answer: LinkedAnswer): string[] {
  const joined = answer.joinedBy ? `joined by “${answer.joinedBy}”` : "joined by the text";
  const sure = answer.sure === undefined ? "" : ` ${Math.round(100 * answer.sure)} % sure`;
  const why = answer.link === "explicit" ? joined : `inferred,${sure}: ${(answer.reasons ?? []).join("; ")}`;
  return [
    ...turnLines(page, answer, `${answer.answerIs}: `),
    ...paragraph(page, [{ text: clean(why), style: "dim" }], { indent: INDENT }),
  ];
}

function turnLines(page: Page, turn: ExchangeTurn, kind = ""): string[] {
  const told = [turn.published ?? "date not stated", turn.outlet ?? "outlet not stated"].join(" · ");
  return [
    ...paragraph(
      page,
      [
        { text: kind, style: "bold" },
        { text: `“${clean(turn.words)}” ` },
        { text: clean(told), style: "dim" },
      ],
      { label: [{ text: `  ${shortId(turn.id)}`, style: "dim" }], indent: INDENT, lines: 3 },
    ),
  ];
}
