import { describe, expect, it } from "vitest";
import { Across } from "../../../src/ledger/across/across.js";
import { renew } from "../../../src/ledger/across/renew.js";
import type { StepKind } from "../../../src/ledger/across/step.js";
import { STEPS } from "../../../src/ledger/across/steps.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import { type OpenDatabase, openDatabase } from "../../../src/ledger/open-database.js";
import { known } from "../../../src/record/value.js";
import { sampleReading } from "../../support/reading.js";

/** A step that notes in `log` what reaches it. */
function noting(log: string[], name: string, version = 1): StepKind {
  return {
    name,
    version,
    tables: [],
    open: () => (context) => ({
      take: async (report, next) => {
        log.push(`${name} take ${report}${next ? " for another" : ""}`);
      },
      put: async (readings) => {
        for (const { report } of readings) {
          context.changes.happenings.add(`${name} of ${report.id}`);
          log.push(`${name} put ${report.id}`);
        }
      },
      settle: async () => {
        log.push(`${name} settle after ${[...context.changes.happenings].join(", ")}`);
      },
    }),
  };
}

describe("Across", () => {
  it("reaches every step in order, and lets each know what those before it changed", async () => {
    const { db, insert } = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    const log: string[] = [];
    const reading = sampleReading();
    const id = reading.report.id;
    const change = new Across([noting(log, "first"), noting(log, "second")]).begin(db, insert);
    await change.take(id, reading);
    await change.put([reading]);
    await change.settle();
    expect(log).toEqual([
      `first take ${id} for another`,
      `second take ${id} for another`,
      `first put ${id}`,
      `second put ${id}`,
      `first settle after first of ${id}, second of ${id}`,
      `second settle after first of ${id}, second of ${id}`,
    ]);
    await db.destroy();
  });
});

describe("renew", () => {
  it("makes a step anew, and those after it, once for each version", async () => {
    const database = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    const log: string[] = [];
    const kinds = (version: number) => [
      noting(log, "first"),
      noting(log, "second", version),
      noting(log, "third"),
    ];
    await renew(database, kinds(1));
    await renew(database, kinds(2));
    await renew(database, kinds(2));
    const rows = await database.db
      .selectFrom("across_steps")
      .selectAll()
      .where("step", "in", ["first", "second", "third"])
      .orderBy("step")
      .execute();
    expect(rows.map(({ step, version }) => `${step} ${version}`)).toEqual(["first 1", "second 2", "third 1"]);
    expect(log).toEqual([]);
    await database.db.destroy();
  });

  it("puts all reports of the ledger in again, settles once for many, and tells how far it is", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    const reading = sampleReading();
    await ledger.add(reading);
    const { database } = ledger as unknown as { database: OpenDatabase };
    const log: string[] = [];
    const told: string[] = [];
    await renew(database, [noting(log, "first")], (done, reports) => told.push(`${done} of ${reports}`));
    const { id } = reading.report;
    expect(log).toEqual([`first put ${id}`, `first settle after first of ${id}`]);
    expect(told).toEqual(["0 of 1", "1 of 1"]);
    await ledger.close();
  });

  it("names each step once, and empties tables that are there", async () => {
    const { db } = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
    for (const table of STEPS.flatMap(({ tables }) => tables))
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    await db.destroy();
  });
});

describe("a report that is read again", () => {
  it("stays in its story where its text, date and outlet stay, and moves where they change", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    const reading = sampleReading();
    await ledger.add(reading);
    const [before] = await ledger.stories();
    const noted = { ...reading.report, notes: ["read once more"] };
    expect(await ledger.add({ ...reading, report: noted })).toBe("replaced");
    expect(await ledger.stories()).toEqual([before]);
    const dated = { ...reading.report, published: known("2017-02-17", "given", "--published") };
    await ledger.add({ ...reading, report: dated });
    expect((await ledger.stories())[0]!.firstPublished).toBe("2017-02-17");
    await ledger.close();
  });
});
