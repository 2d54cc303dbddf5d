import type { Kysely } from "kysely";
import type { Introduction } from "../actor/learned-offices.js";
import type { Event } from "../event/event.js";
import type { Analysis } from "../language/analysis.js";
import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import type { Relation } from "../relation/relation.js";
import type { Report } from "../report/report.js";
import type { Exchange } from "./exchanges/exchange.js";
import type { LinkedExchange } from "./exchanges/linked-exchange.js";
import {
  type LinkedExchangeFilter,
  listLinkedExchanges,
  readLinkedExchange,
} from "./exchanges/list-linked-exchanges.js";
import { type Explained, explain } from "./explain.js";
import { type Found, type FoundKind, find } from "./find.js";
import type { Happening } from "./happenings/happening.js";
import { type HappeningFilter, listHappenings, readHappening } from "./happenings/list-happenings.js";
import { ledgerAsOf } from "./history/as-of.js";
import { changesOf, decisionsAbout, goneRows, type LedgerChange, readingAfter } from "./history/history.js";
import type { Issue } from "./issues/issue.js";
import { type IssueFilter, listIssues } from "./issues/list-issues.js";
import { type OpenDatabase, openDatabase, settle } from "./open-database.js";
import { listPositions, type PositionFilter, readPosition } from "./positions/list-positions.js";
import type { Position } from "./positions/position.js";
import { asLedgerError, problem } from "./problems.js";
import {
  readEvents,
  readExchanges,
  readReading,
  readRelations,
  readReport,
  readStatements,
} from "./read-reading.js";
import { readerVersion } from "./reader-version.js";
import type { Schema } from "./schema.js";
import { type Hit, search } from "./search.js";
import { listStories } from "./stories/list-stories.js";
import type { Story, StoryFilter } from "./stories/story.js";
import { listTensions, readTension, type TensionFilter } from "./tensions/list-tensions.js";
import type { Tension } from "./tensions/tension.js";
import { Writer } from "./writer.js";

export type { Found } from "./find.js";
export type LedgerRecord =
  | Report
  | Statement
  | Event
  | Exchange
  | Relation
  | Happening
  | LinkedExchange
  | Position
  | Tension;

export interface LedgerOptions {
  /** To read, the file must be there and may be write-protected; to write (the default), it is made where there is none. */
  readonly purpose?: "read" | "write";
  /** How long to wait for another program's lock, in milliseconds; 10,000 unless said otherwise. */
  readonly lockWait?: number;
  /** Names the version of the reader, instead of `readerVersion()`. */
  readonly readerVersion?: string;
  /** Tells the instant of each change, ISO 8601 in UTC, for the ledger's history; without it the instants stay unknown. */
  readonly clock?: () => string;
  /**
   * Gives the ledger as it stood then, to be read: an ISO 8601 instant in UTC, or a calendar date, whose end counts. What
   * is written to it is lost.
   */
  readonly asOf?: string;
}

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
};

/**
 * The ledger: one SQLite file that keeps what reports say, each row with the words that say so. Every report is
 * written in one transaction, so that a program that dies leaves whole reports only. All methods throw `LedgerError`.
 */
export class Ledger {
  private readonly writer: Writer;

  private constructor(
    readonly path: string,
    private readonly database: OpenDatabase,
    { readerVersion: version, clock }: LedgerOptions,
    private readonly discard: () => void = () => {},
  ) {
    this.writer = new Writer(database, () => version ?? readerVersion(), clock ?? (() => undefined));
  }

  /** Opens the ledger at `path` (`:memory:` for one that is gone when closed) and brings its layout up to date. */
  static async open(path: string, options: LedgerOptions = {}): Promise<Ledger> {
    const database = await openDatabase(path, {
      purpose: options.purpose ?? "write",
      lockWait: options.lockWait ?? 10_000,
    });
    if (options.asOf !== undefined) {
      try {
        const then = await ledgerAsOf(database, options.asOf);
        return new Ledger(path, then.database, options, then.discard);
      } catch (error) {
        throw asLedgerError(error, path);
      } finally {
        await database.db.destroy();
      }
    }
    const ledger = new Ledger(path, database, options);
    if (options.purpose !== "read") await ledger.guard(() => ledger.writer.renew());
    return ledger;
  }

  /**
   * Adds a reading. A report that is there already, read by the same version of the reader, is left alone; one that
   * an older version read, or that was given another date or outlet from outside, is replaced as a whole.
   */
  async add(reading: Reading): Promise<"added" | "replaced" | "unchanged"> {
    const { report } = reading;
    if (/\0|\p{Surrogate}/u.test(report.text)) {
      throw problem("unstorable-text", this.path, "a text with NUL characters or broken surrogate pairs");
    }
    return this.guard(() => this.writer.add(reading));
  }

  /**
   * Reads the reports again that name people of whom the ledger has learned since, in whatever order they came in:
   * each report is read with what all others tell, and gives the same rows as if it had come last.
   * @param read reads an analysed report, with offices that other reports give people
   * @returns the readings that took the place of older ones
   */
  async readAgain(
    read: (report: Report, analysis: Analysis, offices: readonly Introduction[]) => Reading,
  ): Promise<Reading[]> {
    return this.guard(() => this.writer.readAgain(read));
  }

  /** True where `add` would leave the ledger as it is, so that the report need not be read again. */
  async holds(report: Report): Promise<boolean> {
    return this.guard(() => this.writer.holds(report));
  }

  /** Identifiers of all reports, in the order in which they came in. */
  async reportIds(): Promise<string[]> {
    const rows = await this.guard(() =>
      this.db.selectFrom("reports").select("id").orderBy("number").execute(),
    );
    return rows.map((row) => row.id);
  }

  /** The whole reading of one report, equal to the one that was added. */
  async reading(report: string): Promise<Reading | undefined> {
    return this.guard(() => readReading(this.db, report));
  }

  /** All reports, one after the other. */
  async *reports(): AsyncGenerator<Report> {
    for (const id of await this.reportIds()) {
      const report = await this.guard(() => readReport(this.db, id));
      if (report) yield report;
    }
  }

  /** The statements of one report, or of all. */
  statements(report?: string): AsyncGenerator<Statement> {
    return this.each(report, readStatements);
  }

  /** The events of one report, or of all. */
  events(report?: string): AsyncGenerator<Event> {
    return this.each(report, readEvents);
  }

  /** The exchanges of one report, or of all. */
  exchanges(report?: string): AsyncGenerator<Exchange> {
    return this.each(report, readExchanges);
  }

  /** The record with this identifier. */
  async get(id: string): Promise<LedgerRecord | undefined> {
    const found = (await this.find(id)).find((f) => f.id === id);
    if (!found) return undefined;
    const records = await this.guard(() => READERS[found.kind](this.db, found));
    return records.find((record) => record?.id === id);
  }

  /** What the identifiers that begin with `prefix` stand for, at most `limit` of them, in the order of identifiers. */
  async find(prefix: string, limit = 10): Promise<Found[]> {
    return this.guard(() => find(this.db, prefix, limit));
  }

  /** Full-text search over reports, statements and events' sentences, best match first. */
  async search(text: string, limit = 50): Promise<Hit[]> {
    return this.guard(() => search(this.db, text, limit));
  }

  /** Reports on the same dispute and episode, grouped; the same whatever the order in which they were added. */
  async stories(filter: StoryFilter = {}): Promise<Story[]> {
    return this.guard(() => listStories(this.db, filter));
  }

  /** What events of one or many reports tell of; the same whatever the order in which the reports were added. */
  async happenings(filter: HappeningFilter = {}): Promise<Happening[]> {
    return this.guard(() => listHappenings(this.db, filter));
  }

  /** Demands, requests, offers, charges and threats with their answers in whatever report; without any, silence so far. */
  async linkedExchanges(filter: LinkedExchangeFilter = {}): Promise<LinkedExchange[]> {
    return this.guard(() => listLinkedExchanges(this.db, filter));
  }

  /** What actors hold, as reports tell it over time, with the changes; the same whatever the order of reports. */
  async positions(filter: PositionFilter = {}): Promise<Position[]> {
    return this.guard(() => listPositions(this.db, filter));
  }

  /** Pairs that do not sit well together, for a person to judge; the same whatever the order of reports. */
  async tensions(filter: TensionFilter = {}): Promise<Tension[]> {
    return this.guard(() => listTensions(this.db, filter));
  }

  /** What disputes are about, by the words of their reports; the same whatever the order of reports. */
  async issues(filter: IssueFilter = {}): Promise<Issue[]> {
    return this.guard(() => listIssues(this.db, filter));
  }

  /** Two happenings are one, says a person: that holds for good, also when their reports are read again. */
  async joinHappenings(one: string, other: string, note?: string): Promise<boolean> {
    return this.guard(() => this.writer.joinHappenings(one, other, note));
  }

  /** An event does not tell of this happening, says a person: that holds for good. False where it is none of its events. */
  async splitHappening(happening: string, event: string, note?: string): Promise<boolean> {
    return this.guard(() => this.writer.splitHappening(happening, event, note));
  }

  /** Why the row of a report with this identifier is there: its sentence, the rule, the steps, the rivals, who was meant. */
  async explain(id: string): Promise<Explained | undefined> {
    const found = (await this.find(id)).find((f) => f.id === id);
    const reading = found && (await this.reading(found.report));
    return reading && explain(reading, id);
  }

  /** Takes a report and all that it told out of the ledger; false where there was none. */
  async remove(report: string): Promise<boolean> {
    return this.guard(() => this.writer.remove(report));
  }

  /** What the identifiers that begin with `prefix` stood for that changes took out of the ledger. */
  async findGone(prefix: string, limit = 10): Promise<Found[]> {
    return this.guard(() => goneRows(this.db, prefix, limit));
  }

  /** The changes that brought, changed and took out these reports, in order. */
  async changesOf(reports: readonly string[]): Promise<LedgerChange[]> {
    return this.guard(() => changesOf(this.db, reports));
  }

  /** What people decided of happenings with any of these events, in order. */
  async decisionsAbout(events: readonly string[]): Promise<LedgerChange[]> {
    return this.guard(() => decisionsAbout(this.db, new Set(events)));
  }

  /** The reading of a report as it stood after the change of this number; undefined where it was not there. */
  async readingAfter(report: string, change: number): Promise<Reading | undefined> {
    return this.guard(() => readingAfter(this.db, report, change));
  }

  /**
   * The rows of a query of your own, one after the other, none held: SQLite's SQL over the tables of docs/ledger.md, with
   * `values` for its question marks. For reading only: what a query writes is not in the ledger's history.
   */
  async *rows<Row extends object>(
    query: string,
    values: readonly (string | number | null)[] = [],
  ): AsyncGenerator<Row> {
    try {
      yield* this.database.connection.prepare(query).iterate(values) as Iterable<Row>;
    } catch (error) {
      throw asLedgerError(error, this.path);
    }
  }

  /** Runs `work`, in which all that is read is of one moment, whatever other programs write meanwhile. */
  async atOneMoment<T>(work: () => Promise<T>): Promise<T> {
    const { connection } = this.database;
    return this.guard(async () => {
      connection.exec("begin");
      try {
        return await work();
      } finally {
        connection.exec("commit");
      }
    });
  }

  /** Closes the ledger; where nobody else has it open, it is one file again. */
  async close(): Promise<void> {
    if (this.database.writable) settle(this.database);
    await this.db.destroy();
    this.discard();
  }

  private get db(): Kysely<Schema> {
    return this.database.db;
  }

  private async *each<T>(
    report: string | undefined,
    read: (db: Kysely<Schema>, report: string) => Promise<T[]>,
  ): AsyncGenerator<T> {
    for (const id of report === undefined ? await this.reportIds() : [report]) {
      yield* await this.guard(() => read(this.db, id));
    }
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asLedgerError(error, this.path);
    }
  }
}
