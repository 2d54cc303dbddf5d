import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Introduction } from "../actor/learned-offices.js";
import type { Analysis } from "../language/analysis.js";
import type { Reading } from "../reading/reading.js";
import type { Report } from "../report/report.js";
import { Across } from "./across/across.js";
import { renew } from "./across/renew.js";
import { clearReport } from "./clear-report.js";
import { decide } from "./happenings/decisions.js";
import { Recorder } from "./history/recorder.js";
import { markSeekers, officesNamed, officesOfReport, outdatedReports } from "./offices.js";
import { immediately, type OpenDatabase } from "./open-database.js";
import { readReading } from "./read-reading.js";
import type { Schema } from "./schema.js";
import { type ChangedReading, rowOf, rowsOf, writeReadings } from "./write-readings.js";

/** What came of a reading that was to be added. */
export type Added = "added" | "replaced" | "unchanged";

/** Changes a ledger: reports in one transaction, with all that the ledger keeps across reports. */
export class Writer {
  private readonly across = new Across();
  /** `OpenDatabase.version` at the last change. */
  private seen: number | undefined;
  private readonly recorder: Recorder;
  /** Each is asked for several times while its report is read. */
  private readonly fingerprints = new WeakMap<Report, string>();

  /**
   * @param version names the version of the reader
   * @param clock tells the instant of a change, ISO 8601 in UTC; undefined where nobody says what time it is
   */
  constructor(
    private readonly database: OpenDatabase,
    private readonly version: () => string,
    clock: () => string | undefined,
  ) {
    this.recorder = new Recorder(database.insert, clock);
  }

  /** Makes up for what an earlier version of demarche kept otherwise; `told` hears how far it is. */
  async renew(told?: (done: number, reports: number) => void): Promise<void> {
    await renew(this.database, undefined, told);
  }

  /** Adds readings in one transaction; what hangs together across reports is decided once for all of them. */
  async add(readings: readonly Reading[]): Promise<Added[]> {
    return this.change(async (transaction) => {
      const done: Added[] = [];
      let changed: ChangedReading[] = [];
      const write = async () => {
        await this.write(transaction, changed, false);
        changed = [];
      };
      const ids = readings.map(({ report }) => report.id);
      let there = await rowsOf(transaction, ids);
      for (const reading of readings) {
        const { id } = reading.report;
        if (changed.some(({ reading: { report } }) => report.id === id)) {
          await write();
          there = await rowsOf(transaction, ids);
        }
        const row = there.get(id);
        if (row?.fingerprint === this.fingerprint(reading.report)) {
          done.push("unchanged");
          continue;
        }
        const earlier = row && (await readReading(transaction, id));
        changed.push({ reading, earlier });
        done.push(earlier ? "replaced" : "added");
      }
      await write();
      return done;
    });
  }

  async readAgain(
    read: (report: Report, analysis: Analysis, offices: readonly Introduction[]) => Reading,
  ): Promise<Reading[]> {
    const readings: Reading[] = [];
    for (const id of await outdatedReports(this.database.db, this.version())) {
      const reading = await this.change(async (transaction) => {
        const earlier = await readReading(transaction, id);
        if (!earlier) return undefined;
        const offices = await officesNamed(transaction, earlier.sought ?? []);
        const now = read(earlier.report, earlier.analysis, offices);
        await this.write(transaction, [{ reading: now, earlier }], true);
        return now;
      });
      if (reading) readings.push(reading);
    }
    return readings;
  }

  /** False where there was no such report. */
  async remove(report: string): Promise<boolean> {
    return this.change(async (transaction) => {
      const row = await rowOf(transaction, report);
      const reading = row && (await readReading(transaction, report));
      if (!reading) return false;
      await markSeekers(transaction, await officesOfReport(transaction, report), []);
      const change = this.across.begin(transaction, this.database.insert);
      await change.take(report);
      await clearReport(transaction, report);
      await transaction.deleteFrom("reports").where("id", "=", report).execute();
      await change.settle();
      await this.recorder.went(transaction, reading, row.reader_version);
      return true;
    });
  }

  /** Puts a report's earlier reading in the place of what there is, or takes the report out where there was none. */
  async restore(report: string, then: Reading | undefined): Promise<void> {
    if (!then) await this.remove(report);
    else
      await this.change(async (transaction) =>
        this.write(transaction, [{ reading: then, earlier: await readReading(transaction, report) }], true),
      );
  }

  /** Has the happenings of these events decided again, after what people decided of them has changed. */
  async regroup(events: readonly string[]): Promise<void> {
    await this.change(async (transaction) => {
      const rows = await transaction
        .selectFrom("happening_events")
        .select("report")
        .distinct()
        .where("event", "in", [...events])
        .execute();
      await this.decideAgain(
        transaction,
        rows.map(({ report }) => report),
      );
    });
  }

  /** False where one of them is not there. */
  async joinHappenings(one: string, other: string, note?: string): Promise<boolean> {
    return this.change(async (transaction) => {
      const [events, others] = [await eventsOf(transaction, one), await eventsOf(transaction, other)];
      if (events.length === 0 || others.length === 0 || one === other) return false;
      const pairs = await decide(transaction, "join", ids(events), ids(others), note);
      this.across.forget();
      await this.recorder.decided(transaction, "joined", one, pairs, note);
      await this.decideAgain(transaction, [events[0]!.report, others[0]!.report]);
      return true;
    });
  }

  /** False where the event is none of those of the happening, or the only one. */
  async splitHappening(happening: string, event: string, note?: string): Promise<boolean> {
    return this.change(async (transaction) => {
      const events = await eventsOf(transaction, happening);
      const parted = events.find(({ event: id }) => id === event);
      if (!parted || events.length === 1) return false;
      const others = ids(events).filter((id) => id !== event);
      const pairs = await decide(transaction, "split", [event], others, note);
      this.across.forget();
      await this.recorder.decided(transaction, "split", happening, pairs, note);
      await this.decideAgain(transaction, [parted.report]);
      return true;
    });
  }

  /** Has all that the ledger keeps across these reports decided again, from their readings. */
  private async decideAgain(transaction: Kysely<Schema>, reports: readonly string[]): Promise<void> {
    const change = this.across.begin(transaction, this.database.insert);
    for (const report of new Set(reports)) {
      await change.take(report);
      const reading = await readReading(transaction, report);
      if (reading) await change.put([reading]);
    }
    await change.settle();
  }

  async holds(report: Report): Promise<boolean> {
    const row = await rowOf(this.database.db, report.id);
    return row?.fingerprint === this.fingerprint(report);
  }

  private async write(
    transaction: Kysely<Schema>,
    changed: readonly ChangedReading[],
    informed: boolean,
  ): Promise<void> {
    if (changed.length === 0) return;
    const { insert } = this.database;
    const change = this.across.begin(transaction, insert);
    const reader = this.version();
    const version = (report: Report) => ({ reader, fingerprint: this.fingerprint(report) });
    await writeReadings(transaction, insert, change, changed, version, informed);
    await change.settle();
    await this.recorder.came(transaction, changed, reader);
  }

  private async change<T>(work: (transaction: Kysely<Schema>) => Promise<T>): Promise<T> {
    try {
      return await immediately(this.database, (transaction) => {
        const version = this.database.version();
        if (version !== this.seen) this.across.forget();
        this.seen = version;
        return work(transaction);
      });
    } catch (error) {
      this.across.forget();
      throw error;
    }
  }

  private fingerprint(report: Report): string {
    let fingerprint = this.fingerprints.get(report);
    if (fingerprint === undefined) {
      const { origin, ...content } = report;
      fingerprint = createHash("sha256").update(this.version()).update(JSON.stringify(content)).digest("hex");
      this.fingerprints.set(report, fingerprint);
    }
    return fingerprint;
  }
}

function eventsOf(db: Kysely<Schema>, happening: string) {
  return db
    .selectFrom("happening_events")
    .select(["event", "report"])
    .where("happening", "=", happening)
    .orderBy("event")
    .execute();
}

function ids(events: readonly { readonly event: string }[]): string[] {
  return events.map(({ event }) => event);
}
