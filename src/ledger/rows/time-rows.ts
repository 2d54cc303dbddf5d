import type { Insertable, Selectable } from "kysely";
import type { Report } from "../../report/report.js";
import type { Grain, When } from "../../time/when.js";
import type { TimeTable } from "../schema.js";
import { optionalSpan, optionalWordsColumns, present, spanOf, wordsColumns } from "./columns.js";

export function timeRows(report: Report, times: readonly When[]): Insertable<TimeTable>[] {
  return times.map((time, position) => {
    const anchor = optionalWordsColumns(report.text, time.anchor);
    return {
      report: report.id,
      position,
      type: time.type,
      value: time.value,
      modifier: time.mod ?? null,
      grain: time.grain,
      basis: time.basis,
      interval_start: time.interval?.start ?? null,
      interval_end: time.interval?.end ?? null,
      relation_to: time.relation?.to ?? null,
      relation_count: typeof time.relation?.count === "number" ? time.relation.count : null,
      relation_direction: typeof time.relation?.count === "string" ? time.relation.count : null,
      relation_unit: time.relation?.unit ?? null,
      signal: time.signal ?? null,
      anchor_start_offset: anchor.start_offset,
      anchor_end_offset: anchor.end_offset,
      anchor_words: anchor.words,
      rule: time.by,
      reason: time.reason ?? null,
      ...wordsColumns(report.text, time),
    };
  });
}

export function timesOf(rows: readonly Selectable<TimeTable>[]): When[] {
  return rows.map((row) =>
    present<When>({
      kind: "when",
      ...spanOf(row),
      type: row.type as When["type"],
      value: row.value,
      mod: row.modifier,
      grain: row.grain as Grain,
      basis: row.basis as When["basis"],
      anchor: optionalSpan(row.anchor_start_offset, row.anchor_end_offset),
      interval:
        row.interval_start === null || row.interval_end === null
          ? undefined
          : { start: row.interval_start, end: row.interval_end },
      relation: relationOf(row),
      signal: row.signal,
      reason: row.reason,
      by: row.rule,
    }),
  );
}

function relationOf(row: Selectable<TimeTable>): When["relation"] | undefined {
  const count = row.relation_count ?? row.relation_direction;
  if (row.relation_to === null || count === null || row.relation_unit === null) return undefined;
  return { to: row.relation_to, count, unit: row.relation_unit } as When["relation"];
}
