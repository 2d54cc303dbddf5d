import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Introduction } from "../actor/learned-offices.js";
import type { Event } from "../event/event.js";
import type { Analysis } from "../language/analysis.js";
import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import type { Report } from "../report/report.js";
import type { Exchange } from "./exchange.js";
import { type Explained, explain } from "./explain.js";
import { markSeekers, officesNamed, officesOfReport, outdatedReports } from "./offices.js";
import { immediately, type OpenDatabase, openDatabase, settle } from "./open-database.js";
import { asLedgerError, problem } from "./problems.js";
import { readEvents, readExchanges, readReading, readReport, readStatements } from "./read-reading.js";
import { readerVersion } from "./reader-version.js";
import type { Schema } from "./schema.js";
import { type Hit, search } from "./search.js";
import { listStories } from "./stories/list-stories.js";
import type { Story, StoryFilter } from "./stories/story.js";
import { StoryIndex, storyReport } from "./stories/story-index.js";
import { type StoryContents, StoryTables } from "./stories/story-tables.js";
import { nextNumbers, writeReading } from "./write-reading.js";

export type LedgerRecord = Report | Statement | Event | Exchange;

/** Where an identifier leads. */
export interface Found {
  readonly id: string;
  readonly kind: LedgerRecord["kind"];
  readonly report: string;
}

export interface LedgerOptions {
  /** To read, the file must be there and may be write-protected; to write (the default), it is made where there is none. */
  readonly purpose?: "read" | "write";
  /** How long to wait for another program's lock, in milliseconds; 10,000 unless said otherwise. */
  readonly lockWait?: number;
  /** Names the version of the reader, instead of `readerVersion()`. */
  readonly readerVersion?: string;
}

const READERS: Readonly<
  Record<LedgerRecord["kind"], (db: Kysely<Schema>, report: string) => Promise<readonly LedgerRecord[]>>
> = {
  report: async (db, id) => [(await readReport(db, id))!],
  statement: readStatements,
  event: readEvents,
  exchange: readExchanges,
};

/**
 * The ledger: one SQLite file that keeps what reports say, each row with the words that say so. Every report is
 * written in one transaction, so that a program that dies leaves whole reports only. All methods throw `LedgerError`.
 */
export class Ledger {
  /** Each is asked for several times while its report is read. */
  private readonly fingerprints = new WeakMap<Report, string>();

  private readonly storyContents: StoryContents = new Map();

  private constructor(
    readonly path: string,
    private readonly database: OpenDatabase,
    private readonly version: string | undefined,
  ) {}

  /** Opens the ledger at `path` (`:memory:` for one that is gone when closed) and brings its layout up to date. */
  static async open(path: string, options: LedgerOptions = {}): Promise<Ledger> {
    const database = await openDatabase(path, {
      purpose: options.purpose ?? "write",
      lockWait: options.lockWait ?? 10_000,
    });
    const ledger = new Ledger(path, database, options.readerVersion);
    if (options.purpose !== "read") await ledger.addMissingStories();
    return ledger;
  }

  /** Reports of a ledger that an earlier version wrote are in no story yet. */
  private async addMissingStories(): Promise<void> {
    const missing = await this.guard(() => reportsWithoutStory(this.db));
    for (const id of missing)
      await this.guard(() =>
        immediately(this.database, async (transaction) => {
          const report = await readReport(transaction, id);
          if (report) await this.storyIndex(transaction).add(storyReport(report));
        }),
      );
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
    return this.guard(() =>
      immediately(this.database, async (transaction) => {
        const earlier = await rowOf(transaction, report.id);
        if (earlier?.fingerprint === this.fingerprint(report)) return "unchanged";
        await this.write(transaction, reading, earlier, false);
        return earlier ? "replaced" : "added";
      }),
    );
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
    const readings: Reading[] = [];
    const outdated = await this.guard(() => outdatedReports(this.db, this.readerVersion()));
    for (const id of outdated) {
      const reading = await this.guard(() =>
        immediately(this.database, async (transaction) => {
          const earlier = await readReading(transaction, id);
          if (!earlier) return undefined;
          const offices = await officesNamed(transaction, earlier.sought ?? []);
          const now = read(earlier.report, earlier.analysis, offices);
          await this.write(transaction, now, await rowOf(transaction, id), true);
          return now;
        }),
      );
      if (reading) readings.push(reading);
    }
    return readings;
  }

  /** Puts a reading in the place of the report's older one, and marks those whom what it tells of people concerns. */
  private async write(
    transaction: Kysely<Schema>,
    reading: Reading,
    earlier: { readonly number: number } | undefined,
    informed: boolean,
  ): Promise<void> {
    const { report, introductions = [] } = reading;
    const version = { reader: this.readerVersion(), fingerprint: this.fingerprint(report) };
    const before = earlier ? await officesOfReport(transaction, report.id) : [];
    const stories = this.storyIndex(transaction);
    if (earlier) {
      await stories.remove(report.id);
      await transaction.deleteFrom("reports").where("id", "=", report.id).execute();
    }
    const next = await nextNumbers(transaction);
    const numbers = earlier ? { ...next, reports: earlier.number } : next;
    await markSeekers(transaction, before, introductions);
    await writeReading(transaction, this.database.insert, reading, numbers, version, informed);
    await stories.add(storyReport(report));
  }

  /** True where `add` would leave the ledger as it is, so that the report need not be read again. */
  async holds(report: Report): Promise<boolean> {
    const row = await this.guard(() => rowOf(this.db, report.id));
    return row?.fingerprint === this.fingerprint(report);
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

  /** The report, statement, event or exchange with this identifier. */
  async get(id: string): Promise<LedgerRecord | undefined> {
    const found = (await this.find(id)).find((f) => f.id === id);
    if (!found) return undefined;
    const records = await this.guard<readonly LedgerRecord[]>(() =>
      READERS[found.kind](this.db, found.report),
    );
    return records.find((record) => record.id === id);
  }

  /** What the identifiers that begin with `prefix` stand for, at most `limit` of them, in the order of identifiers. */
  async find(prefix: string, limit = 10): Promise<Found[]> {
    if (prefix === "") return [];
    const { rows } = await this.guard(() =>
      sql<Found>`
        select id, kind, report from (
          select id, 'report' as kind, id as report from reports
          union all select id, 'statement', report from statements
          union all select id, 'event', report from events
          union all select id, 'exchange', report from exchanges
        ) where id >= ${prefix} and id < ${`${prefix}\u{10ffff}`} order by id limit ${limit}`.execute(
        this.db,
      ),
    );
    return rows;
  }

  /** Full-text search over reports, statements and events' sentences, best match first. */
  async search(text: string, limit = 50): Promise<Hit[]> {
    return this.guard(() => search(this.db, text, limit));
  }

  /** Reports on the same dispute and episode, grouped; the same whatever the order in which they were added. */
  async stories(filter: StoryFilter = {}): Promise<Story[]> {
    return this.guard(() => listStories(this.db, filter));
  }

  /** Why the row with this identifier is there: its sentence, the rule, the steps, the rivals, who was meant. */
  async explain(id: string): Promise<Explained | undefined> {
    const found = (await this.find(id)).find((f) => f.id === id);
    const reading = found && (await this.reading(found.report));
    return reading && explain(reading, id);
  }

  /** Takes a report and all that it told out of the ledger; false where there was none. */
  async remove(report: string): Promise<boolean> {
    return this.guard(() =>
      immediately(this.database, async (transaction) => {
        await markSeekers(transaction, await officesOfReport(transaction, report), []);
        await this.storyIndex(transaction).remove(report);
        const { numDeletedRows } = await transaction
          .deleteFrom("reports")
          .where("id", "=", report)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    );
  }

  /** Closes the ledger; where nobody else has it open, it is one file again. */
  async close(): Promise<void> {
    if (this.database.writable) settle(this.database);
    await this.db.destroy();
  }

  private storyIndex(transaction: Kysely<Schema>): StoryIndex {
    return new StoryIndex(new StoryTables(transaction, this.database.insert, this.storyContents));
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

  private readerVersion(): string {
    return this.version ?? readerVersion();
  }

  private fingerprint(report: Report): string {
    let fingerprint = this.fingerprints.get(report);
    if (fingerprint === undefined) {
      const { origin, ...content } = report;
      fingerprint = createHash("sha256")
        .update(this.readerVersion())
        .update(JSON.stringify(content))
        .digest("hex");
      this.fingerprints.set(report, fingerprint);
    }
    return fingerprint;
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asLedgerError(error, this.path);
    }
  }
}

async function reportsWithoutStory(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .selectFrom("reports")
    .select("id")
    .where("id", "not in", db.selectFrom("story_reports").select("report"))
    .orderBy("number")
    .execute();
  return rows.map(({ id }) => id);
}

/** What the ledger holds of a report that tells whether it must be read again, and its place. */
function rowOf(db: Kysely<Schema>, report: string) {
  return db
    .selectFrom("reports")
    .select(["number", "fingerprint"])
    .where("id", "=", report)
    .executeTakeFirst();
}
