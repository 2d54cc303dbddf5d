import type { Insertable, Kysely } from "kysely";
import type { Event } from "../event/event.js";
import type { Reading } from "../reading/reading.js";
import type { Span } from "../record/span.js";
import { analysisRow } from "./rows/analysis-rows.js";
import { eventRow, participantRows, rivalRows, stepRows } from "./rows/event-rows.js";
import { exchangeRows } from "./rows/exchange-rows.js";
import { mentionActorRows, mentionRows } from "./rows/mention-rows.js";
import { placeRows } from "./rows/place-rows.js";
import {
  bylineRows,
  datelineRows,
  paragraphRows,
  reportFactRows,
  reportNoteRows,
  reportRow,
} from "./rows/report-rows.js";
import { statementRow, statementSpanRows } from "./rows/statement-rows.js";
import { timeRows } from "./rows/time-rows.js";
import type { Schema } from "./schema.js";
import { sentenceAt } from "./sentence-at.js";

/** SQLite binds at most 32,766 values in one statement. */
const VALUES_AT_ONCE = 30_000;

/** Writes all rows of `reading` inside the transaction `db`; `number` is the report's place in the ledger. */
export async function writeReading(
  db: Kysely<Schema>,
  reading: Reading,
  number: number,
  version: { readonly reader: string; readonly fingerprint: string },
): Promise<void> {
  const { report, analysis, mentions, times, places, statements, events } = reading;
  const put = <T extends keyof Schema & string>(table: T, rows: readonly Insertable<Schema[T]>[]) =>
    insertAll(db, table, rows);
  await put("reports", [reportRow(report, number, version)]);
  await put("report_facts", reportFactRows(report));
  await put("bylines", bylineRows(report));
  await put("datelines", datelineRows(report));
  await put("report_notes", reportNoteRows(report));
  await put("paragraphs", paragraphRows(report));
  await put("mentions", mentionRows(report, mentions));
  await put("mention_actors", mentionActorRows(report, mentions));
  await put("times", timeRows(report, times));
  await put("places", placeRows(report, places));
  const firstStatement = await nextNumber(db, "statements");
  await put(
    "statements",
    statements.map((statement, i) => statementRow(report, statement, firstStatement + i)),
  );
  await put(
    "statement_spans",
    statements.flatMap((statement) => statementSpanRows(report, statement)),
  );
  const firstEvent = await nextNumber(db, "events");
  const sentence = (event: Event): Span => sentenceAt(analysis, event.trigger) ?? event.trigger;
  await put(
    "events",
    events.map((event, i) => eventRow(report, event, firstEvent + i, sentence(event))),
  );
  await put(
    "event_participants",
    events.flatMap((event) => participantRows(report, event)),
  );
  await put("explanation_steps", events.flatMap(stepRows));
  await put("explanation_rivals", events.flatMap(rivalRows));
  await put("exchanges", exchangeRows(reading, await nextNumber(db, "exchanges")));
  await put("analyses", [analysisRow(report, analysis)]);
}

/** The place after the last row of `table`. */
export async function nextNumber(
  db: Kysely<Schema>,
  table: "reports" | "statements" | "events" | "exchanges",
): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select((e) => e.fn.max<number | null>("number").as("last"))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

async function insertAll<T extends keyof Schema & string>(
  db: Kysely<Schema>,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const atOnce = Math.floor(VALUES_AT_ONCE / Object.keys(rows[0] as object).length);
  for (let i = 0; i < rows.length; i += atOnce) {
    await db
      .insertInto(table)
      .values(rows.slice(i, i + atOnce))
      .execute();
  }
}
