import type { Kysely } from "kysely";
import { FULL_NAME_DAYS, type Introduction, wordsOfName } from "../actor/learned-offices.js";
import { dayAfter } from "../record/day.js";
import { endOfName, introductionOf } from "./rows/office-rows.js";
import type { Schema } from "./schema.js";

type Database = Kysely<Schema>;

/** The offices that the reports of the ledger give people of these names, and those of their family names. */
export async function officesNamed(db: Database, names: readonly string[]): Promise<Introduction[]> {
  const ends = [...new Set(names.map(endOfName))];
  if (ends.length === 0) return [];
  const rows = await db
    .selectFrom("offices")
    .innerJoin("reports", "reports.id", "offices.report")
    .selectAll("offices")
    .select("reports.published")
    .where((e) => e.or([e("name_ends", "in", ends), e("name_begins", "in", ends)]))
    .orderBy("offices.report")
    .orderBy("offices.position")
    .execute();
  return rows.map((row) => introductionOf(row, row.published));
}

/** The offices that one report gives people. */
export async function officesOfReport(db: Database, report: string): Promise<Introduction[]> {
  const rows = await db
    .selectFrom("offices")
    .innerJoin("reports", "reports.id", "offices.report")
    .selectAll("offices")
    .select("reports.published")
    .where("offices.report", "=", report)
    .orderBy("position")
    .execute();
  return rows.map((row) => introductionOf(row, row.published));
}

/** Names of the people whose office a report leaves to other reports. */
export async function namesSought(db: Database, report: string): Promise<string[]> {
  const rows = await db
    .selectFrom("people_sought")
    .select("name")
    .where("report", "=", report)
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Marks the reports that name people of whom something was learned or is no longer told, so that they are read again:
 * what differs between the offices that a report gave `before` and gives `now`.
 */
export async function markSeekers(
  db: Database,
  before: readonly Introduction[],
  now: readonly Introduction[],
): Promise<void> {
  const [were, are] = [new Set(before.map(key)), new Set(now.map(key))];
  const changed = [...before.filter((o) => !are.has(key(o))), ...now.filter((o) => !were.has(key(o)))];
  for (const { person, published } of changed) {
    const words = wordsOfName(person);
    const ends = [...new Set([words[0] ?? "", words.at(-1) ?? ""])];
    let reports = db.selectFrom("reports").select("id");
    if (published) {
      const [from, to] = [-FULL_NAME_DAYS, FULL_NAME_DAYS].map((days) => dayAfter(published, days));
      reports = reports.where((e) => e.or([e("published", "is", null), e.between("published", from!, to!)]));
    }
    await db
      .updateTable("people_sought")
      .set({ outdated: 1 })
      .where("name_ends", "in", ends)
      .where("report", "in", reports)
      .execute();
  }
}

/** Reports that name people of whom the ledger has learned since they were read, by this version of the reader. */
export async function outdatedReports(db: Database, readerVersion: string): Promise<string[]> {
  const rows = await db
    .selectFrom("people_sought")
    .innerJoin("reports", "reports.id", "people_sought.report")
    .select("reports.id")
    .distinct()
    .where("outdated", "=", 1)
    .where("reader_version", "=", readerVersion)
    .orderBy("reports.id")
    .execute();
  return rows.map(({ id }) => id);
}

function key(office: Introduction): string {
  return JSON.stringify(office);
}
