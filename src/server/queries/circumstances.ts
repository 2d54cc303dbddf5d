import { sql } from "kysely";
import { present } from "../../ledger/rows/columns.js";
import type { EventRow } from "../schemas/rows.js";

/* What rows of statements and events have in common: the report, the time and the place. */

export interface Circumstances {
  report: string;
  readonly report_title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly time_words: string | null;
  readonly interval_start: string | null;
  readonly interval_end: string | null;
  readonly place_name: string | null;
  readonly place_country: string | null;
}

export const circumstances = sql`r.title as report_title, r.outlet, r.published, t.words as time_words,
  t.interval_start, t.interval_end, p.name as place_name, p.country as place_country`;

/** The tables that `circumstances` come from, joined to the table called `row`. */
export const JOINED = (row: "s" | "e") => sql`join reports r on r.id = ${sql.ref(`${row}.report`)}
  left join times t on t.report = ${sql.ref(`${row}.report`)} and t.position = ${sql.ref(`${row}.time`)}
  left join places p on p.report = ${sql.ref(`${row}.report`)} and p.position = ${sql.ref(`${row}.place`)}`;

type Shown = Pick<EventRow, "report" | "reportTitle" | "outlet" | "published" | "time" | "place">;

export function circumstancesOf(row: Circumstances): { [K in keyof Required<Shown>]: Shown[K] | null } {
  return {
    report: row.report,
    reportTitle: row.report_title,
    outlet: row.outlet,
    published: row.published,
    time:
      row.time_words === null
        ? null
        : present<NonNullable<Shown["time"]>>({
            words: row.time_words,
            start: row.interval_start,
            end: row.interval_end,
          }),
    place:
      row.place_name === null
        ? null
        : present<NonNullable<Shown["place"]>>({ name: row.place_name, country: row.place_country }),
  };
}
