import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { type OpenDatabase, openDatabase } from "../open-database.js";
import { forgetLaterReviews } from "../reviews/later-reviews.js";
import { Writer } from "../writer.js";
import { readingAfter } from "./history.js";

/** A copy of a ledger as it stood at some time, and what does away with it. */
export interface LedgerAsOf {
  readonly database: OpenDatabase;
  readonly discard: () => void;
}

/**
 * The ledger of `now` as it stood at an instant: what came later is taken out of a copy of the file, and what was taken
 * out or read again later is put back, so that all that builds on the reports is as it was. Changes of which nobody said
 * when they were count as earlier. Takes as long as the reports that have changed since take to be written.
 * @param instant ISO 8601 in UTC; of a calendar date the end of that day
 */
export async function ledgerAsOf(now: OpenDatabase, instant: string): Promise<LedgerAsOf> {
  const until = /^\d{4}-\d{2}-\d{2}$/.test(instant) ? `${instant}T24` : instant;
  const folder = mkdtempSync(join(tmpdir(), "demarche-as-of-"));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "ledger.db");
    now.connection.exec(`vacuum into '${path.replaceAll("'", "''")}'`);
    const database = await openDatabase(path, { purpose: "write", lockWait: 0 });
    await turnBack(database, until);
    return { database, discard };
  } catch (error) {
    discard();
    throw error;
  }
}

async function turnBack(database: OpenDatabase, until: string): Promise<void> {
  const { db } = database;
  await forgetLaterReviews(database, until);
  const later = await db
    .selectFrom("changes")
    .selectAll()
    .where("at", ">", until)
    .orderBy("number")
    .execute();
  if (later.length === 0) return;
  let version = "";
  const writer = new Writer(
    database,
    () => version,
    () => undefined,
  );
  await writer.renew();
  const last = later[0]!.number - 1;
  const reports = [...new Set(later.flatMap(({ report }) => report ?? []))];
  if (later.some(({ decisions }) => decisions !== null)) await decideAsOf(database, last);
  for (const report of reports) {
    version = await versionAt(database, report, last);
    await writer.restore(report, await readingAfter(db, report, last));
  }
  await writer.regroup(later.flatMap(({ decisions }) => JSON.parse(decisions ?? "[]") as string[][]).flat());
  // What turning back has changed is no change of the ledger.
  await db.deleteFrom("earlier_readings").where("change", ">", last).execute();
  await db.deleteFrom("gone_rows").where("change", ">", last).execute();
  await db.deleteFrom("changes").where("number", ">", last).execute();
}

async function versionAt({ db }: OpenDatabase, report: string, change: number): Promise<string> {
  const row = await db
    .selectFrom("changes")
    .select("reader_version")
    .where("report", "=", report)
    .where("number", "<=", change)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return row?.reader_version ?? "";
}

/** People's decisions, taken again in their order. */
async function decideAsOf({ db }: OpenDatabase, last: number): Promise<void> {
  await sql`delete from happening_decisions`.execute(db);
  const rows = await db
    .selectFrom("changes")
    .selectAll()
    .where("change", "in", ["joined", "split"])
    .where("number", "<=", last)
    .orderBy("number")
    .execute();
  for (const { change, decisions, note } of rows)
    for (const [event, other] of JSON.parse(decisions!) as [string, string][])
      await db
        .replaceInto("happening_decisions")
        .values({ event, other, decision: change === "joined" ? "join" : "split", note })
        .execute();
}
