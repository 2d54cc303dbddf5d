import { type Insertable, type Kysely, sql } from "kysely";
import type { Event } from "../event/event.js";
import type { Reading } from "../reading/reading.js";
import type { Span } from "../record/span.js";
import { officesNamed } from "./offices.js";
import { analysisRow } from "./rows/analysis-rows.js";
import { eventRow, participantRows, rivalRows } from "./rows/event-rows.js";
import { exchangeRows } from "./rows/exchange-rows.js";
import { mentionActorRows, mentionRows, reportActorRows } from "./rows/mention-rows.js";
import { officeRows, personSoughtRows } from "./rows/office-rows.js";
import { placeRows } from "./rows/place-rows.js";
import { eventQuantityRows, quantityRows } from "./rows/quantity-rows.js";
import { relationParticipantRows, relationRows } from "./rows/relation-rows.js";
import {
  bylineRows,
  datelineRows,
  paragraphRows,
  reportFactRows,
  reportNoteRows,
  reportRow,
} from "./rows/report-rows.js";
import { statementActorRows } from "./rows/statement-actor-rows.js";
import { statementRow } from "./rows/statement-rows.js";
import { timeRows } from "./rows/time-rows.js";
import type { Schema } from "./schema.js";
import { sentenceAt } from "./sentence-at.js";

/** Writes rows into a table, inside the transaction that is open. */
export type Insert = <T extends keyof Schema & string>(
  table: T,
  rows: readonly Insertable<Schema[T]>[],
) => void;

/**
 * Writes all rows of `reading` inside the transaction `db`, but for `writeSought`; `numbers` are the places of its rows in
 * the ledger.
 * @param replaces true where the report has a row, of which the reading was taken out
 */
export async function writeReading(
  db: Kysely<Schema>,
  insert: Insert,
  reading: Reading,
  numbers: Numbers,
  version: { readonly reader: string; readonly fingerprint: string },
  replaces: boolean,
): Promise<void> {
  const { report, analysis, mentions, times, places, statements, events, introductions = [] } = reading;
  const row = reportRow(report, numbers.reports, version);
  if (replaces) await db.updateTable("reports").set(row).where("id", "=", report.id).execute();
  else insert("reports", [row]);
  insert("report_facts", reportFactRows(report));
  insert("bylines", bylineRows(report));
  insert("datelines", datelineRows(report));
  insert("report_notes", reportNoteRows(report));
  insert("paragraphs", paragraphRows(report));
  insert("mentions", mentionRows(report, mentions));
  insert("mention_actors", mentionActorRows(report, mentions));
  insert("report_actors", reportActorRows(report, mentions));
  insert("times", timeRows(report, times));
  insert("places", placeRows(report, places));
  insert(
    "statements",
    statements.map((statement, i) => statementRow(report, statement, numbers.statements + i)),
  );
  insert("statement_actors", statementActorRows(statements, mentions));
  const sentence = (event: Event): Span => sentenceAt(analysis, event.trigger) ?? event.trigger;
  insert(
    "events",
    events.map((event, i) => eventRow(report, event, numbers.events + i, sentence(event))),
  );
  insert(
    "event_participants",
    events.flatMap((event) => participantRows(report, event)),
  );
  insert("quantities", quantityRows(report, reading.quantities ?? []));
  insert("event_quantities", eventQuantityRows(events));
  insert("explanation_rivals", events.flatMap(rivalRows));
  const { relations = [] } = reading;
  insert("relations", relationRows(report, relations));
  insert("relation_participants", relationParticipantRows(report, relations));
  insert("exchanges", exchangeRows(reading, numbers.exchanges));
  insert("analyses", [analysisRow(report, analysis)]);
  insert("offices", officeRows(introductions));
}

/**
 * Writes of which people a reading would learn more from other reports, whose offices are there.
 * @param informed true where the reading was made with all that the ledger tells of them
 */
export async function writeSought(
  db: Kysely<Schema>,
  insert: Insert,
  { report, sought = [] }: Reading,
  informed: boolean,
): Promise<void> {
  if (sought.length === 0) return;
  const told = !informed && (await officesNamed(db, sought)).some((office) => office.report !== report.id);
  insert("people_sought", personSoughtRows(report, sought, told));
}

/** The place of a report in the ledger, and of its first statement, event and exchange. */
export interface Numbers {
  readonly reports: number;
  readonly statements: number;
  readonly events: number;
  readonly exchanges: number;
}

/** The places after those of a reading that begins at `numbers`. */
export function numbersAfter(
  numbers: Numbers,
  { statements, events, exchanges }: Reading,
  replaces: boolean,
): Numbers {
  return {
    reports: numbers.reports + (replaces ? 0 : 1),
    statements: numbers.statements + statements.length,
    events: numbers.events + events.length,
    exchanges: numbers.exchanges + exchanges.length,
  };
}

/** The places after the last rows of the tables that are numbered. */
export async function nextNumbers(db: Kysely<Schema>): Promise<Numbers> {
  const next = (table: string) => sql.raw(`(select coalesce(max(number), 0) + 1 from ${table}) as ${table}`);
  const { rows } = await sql<Numbers>`select ${next("reports")}, ${next("statements")}, ${next("events")},
    ${next("exchanges")}`.execute(db);
  return rows[0]!;
}
