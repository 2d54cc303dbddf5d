import { type Kysely, type Selectable, sql } from "kysely";
import type { Event } from "../event/event.js";
import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import type { Relation } from "../relation/relation.js";
import type { Report } from "../report/report.js";
import type { Exchange } from "./exchanges/exchange.js";
import { groupBy } from "./group-by.js";
import { namesSought, officesOfReport } from "./offices.js";
import { analysisOf } from "./rows/analysis-rows.js";
import { eventOf } from "./rows/event-rows.js";
import { exchangeOf } from "./rows/exchange-rows.js";
import { mentionsOf } from "./rows/mention-rows.js";
import { placesOf } from "./rows/place-rows.js";
import { quantitiesOf } from "./rows/quantity-rows.js";
import { relationsOf } from "./rows/relation-rows.js";
import { reportOf } from "./rows/report-rows.js";
import { statementOf } from "./rows/statement-rows.js";
import { timesOf } from "./rows/time-rows.js";
import type { Schema } from "./schema.js";

type Database = Kysely<Schema>;

/** The report `id` as it was written; undefined where the ledger has no such report. */
export async function readReport(db: Database, id: string): Promise<Report | undefined> {
  const report = await db.selectFrom("reports").selectAll().where("id", "=", id).executeTakeFirst();
  if (!report) return undefined;
  const facts = await db.selectFrom("report_facts").selectAll().where("report", "=", id).execute();
  const dateline = await db.selectFrom("datelines").selectAll().where("report", "=", id).executeTakeFirst();
  const bylines = await placed(db, "bylines", id);
  const notes = await placed(db, "report_notes", id);
  const paragraphs = await placed(db, "paragraphs", id);
  return reportOf({ report, facts, bylines, dateline, notes, paragraphs });
}

/** The statements of one report, in the order in which they were written. */
export async function readStatements(db: Database, report: string): Promise<Statement[]> {
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("report", "=", report)
    .orderBy("number")
    .execute();
  return rows.map(statementOf);
}

/** The events of one report, in the order in which they were written. */
export async function readEvents(db: Database, report: string): Promise<Event[]> {
  const rows = await db
    .selectFrom("events")
    .selectAll()
    .where("report", "=", report)
    .orderBy("number")
    .execute();
  const own = db.selectFrom("events").select("id").where("report", "=", report);
  const participants = await db
    .selectFrom("event_participants")
    .selectAll()
    .where("event", "in", own)
    .orderBy("position")
    .execute();
  const rivals = await db
    .selectFrom("explanation_rivals")
    .selectAll()
    .where("event", "in", own)
    .orderBy("position")
    .execute();
  const measured = await db
    .selectFrom("event_quantities")
    .selectAll()
    .where("report", "=", report)
    .orderBy("quantity")
    .execute();
  const quantitiesBy = groupBy(measured, (row) => row.event);
  const participantsOf = groupBy(participants, (row) => row.event);
  const rivalsOf = groupBy(rivals, (row) => row.event);
  return rows.map((row) =>
    eventOf(row, {
      participants: participantsOf.get(row.id) ?? [],
      rivals: rivalsOf.get(row.id) ?? [],
      quantities: quantitiesBy.get(row.id) ?? [],
    }),
  );
}

/** The exchanges of one report, in the order in which they were written. */
export async function readExchanges(db: Database, report: string): Promise<Exchange[]> {
  const rows = await db
    .selectFrom("exchanges")
    .selectAll()
    .where("report", "=", report)
    .orderBy("number")
    .execute();
  return rows.map(exchangeOf);
}

/** The relations that one report states, in the order in which they were written. */
export async function readRelations(db: Database, report: string): Promise<Relation[]> {
  const rows = await db
    .selectFrom("relations")
    .selectAll()
    .where("report", "=", report)
    .orderBy("position")
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const sides = await db
    .selectFrom("relation_participants")
    .selectAll()
    .where("relation", "in", ids)
    .execute();
  return relationsOf(rows, sides);
}

/** The whole reading of the report `id`, equal to the one that was written; undefined where there is none. */
export async function readReading(db: Database, id: string): Promise<Reading | undefined> {
  const report = await readReport(db, id);
  if (!report) return undefined;
  const analysis = await db
    .selectFrom("analyses")
    .selectAll()
    .where("report", "=", id)
    .executeTakeFirstOrThrow();
  const mentions = await placed(db, "mentions", id);
  const actors = await db
    .selectFrom("mention_actors")
    .selectAll()
    .where("report", "=", id)
    .orderBy("mention")
    .orderBy("position")
    .execute();
  const times = await placed(db, "times", id);
  const places = await placed(db, "places", id);
  const quantities = await placed(db, "quantities", id);
  const relations = await readRelations(db, id);
  const introductions = await officesOfReport(db, id);
  const sought = await namesSought(db, id);
  return {
    kind: "reading",
    report,
    analysis: analysisOf(analysis, report.text),
    mentions: mentionsOf(mentions, actors),
    times: timesOf(times),
    places: placesOf(places),
    statements: await readStatements(db, id),
    events: await readEvents(db, id),
    exchanges: await readExchanges(db, id),
    ...(quantities.length > 0 && { quantities: quantitiesOf(quantities) }),
    ...(relations.length > 0 && { relations }),
    ...(introductions.length > 0 && { introductions }),
    ...(sought.length > 0 && { sought }),
  };
}

/** All rows of a table that belong to a report, in their order in it. */
async function placed<
  T extends "bylines" | "report_notes" | "paragraphs" | "mentions" | "times" | "places" | "quantities",
>(db: Database, table: T, report: string): Promise<Selectable<Schema[T]>[]> {
  const { rows } = await sql<Selectable<Schema[T]>>`
    select * from ${sql.table(table)} where report = ${report} order by position`.execute(db);
  return rows;
}
