import type { Insertable, Kysely } from "kysely";
import type { Event } from "../event/event.js";
import type { Reading } from "../reading/reading.js";
import type { Span } from "../record/span.js";
import { officesNamed } from "./offices.js";
import { analysisRow } from "./rows/analysis-rows.js";
import { attributionLinkRows } from "./rows/attribution-link-rows.js";
import { eventRow, participantRows, rivalRows, stepRows } from "./rows/event-rows.js";
import { exchangeRows } from "./rows/exchange-rows.js";
import { mentionActorRows, mentionRows } from "./rows/mention-rows.js";
import { officeRows, personSoughtRows } from "./rows/office-rows.js";
import { placeRows } from "./rows/place-rows.js";
import { eventQuantityRows, quantityRows } from "./rows/quantity-rows.js";
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

/** Writes rows into a table, inside the transaction that is open. */
export type Insert = <T extends keyof Schema & string>(
  table: T,
  rows: readonly Insertable<Schema[T]>[],
) => void;

/**
 * Writes all rows of `reading` inside the transaction `db`; `number` is the report's place in the ledger.
 * @param informed true where the reading was made with all that the ledger tells of the people whom it seeks
 */
export async function writeReading(
  db: Kysely<Schema>,
  insert: Insert,
  reading: Reading,
  number: number,
  version: { readonly reader: string; readonly fingerprint: string },
  informed: boolean,
): Promise<void> {
  const {
    report,
    analysis,
    mentions,
    times,
    places,
    statements,
    events,
    introductions = [],
    sought = [],
  } = reading;
  insert("reports", [reportRow(report, number, version)]);
  insert("report_facts", reportFactRows(report));
  insert("bylines", bylineRows(report));
  insert("datelines", datelineRows(report));
  insert("report_notes", reportNoteRows(report));
  insert("paragraphs", paragraphRows(report));
  insert("mentions", mentionRows(report, mentions));
  insert("mention_actors", mentionActorRows(report, mentions));
  insert("times", timeRows(report, times));
  insert("places", placeRows(report, places));
  const firstStatement = await nextNumber(db, "statements");
  insert(
    "statements",
    statements.map((statement, i) => statementRow(report, statement, firstStatement + i)),
  );
  insert(
    "statement_spans",
    statements.flatMap((statement) => statementSpanRows(report, statement)),
  );
  insert(
    "attribution_links",
    statements.flatMap((statement) => attributionLinkRows(report, statement)),
  );
  const firstEvent = await nextNumber(db, "events");
  const sentence = (event: Event): Span => sentenceAt(analysis, event.trigger) ?? event.trigger;
  insert(
    "events",
    events.map((event, i) => eventRow(report, event, firstEvent + i, sentence(event))),
  );
  insert(
    "event_participants",
    events.flatMap((event) => participantRows(report, event)),
  );
  insert("quantities", quantityRows(report, reading.quantities ?? []));
  insert("event_quantities", eventQuantityRows(events));
  insert("explanation_steps", events.flatMap(stepRows));
  insert("explanation_rivals", events.flatMap(rivalRows));
  insert("exchanges", exchangeRows(reading, await nextNumber(db, "exchanges")));
  insert("analyses", [analysisRow(report, analysis)]);
  insert("offices", officeRows(introductions));
  const told = !informed && (await officesNamed(db, sought)).some((office) => office.report !== report.id);
  insert("people_sought", personSoughtRows(report, sought, told));
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
