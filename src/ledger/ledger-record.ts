import type { Kysely } from "kysely";
import type { Event } from "../event/event.js";
import type { Statement } from "../quotation/statement.js";
import type { Relation } from "../relation/relation.js";
import type { Report } from "../report/report.js";
import type { Exchange } from "./exchanges/exchange.js";
import type { LinkedExchange } from "./exchanges/linked-exchange.js";
import { readLinkedExchange } from "./exchanges/list-linked-exchanges.js";
import type { Found, FoundKind } from "./find.js";
import type { Happening } from "./happenings/happening.js";
import { readHappening } from "./happenings/list-happenings.js";
import type { Issue } from "./issues/issue.js";
import { readIssues } from "./issues/list-issues.js";
import { readPosition } from "./positions/list-positions.js";
import type { Position } from "./positions/position.js";
import { readEvents, readExchanges, readRelations, readReport, readStatements } from "./read-reading.js";
import type { Schema } from "./schema.js";
import { readTension } from "./tensions/list-tensions.js";
import type { Tension } from "./tensions/tension.js";

/** Whatever in a ledger has an identifier. */
export type LedgerRecord =
  | Report
  | Statement
  | Event
  | Exchange
  | Relation
  | Happening
  | LinkedExchange
  | Position
  | Tension
  | Issue;

/** The record that was found, among those of its report. */
const READERS: Readonly<
  Record<FoundKind, (db: Kysely<Schema>, found: Found) => Promise<readonly (LedgerRecord | undefined)[]>>
> = {
  report: async (db, { id }) => [await readReport(db, id)],
  statement: (db, { report }) => readStatements(db, report),
  event: (db, { report }) => readEvents(db, report),
  exchange: (db, { report }) => readExchanges(db, report),
  relation: (db, { report }) => readRelations(db, report),
  happening: async (db, { id }) => [await readHappening(db, id)],
  "linked exchange": async (db, { id }) => [await readLinkedExchange(db, id)],
  position: async (db, { id }) => [await readPosition(db, id)],
  tension: async (db, { id }) => [await readTension(db, id)],
  issue: (db, { id }) => readIssues(db, [id]),
};

/** The record that `found` is; undefined where there is none. */
export async function recordOf(db: Kysely<Schema>, found: Found): Promise<LedgerRecord | undefined> {
  const records = await READERS[found.kind](db, found);
  return records.find((record) => record?.id === found.id);
}
