import type { Explained } from "../../ledger/explain.js";
import type { Reading } from "../../reading/reading.js";
import type { Span } from "../../record/span.js";
import { eventWords, whoToWhom } from "./events.js";
import { clean, type Page, type Piece, paragraph, safe } from "./paragraph.js";
import { relationWords } from "./relations.js";
import { statementWords } from "./statements.js";
import { actorName, shortId, typeStyle, valueOr } from "./words.js";

const INDENT = 12;

/** Why a row is there: its words in their sentence, the rule, the steps, the rivals, who was meant. */
export function explanationLines(page: Page, reading: Reading, explained: Explained): string[] {
  const { report } = reading;
  const row = (label: string, pieces: readonly Piece[]) =>
    paragraph(page, pieces, { label: [{ text: `  ${label}`, style: "dim" }], indent: INDENT });
  const list = (label: string, items: readonly string[]) =>
    items.flatMap((item, i) => row(i === 0 ? label : "", [{ text: `${i + 1}. ${clean(item)}` }]));
  return [
    ...paragraph(page, headline(reading, explained)),
    ...row("report", [{ text: `${shortId(report.id)} · ${clean(valueOr(report.title, report.origin))}` }]),
    ...row("id", [{ text: explained.id }]),
    ...explained.sentences.flatMap((sentence) =>
      row("sentence", marked(report.text, sentence, explained.evidence)),
    ),
    ...explained.evidence.flatMap(({ part, words, start, end }) =>
      row(part, [{ text: `“${clean(words)}”` }, { text: ` ${start}–${end}`, style: "dim" }]),
    ),
    ...row("rule", [{ text: clean(explained.rule) }]),
    ...list("steps", explained.steps),
    ...list(
      "rivals",
      explained.rivals.map((rival) => `${rival.type} (${rival.by}): ${rival.reason}`),
    ),
    ...explained.actors.flatMap(({ role, words, actor, because }) => [
      ...row(role, [
        { text: clean(actor), style: "bold" },
        { text: words ? ` “${clean(words.words)}”` : "" },
      ]),
      ...because.flatMap((step) => row("", [{ text: `because ${clean(step)}` }])),
    ]),
    ...explained.rests.flatMap(({ part, id }) =>
      row(part, [{ text: `${shortId(id)} `, style: "dim" }, ...headline(reading, { id })]),
    ),
  ];
}

/** One line that says what the row says. */
function headline(reading: Reading, { id }: { readonly id: string }): Piece[] {
  const event = reading.events.find((e) => e.id === id);
  if (event) {
    return [
      { text: event.type, style: typeStyle(event.type) },
      { text: ` ${whoToWhom(reading, event)} · ${event.status} ` },
      ...eventWords(reading, event),
    ];
  }
  const relation = reading.relations?.find((r) => r.id === id);
  if (relation) return [{ text: `${relationWords(reading, relation)} · ${relation.status}` }];
  const statement = reading.statements.find((s) => s.id === id);
  if (statement) {
    const who = statement.speaker.known ? actorName(statement.speaker.value) : "somebody not known";
    return [
      { text: "statement ", style: "cyan" },
      { text: `of ${who} · ${statement.form} “${statementWords(reading, statement)}”` },
    ];
  }
  const exchange = reading.exchanges.find((x) => x.id === id);
  if (exchange) {
    return [
      { text: "exchange ", style: "cyan" },
      {
        text: `${exchange.demand ? shortId(exchange.demand) : "?"} answered by ${shortId(exchange.answer)}: ${exchange.answerIs} · ${exchange.link}`,
      },
    ];
  }
  return [{ text: "report ", style: "cyan" }, { text: clean(reading.report.origin) }];
}

/** The sentence with the words that matter underlined. */
function marked(text: string, sentence: Span, evidence: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = sentence.start;
  for (const span of [...evidence].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, sentence.end);
    if (start >= end) continue;
    pieces.push(
      { text: safe(text.slice(at, start)) },
      { text: safe(text.slice(start, end)), style: "underline" },
    );
    at = end;
  }
  pieces.push({ text: safe(text.slice(at, sentence.end)) });
  return pieces;
}
