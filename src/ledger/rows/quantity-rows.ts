import type { Insertable, Selectable } from "kysely";
import type { Event } from "../../event/event.js";
import type { Bound, Change, Quantity, QuantityKind } from "../../quantity/quantity.js";
import { type Span, textOf } from "../../record/span.js";
import type { Report } from "../../report/report.js";
import type { EventQuantityTable, QuantityTable } from "../schema.js";
import { optionalSpan, present, spanOf, wordsColumns } from "./columns.js";

export function quantityRows(report: Report, quantities: readonly Quantity[]): Insertable<QuantityTable>[] {
  const words = (span: Span | undefined) => (span ? textOf(report.text, span) : null);
  return quantities.map((quantity, position) => ({
    report: report.id,
    position,
    low: quantity.low,
    high: quantity.high ?? null,
    unit: quantity.unit,
    bound: quantity.bound,
    measures: quantity.measures,
    of_start_offset: quantity.of?.start ?? null,
    of_end_offset: quantity.of?.end ?? null,
    of_words: words(quantity.of),
    change_direction: quantity.change?.direction ?? null,
    change_as: quantity.change?.as ?? null,
    change_start_offset: quantity.change?.word.start ?? null,
    change_end_offset: quantity.change?.word.end ?? null,
    change_words: words(quantity.change?.word),
    base_start_offset: quantity.base?.start ?? null,
    base_end_offset: quantity.base?.end ?? null,
    base_words: words(quantity.base),
    time: quantity.when ?? null,
    claimed_by: quantity.claimedBy ?? null,
    rule: quantity.by,
    ...wordsColumns(report.text, quantity),
  }));
}

export function quantitiesOf(rows: readonly Selectable<QuantityTable>[]): Quantity[] {
  return rows.map((row) =>
    present<Quantity>({
      kind: "quantity",
      ...spanOf(row),
      low: row.low,
      high: row.high,
      unit: row.unit,
      bound: row.bound as Bound,
      measures: row.measures as QuantityKind,
      of: optionalSpan(row.of_start_offset, row.of_end_offset),
      change: changeOf(row),
      base: optionalSpan(row.base_start_offset, row.base_end_offset),
      when: row.time,
      claimedBy: row.claimed_by,
      by: row.rule,
    }),
  );
}

function changeOf(row: Selectable<QuantityTable>): Change | undefined {
  const word = optionalSpan(row.change_start_offset, row.change_end_offset);
  if (!word || row.change_direction === null || row.change_as === null) return undefined;
  return { direction: row.change_direction, as: row.change_as, word } as Change;
}

export function eventQuantityRows(events: readonly Event[]): Insertable<EventQuantityTable>[] {
  return events.flatMap(({ id, report, quantities = [] }) =>
    quantities.map((quantity) => ({ event: id, report, quantity })),
  );
}
