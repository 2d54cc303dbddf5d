import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { clearReport } from "../../src/ledger/clear-report.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { openDatabase } from "../../src/ledger/open-database.js";
import { nextNumbers, writeReading, writeSought } from "../../src/ledger/write-reading.js";
import { makeReport, ReadingMaker, sampleReading } from "../support/reading.js";

describe("clearReport", () => {
  it("takes out every row of a reading, and neither the report's own row nor another's", async () => {
    const { db, insert } = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    const other = new ReadingMaker(makeReport(["Another report of a harbour."])).reading();
    for (const reading of [sampleReading(), other]) {
      const version = { reader: "1", fingerprint: "1" };
      await writeReading(db, insert, reading, await nextNumbers(db), version, false);
      await writeSought(db, insert, reading, true);
    }
    const counts = async (report: string) => {
      const { rows } = await sql<{
        name: string;
      }>`select m.name from sqlite_schema m join pragma_table_info(m.name) c
        where m.type = 'table' and c.name = 'report'`.execute(db);
      const found: Record<string, number> = {};
      for (const { name } of rows) {
        const { rows: counted } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}
          where report = ${report}`.execute(db);
        if (counted[0]!.n > 0) found[name] = counted[0]!.n;
      }
      return found;
    };
    const { id } = sampleReading().report;
    const before = await counts(other.report.id);
    expect(Object.keys(await counts(id)).length).toBeGreaterThan(8);
    await clearReport(db, id);
    expect(await counts(id)).toEqual({});
    expect(await counts(other.report.id)).toEqual(before);
    expect(await db.selectFrom("reports").select("id").where("id", "=", id).execute()).toHaveLength(1);
    await db.destroy();
  });

  it("lets a report be replaced without a trace of what it told before", async () => {
    const path = ":memory:";
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    const reading = sampleReading();
    await ledger.add(reading);
    const fewer = {
      ...reading,
      report: { ...reading.report, notes: ["read again"] },
      exchanges: [],
      events: reading.events.slice(0, 1),
    };
    expect(await ledger.add(fewer)).toBe("replaced");
    expect(await ledger.reading(reading.report.id)).toEqual(fewer);
    expect((await ledger.happenings()).flatMap(({ events }) => events)).toHaveLength(1);
    await ledger.close();
  });
});
