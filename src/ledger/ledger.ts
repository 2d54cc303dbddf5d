import type { Introduction } from "../actor/learned-offices.js";
import type { Analysis } from "../language/analysis.js";
import type { Reading } from "../reading/reading.js";
import type { Report } from "../report/report.js";
import { ledgerAsOf } from "./history/as-of.js";
import { LedgerReader } from "./ledger-reader.js";
import { immediately, type OpenDatabase, openDatabase, settle } from "./open-database.js";
import { asLedgerError, problem } from "./problems.js";
import { readerVersion } from "./reader-version.js";
import { type Judgement, judge } from "./reviews/judge.js";
import type { StandingReview } from "./reviews/review.js";
import { type ImportedReviews, importReviews, parseReviews } from "./reviews/review-file.js";
import { type Added, Writer } from "./writer.js";

export type { Found } from "./find.js";
export type { LedgerRecord } from "./ledger-record.js";
export type { Added } from "./writer.js";

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
  /**
   * Hears how far the ledger of an earlier version is brought up to date, which takes about as long as adding its reports:
   * how many are done, of how many.
   */
  readonly renewing?: (done: number, reports: number) => void;
}

/**
 * The ledger: one SQLite file that keeps what reports say, each row with the words that say so. Reports are
 * written whole, in one transaction, so that a program that dies leaves no half of one. All methods throw `LedgerError`.
 */
export class Ledger extends LedgerReader {
  private readonly writer: Writer;
  private readonly clock: () => string | undefined;

  private constructor(
    path: string,
    database: OpenDatabase,
    { readerVersion: version, clock }: LedgerOptions,
    private readonly discard: () => void = () => {},
  ) {
    super(path, database);
    this.clock = clock ?? (() => undefined);
    this.writer = new Writer(database, () => version ?? readerVersion(), this.clock);
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
    if (options.purpose !== "read") await ledger.guard(() => ledger.writer.renew(options.renewing));
    return ledger;
  }

  /**
   * Adds a reading. A report that is there already, read by the same version of the reader, is left alone; one that
   * an older version read, or that was given another date or outlet from outside, is replaced as a whole.
   */
  async add(reading: Reading): Promise<Added> {
    return (await this.addAll([reading]))[0]!;
  }

  /**
   * Adds readings as `add` does, all in one transaction, which is several times faster than one by one and gives the same
   * ledger: where one of them cannot be kept, none is.
   */
  async addAll(readings: readonly Reading[]): Promise<Added[]> {
    if (readings.some(({ report }) => /\0|\p{Surrogate}/u.test(report.text))) {
      throw problem("unstorable-text", this.path, "a text with NUL characters or broken surrogate pairs");
    }
    return this.guard(() => this.writer.add(readings));
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

  /** Two happenings are one, says a person: that holds for good, also when their reports are read again. */
  async joinHappenings(one: string, other: string, note?: string): Promise<boolean> {
    return this.guard(() => this.writer.joinHappenings(one, other, note));
  }

  /** An event does not tell of this happening, says a person: that holds for good. False where it is none of its events. */
  async splitHappening(happening: string, event: string, note?: string): Promise<boolean> {
    return this.guard(() => this.writer.splitHappening(happening, event, note));
  }

  /**
   * Keeps what a person says of a row, beside what the machine says: that holds for good, also when its report is read
   * again. Throws a `ReviewError` where there is no such row, or what is said does not fit it.
   */
  async review(judgement: Judgement): Promise<StandingReview> {
    return this.guard(() =>
      immediately(this.database, (db) => judge(db, this.database.insert, judgement, this.clock())),
    );
  }

  /** Brings in what `reviewLines` gave, of this ledger or another; all of it or, with a `ReviewError`, nothing. */
  async importReviews(text: string): Promise<ImportedReviews> {
    const reviews = parseReviews(text);
    return this.guard(() =>
      immediately(this.database, (db) => importReviews(db, this.database.insert, reviews, this.clock())),
    );
  }

  /** Takes a report and all that it told out of the ledger; false where there was none. */
  async remove(report: string): Promise<boolean> {
    return this.guard(() => this.writer.remove(report));
  }

  /** Closes the ledger; where nobody else has it open, it is one file again. */
  async close(): Promise<void> {
    if (this.database.writable) settle(this.database);
    await this.db.destroy();
    this.discard();
  }
}
