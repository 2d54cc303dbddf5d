import { type Kysely, sql } from "kysely";
import type { Introduction } from "../actor/learned-offices.js";
import type { Reading } from "../reading/reading.js";
import type { Report } from "../report/report.js";
import type { AcrossChange } from "./across/across.js";
import { clearReport } from "./clear-report.js";
import { all, jsonRows } from "./json-rows.js";
import { markSeekers, officesOfReport } from "./offices.js";
import type { ReportTable, Schema } from "./schema.js";
import { WaitingRows } from "./waiting-rows.js";
import { type Insert, nextNumbers, numbersAfter, writeReading, writeSought } from "./write-reading.js";

/** A reading that takes the place of an earlier one, if there was any. */
export interface ChangedReading {
  readonly reading: Reading;
  readonly earlier: Reading | undefined;
}

/**
 * Puts readings of different reports in the place of the older ones, inside the transaction `db`, and marks those whom
 * what they tell of people concerns. `change` is still to be settled.
 * @param informed true where the readings were made with all that the ledger tells of the people whom they seek
 */
export async function writeReadings(
  db: Kysely<Schema>,
  insert: Insert,
  change: AcrossChange,
  changed: readonly ChangedReading[],
  version: (report: Report) => { readonly reader: string; readonly fingerprint: string },
  informed: boolean,
): Promise<void> {
  const before = new Map<string, readonly Introduction[]>();
  const places = new Map<string, number>();
  for (const { reading, earlier } of changed) {
    const { id } = reading.report;
    if (!earlier) continue;
    places.set(id, (await rowOf(db, id))!.number);
    before.set(id, await officesOfReport(db, id));
    await change.take(id, reading);
    await clearReport(db, id);
  }
  const waiting = new WaitingRows();
  let next = await nextNumbers(db);
  for (const { reading, earlier } of changed) {
    const { report } = reading;
    const replaces = earlier !== undefined;
    const numbers = { ...next, reports: places.get(report.id) ?? next.reports };
    await writeReading(db, waiting.insert, reading, numbers, version(report), replaces);
    next = numbersAfter(next, reading, replaces);
  }
  waiting.write(insert);
  for (const { reading } of changed) {
    await markSeekers(db, before.get(reading.report.id) ?? [], reading.introductions ?? []);
    await writeSought(db, insert, reading, informed);
  }
  await change.put(changed.map(({ reading }) => reading));
}

/** What the ledger holds of each of these reports that it has. */
export async function rowsOf(
  db: Kysely<Schema>,
  reports: readonly string[],
): Promise<Map<string, ReportRow>> {
  const rows = await jsonRows<[string, number, string, string]>(
    db,
    sql`select json_group_array(json_array(id, number, fingerprint, reader_version)) as found from reports
      where id in ${all(reports)}`,
  );
  return new Map(
    rows.map(([id, number, fingerprint, reader_version]) => [id, { number, fingerprint, reader_version }]),
  );
}

type ReportRow = Pick<ReportTable, "number" | "fingerprint" | "reader_version">;

/** What the ledger holds of a report that tells whether it must be read again, and its place. */
export function rowOf(db: Kysely<Schema>, report: string) {
  return db
    .selectFrom("reports")
    .select(["number", "fingerprint", "reader_version"])
    .where("id", "=", report)
    .executeTakeFirst();
}
