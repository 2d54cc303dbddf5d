import type { Kysely } from "kysely";
import type { Reading } from "../../reading/reading.js";
import type { Found } from "../find.js";
import { readReading } from "../read-reading.js";
import { analysisOf } from "../rows/analysis-rows.js";
import { present } from "../rows/columns.js";
import type { ChangeTable, Schema } from "../schema.js";
import { unpackReading } from "./pack-reading.js";

/** A change of the ledger: a report came, was read again or went, or a person decided of happenings. */
export interface LedgerChange {
  readonly kind: "change";
  /** Its place among all changes of the ledger. */
  readonly number: number;
  /** ISO 8601 instant in UTC; absent where nobody said what time it was. */
  readonly at?: string;
  readonly change: ChangeTable["change"];
  readonly report?: string;
  /** The version of the reader that the report's rows come from; for a report that went, came from. */
  readonly readerVersion?: string;
  readonly happening?: string;
  /** Pairs of events that a person decided to join or to part. */
  readonly decisions?: readonly (readonly [string, string])[];
  readonly note?: string;
}

/** The changes that brought, changed and took out reports, in order. */
export async function changesOf(db: Kysely<Schema>, reports: readonly string[]): Promise<LedgerChange[]> {
  const rows = await db
    .selectFrom("changes")
    .selectAll()
    .where("report", "in", [...reports])
    .orderBy("number")
    .execute();
  return rows.map(changeOf);
}

/** What people decided of happenings that have one of these events, in order. */
export async function decisionsAbout(
  db: Kysely<Schema>,
  events: ReadonlySet<string>,
): Promise<LedgerChange[]> {
  const rows = await db
    .selectFrom("changes")
    .selectAll()
    .where("change", "in", ["joined", "split"])
    .orderBy("number")
    .execute();
  return rows
    .map(changeOf)
    .filter(({ decisions = [] }) => decisions.flat().some((event) => events.has(event)));
}

/** What the identifiers that begin with `prefix` stood for that changes took out of the ledger. */
export async function goneRows(db: Kysely<Schema>, prefix: string, limit: number): Promise<Found[]> {
  const rows = await db
    .selectFrom("gone_rows")
    .select(["id", "kind", "report"])
    .distinct()
    .where("id", ">=", prefix)
    .where("id", "<", `${prefix}\u{10ffff}`)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows as Found[];
}

/** A report's reading as it stood after a change; undefined where it was not there. */
export async function readingAfter(
  db: Kysely<Schema>,
  report: string,
  change: number,
): Promise<Reading | undefined> {
  const last = await db
    .selectFrom("changes")
    .select("change")
    .where("report", "=", report)
    .where("number", "<=", change)
    .orderBy("number", "desc")
    .executeTakeFirst();
  if (!last || last.change === "removed") return undefined;
  const later = await db
    .selectFrom("earlier_readings")
    .selectAll()
    .where("report", "=", report)
    .where("change", ">", change)
    .orderBy("change")
    .execute();
  const [first] = later;
  // Where the language model saw the same for the next reading, the analysis stands with that one.
  const seen = later.find(({ analysis }) => analysis !== null);
  const now = seen && first ? undefined : await readReading(db, report);
  if (!first) return now;
  const analysis = (text: string) =>
    seen ? analysisOf({ report, encoding: seen.encoding!, analysis: seen.analysis! }, text) : now!.analysis;
  return unpackReading(first.reading, analysis);
}

function changeOf(row: ChangeTableRow): LedgerChange {
  return present<LedgerChange>({
    kind: "change",
    number: row.number,
    at: row.at,
    change: row.change,
    report: row.report,
    readerVersion: row.reader_version,
    happening: row.happening,
    decisions: row.decisions === null ? null : (JSON.parse(row.decisions) as [string, string][]),
    note: row.note,
  });
}

type ChangeTableRow = Omit<ChangeTable, "number"> & { readonly number: number };
