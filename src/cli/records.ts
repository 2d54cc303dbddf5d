import type { Mention } from "../actor/actor.js";
import type { Participant } from "../event/event.js";
import { surerThan } from "../event/surer-than.js";
import type { Quantity } from "../quantity/quantity.js";
import type { Reading } from "../reading/reading.js";
import { type Span, textOf } from "../record/span.js";

/** A record as JSON Lines carry it: every span has its words, every reference by index is the thing itself. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * A reading as records for JSON Lines: the report, then its statements, events, exchanges, relations and quantities. docs/json-lines.md
 * explains every field.
 * @param least leaves out events of which all is right with a lower probability, or with one that is not known
 */
export function recordsOf(reading: Reading, least?: number): JsonRecord[] {
  const { report, times, places, quantities = [] } = reading;
  const mention = (index: number | undefined) =>
    index === undefined ? undefined : mentionRecord(reading, index);
  const quantity = (q: Quantity) => ({ ...q, when: q.when === undefined ? undefined : times[q.when] });
  const participant = (p: Participant) => ({ ...p, mention: mention(p.mention) });
  const { text, ...particulars } = report;
  const records = [
    { ...particulars, offsets: "UTF-16 code units, end exclusive" },
    ...reading.statements.map((statement) => ({
      ...statement,
      mention: mention(statement.mention),
      when: statement.when === undefined ? undefined : times[statement.when],
      where: statement.where === undefined ? undefined : places[statement.where],
      chain: statement.chain?.map((link) => ({ ...link, mention: mention(link.mention) })),
    })),
    ...(least === undefined ? reading.events : surerThan(reading.events, least).kept).map((event) => ({
      ...event,
      sources: event.sources.map(participant),
      targets: event.targets.map(participant),
      when: event.when === undefined ? undefined : times[event.when],
      where: event.where === undefined ? undefined : places[event.where],
      quantities: event.quantities?.map((index) => quantity(quantities[index]!)),
    })),
    ...reading.exchanges,
    ...(reading.relations ?? []).map((relation) => ({
      ...relation,
      source: participant(relation.source),
      target: participant(relation.target),
      when: relation.when === undefined ? undefined : times[relation.when],
    })),
    ...quantities.map(quantity),
  ];
  return records.map((record) => withWords(text, record) as JsonRecord);
}

/** A mention without the indices that mean nothing outside the reading. */
function mentionRecord(reading: Reading, index: number): object {
  const { head, first, last, antecedent, ...mention } = reading.mentions[index] as Mention;
  const before = antecedent === undefined ? undefined : reading.mentions[antecedent];
  return before ? { ...mention, antecedent: { start: before.start, end: before.end } } : mention;
}

/** A copy in which every object with offsets carries the words that they cover, as `text`. */
function withWords(text: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withWords(text, item));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withWords(text, inner)]),
  );
  return isSpan(value) ? { ...copy, text: textOf(text, value) } : copy;
}

function isSpan(value: object): value is Span {
  const { start, end } = value as Partial<Span>;
  return typeof start === "number" && typeof end === "number";
}
