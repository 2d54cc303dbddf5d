import type { Insertable, Kysely } from "kysely";
import type { Reading } from "../../reading/reading.js";
import { analysisRow } from "../rows/analysis-rows.js";
import type { ChangeTable, Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { ChangedReading } from "../write-readings.js";
import { packReading } from "./pack-reading.js";

type Change = ChangeTable["change"];
type ChangeRow = Omit<Insertable<ChangeTable>, "number">;

/** Keeps the changes of a ledger, inside the transaction that makes each. */
export class Recorder {
  /** @param clock tells the instant of a change, ISO 8601 in UTC; undefined where nobody says what time it is */
  constructor(
    private readonly insert: Insert,
    private readonly clock: () => string | undefined,
  ) {}

  /** Reports came, or took the place of their earlier readings. */
  async came(db: Kysely<Schema>, changed: readonly ChangedReading[], version: string): Promise<void> {
    const added: ChangeRow[] = [];
    for (const { reading, earlier } of changed) {
      const of = { report: reading.report.id, reader_version: version };
      if (!earlier) {
        added.push(this.row("added", of));
        continue;
      }
      // They are numbered in the order in which they came.
      this.insert("changes", added.splice(0));
      this.keep(await this.record(db, "replaced", of), earlier, reading);
    }
    this.insert("changes", added);
  }

  /** A report went. */
  async went(db: Kysely<Schema>, earlier: Reading, version: string): Promise<void> {
    const report = earlier.report.id;
    this.keep(await this.record(db, "removed", { report, reader_version: version }), earlier);
  }

  /** A person decided of pairs of events. */
  async decided(
    db: Kysely<Schema>,
    change: "joined" | "split",
    happening: string,
    pairs: readonly (readonly [string, string])[],
    note: string | undefined,
  ): Promise<void> {
    await this.record(db, change, { happening, decisions: JSON.stringify(pairs), note: note ?? null });
  }

  private async record(db: Kysely<Schema>, change: Change, of: Partial<ChangeRow>): Promise<number> {
    const { number } = await db
      .insertInto("changes")
      .values(this.row(change, of))
      .returning("number")
      .executeTakeFirstOrThrow();
    return number;
  }

  private row(change: Change, of: Partial<ChangeRow>): ChangeRow {
    const nothing = { report: null, reader_version: null, happening: null, decisions: null, note: null };
    return { ...nothing, ...of, at: this.clock() ?? null, change };
  }

  /** Keeps a reading that goes, where the next one is another, and the identifiers that go with it. */
  private keep(change: number, reading: Reading, next?: Reading): void {
    const packed = packReading(reading);
    if (next && Buffer.compare(packed, packReading(next)) === 0) return;
    const { report } = reading;
    const { encoding, analysis } = analysisRow(report, reading.analysis);
    const same = next && Buffer.compare(analysis, analysisRow(next.report, next.analysis).analysis) === 0;
    this.insert("earlier_readings", [
      {
        change,
        report: report.id,
        reading: packed,
        encoding: same ? null : encoding,
        analysis: same ? null : analysis,
      },
    ]);
    const stays = new Set(next ? rowsOf(next).map(({ id }) => id) : []);
    const gone = rowsOf(reading).filter(({ id }) => !stays.has(id));
    this.insert(
      "gone_rows",
      gone.map(({ id, kind }) => ({ id, change, kind, report: report.id })),
    );
  }
}

/** What of a reading has an identifier, the report last. */
function rowsOf({ statements, events, exchanges, relations = [], report }: Reading) {
  return [...statements, ...events, ...exchanges, ...relations, report];
}
