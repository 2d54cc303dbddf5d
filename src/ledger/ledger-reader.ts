import type { Kysely } from "kysely";
import type { Event } from "../event/event.js";
import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import type { Report } from "../report/report.js";
import type { Exchange } from "./exchanges/exchange.js";
import type { LinkedExchange } from "./exchanges/linked-exchange.js";
import { type LinkedExchangeFilter, listLinkedExchanges } from "./exchanges/list-linked-exchanges.js";
import { type Explained, explain } from "./explain.js";
import { type Found, find } from "./find.js";
import type { Happening } from "./happenings/happening.js";
import { type HappeningFilter, listHappenings } from "./happenings/list-happenings.js";
import { changesOf, decisionsAbout, goneRows, type LedgerChange, readingAfter } from "./history/history.js";
import type { Issue } from "./issues/issue.js";
import { type IssueFilter, listIssues } from "./issues/list-issues.js";
import { type LedgerRecord, recordOf } from "./ledger-record.js";
import type { OpenDatabase } from "./open-database.js";
import { listPositions, type PositionFilter } from "./positions/list-positions.js";
import type { Position } from "./positions/position.js";
import { asLedgerError } from "./problems.js";
import { readEvents, readExchanges, readReading, readReport, readStatements } from "./read-reading.js";
import { type Agreement, agreementOf } from "./reviews/agreement.js";
import { rowToJudge } from "./reviews/judge.js";
import { listReviewedRows, listReviews, type ReviewFilter } from "./reviews/list-reviews.js";
import type { JudgedRow, ReviewedRow, StandingReview } from "./reviews/review.js";
import { reviewLines } from "./reviews/review-file.js";
import type { Schema } from "./schema.js";
import { type Hit, search } from "./search.js";
import { listStories } from "./stories/list-stories.js";
import type { Story, StoryFilter } from "./stories/story.js";
import { listTensions, type TensionFilter } from "./tensions/list-tensions.js";
import type { Tension } from "./tensions/tension.js";

/** What can be read of an open ledger. All methods throw `LedgerError`. */
export class LedgerReader {
  protected constructor(
    readonly path: string,
    protected readonly database: OpenDatabase,
  ) {}

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
    return found && this.guard(() => recordOf(this.db, found));
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

  /** A row as a person judges it, by its identifier; a mention is "REPORT:START-END", an answer across reports "ANSWER-OPENING". */
  async rowToJudge(id: string): Promise<JudgedRow | undefined> {
    return this.guard(() => rowToJudge(this.db, id));
  }

  /** The last that each person said of each row, also where the row is no longer found. */
  async reviews(filter: ReviewFilter = {}): Promise<StandingReview[]> {
    return this.guard(() => listReviews(this.db, filter));
  }

  /** What people say together of rows, beside what the machine says. */
  async reviewedRows(
    filter: Pick<ReviewFilter, "report" | "row" | "of" | "seenBy"> = {},
  ): Promise<ReviewedRow[]> {
    return this.guard(() => listReviewedRows(this.db, filter));
  }

  /** How far people agree on the rows that they judged (Krippendorff's alpha). */
  async agreement(filter: ReviewFilter = {}): Promise<Agreement> {
    return agreementOf(await this.reviews(filter));
  }

  /** All that people said of rows, each a line of JSON (docs/reviews.md). */
  async *reviewLines(): AsyncGenerator<string> {
    try {
      yield* reviewLines(this.db);
    } catch (error) {
      throw asLedgerError(error, this.path);
    }
  }

  /** Why the row of a report with this identifier is there: its sentence, the rule, the steps, the rivals, who was meant. */
  async explain(id: string): Promise<Explained | undefined> {
    const found = (await this.find(id)).find((f) => f.id === id);
    const reading = found && (await this.reading(found.report));
    return reading && explain(reading, id);
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

  protected get db(): Kysely<Schema> {
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

  protected async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asLedgerError(error, this.path);
    }
  }
}
