import { type Actor, actorCode } from "../../actor/actor.js";
import type { Participant } from "../../event/event.js";
import type { Reading } from "../../reading/reading.js";
import { type Span, textOf } from "../../record/span.js";
import type { JudgedRow, RowValues } from "./review.js";

/** What of a reading rows are made from. */
export type ReadRows = Pick<Reading, "statements" | "events" | "exchanges" | "relations" | "mentions"> & {
  readonly report: { readonly id: string; readonly text: string };
};

/** The rows of a reading that a person can judge. */
export function rowsToJudge(reading: ReadRows): JudgedRow[] {
  const { report, statements, events, exchanges, relations = [], mentions } = reading;
  const row = (of: JudgedRow["of"], id: string, spans: readonly Span[], machine: RowValues): JudgedRow => ({
    of,
    row: id,
    report: report.id,
    spans: spans.map(({ start, end }) => ({ start, end })),
    words: spans.map((span) => textOf(report.text, span)).join(" … "),
    machine,
  });
  const wordsOf = new Map<string, readonly Span[]>([
    ...statements.map(({ id, content }) => [id, content] as const),
    ...events.map(({ id, trigger }) => [id, [trigger]] as const),
  ]);
  return [
    ...statements.map((s) =>
      row("statement", s.id, s.content, {
        speaker: s.speaker.known ? actorCode(s.speaker.value) : "?",
        person: (s.speaker.known && s.speaker.value.person) || "",
        addressee: s.addressee ? textOf(report.text, s.addressee) : "",
        content: s.content.map(({ start, end }) => ({ start, end, words: report.text.slice(start, end) })),
      }),
    ),
    ...events.map((e) =>
      row("event", e.id, [e.trigger], {
        type: e.type,
        status: e.status,
        sources: codesOf(e.sources),
        targets: codesOf(e.targets),
        trigger: textOf(report.text, e.trigger),
      }),
    ),
    ...exchanges.map((x) => {
      const demand = x.demand === undefined ? undefined : wordsOf.get(x.demand);
      const spans = [...(demand ?? (x.joinedBy ? [x.joinedBy] : [])), ...(wordsOf.get(x.answer) ?? [])];
      return row("exchange", x.id, spans, { type: x.answerIs });
    }),
    ...relations.map((r) =>
      row("relation", r.id, [r.span], {
        type: r.relation,
        status: r.status,
        sources: codesOf([r.source]),
        targets: codesOf([r.target]),
      }),
    ),
    ...mentions.map((m) =>
      row("mention", mentionRow(report.id, m), [m], { actors: m.actors.map((actor) => codeOf(actor)) }),
    ),
  ];
}

/** How a mention is named, since it has no identifier: its report's, and its place in it. */
export function mentionRow(report: string, { start, end }: Span): string {
  return `${report}:${start}-${end}`;
}

/** The report of a mention that is named so; undefined for any other text. */
export function reportOfMention(row: string): string | undefined {
  return /^([^:]+):\d+-\d+$/.exec(row)?.[1];
}

function codesOf(participants: readonly Participant[]): string[] {
  return participants.map(({ actor }) => codeOf(actor.known ? actor.value : undefined));
}

function codeOf(actor: Actor | undefined): string {
  return actor ? actorCode(actor) : "?";
}
