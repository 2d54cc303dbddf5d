import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { known } from "../../src/record/value.js";
import { arbitraryReading } from "../support/arbitrary-reading.js";
import { makeReport, ReadingMaker, sampleReading } from "../support/reading.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-ledger-"));
  path = join(folder, "demarche.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (readerVersion = "1") => Ledger.open(path, { readerVersion });
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
};
const HISTORY = new Set(["changes", "earlier_readings", "gone_rows"]);

/** Rows of every table but the history's, however SQLite keeps them. */
function dump(): Record<string, unknown[]> {
  const db = new Database(path);
  const names = db
    .prepare(
      "select name from sqlite_schema where type in ('table', 'view') and name not like '%search%' and name not like '%migrations%'",
    )
    .all() as { name: string }[];
  const tables = names
    .filter(({ name }) => !HISTORY.has(name))
    .map(({ name }) => [name, db.prepare(`select * from ${name}`).all()] as const);
  db.close();
  return Object.fromEntries(tables);
}

describe("round trip", () => {
  it("reads back what was added, whatever the text", async () => {
    const ledger = await open();
    await fc.assert(
      fc.asyncProperty(arbitraryReading, async (reading) => {
        await ledger.remove(reading.report.id);
        expect(await ledger.add(reading)).toBe("added");
        expect(await ledger.reading(reading.report.id)).toEqual(reading);
      }),
      { numRuns: 150, seed: 20170217 },
    );
    await ledger.close();
  });

  it("keeps a reading over closing and opening", async () => {
    const reading = sampleReading();
    const first = await open();
    await first.add(reading);
    await first.close();
    const second = await open();
    expect(await second.reading(reading.report.id)).toEqual(reading);
    expect(await all(second.reports())).toEqual([reading.report]);
    expect(await all(second.statements())).toEqual(reading.statements);
    expect(await all(second.events(reading.report.id))).toEqual(reading.events);
    expect(await all(second.exchanges())).toEqual(reading.exchanges);
    await second.close();
    expect(readdirSync(folder)).toEqual(["demarche.db"]);
  });
});

describe("adding again", () => {
  it("changes nothing", async () => {
    const ledger = await open();
    expect(await ledger.holds(sampleReading().report)).toBe(false);
    expect(await ledger.add(sampleReading())).toBe("added");
    const before = dump();
    expect(await ledger.holds(sampleReading().report)).toBe(true);
    expect(await ledger.add(sampleReading())).toBe("unchanged");
    expect(dump()).toEqual(before);
    await ledger.close();
  });

  it("changes nothing when the same text comes from another file", async () => {
    const ledger = await open();
    const reading = sampleReading();
    await ledger.add(reading);
    const elsewhere = { ...reading, report: { ...reading.report, origin: "copy.txt" } };
    expect(await ledger.add(elsewhere)).toBe("unchanged");
    await ledger.close();
  });

  it("replaces what an older reader wrote, in its old place", async () => {
    const other = new ReadingMaker(makeReport(["Another report."])).reading();
    const reading = sampleReading();
    const older = await open("1");
    await older.add(reading);
    await older.add(other);
    await older.close();
    const newer = await open("2");
    const fewer = { ...reading, exchanges: [], events: reading.events.slice(1) };
    expect(await newer.add(fewer)).toBe("replaced");
    expect(await newer.reading(reading.report.id)).toEqual(fewer);
    expect(await newer.reportIds()).toEqual([reading.report.id, other.report.id]);
    await newer.close();
  });

  it("replaces a report that was given a date", async () => {
    const ledger = await open();
    const reading = sampleReading();
    await ledger.add(reading);
    const report = { ...reading.report, published: known("2017-02-17", "given", "--published") };
    expect(await ledger.add({ ...reading, report })).toBe("replaced");
    expect((await ledger.get(report.id)) as typeof report).toEqual(report);
    await ledger.close();
  });
});

describe("taking out", () => {
  it("leaves no row of the report behind, and all of the others", async () => {
    const ledger = await open();
    const other = new ReadingMaker(makeReport(["Another report of a harbour."])).reading();
    await ledger.add(other);
    const before = dump();
    await ledger.add(sampleReading());
    expect(await ledger.remove(sampleReading().report.id)).toBe(true);
    expect(dump()).toEqual(before);
    expect(await ledger.search("Strelsau")).toEqual([]);
    expect(await ledger.search("harbour")).toHaveLength(1);
    expect(await ledger.remove(sampleReading().report.id)).toBe(false);
    await ledger.close();
  });
});

describe("finding", () => {
  it("gets each record by its identifier, and by a prefix of it", async () => {
    const ledger = await open();
    const reading = sampleReading();
    await ledger.add(reading);
    for (const record of [reading.report, ...reading.statements, ...reading.events, ...reading.exchanges]) {
      expect(await ledger.get(record.id)).toEqual(record);
      const found = await ledger.find(record.id.slice(0, 9));
      expect(found).toEqual([{ id: record.id, kind: record.kind, report: reading.report.id }]);
    }
    expect(await ledger.get("e0")).toBeUndefined();
    expect(await ledger.find("e")).toHaveLength(reading.events.length);
    expect(await ledger.find("%")).toEqual([]);
    expect(await ledger.find("")).toEqual([]);
    await ledger.close();
  });

  it("searches reports, statements and events, in any inflection", async () => {
    const ledger = await open();
    const reading = sampleReading();
    await ledger.add(reading);
    const hits = await ledger.search("own affairs");
    expect(hits.map((hit) => hit.kind).sort()).toEqual(["event", "report", "statement"]);
    expect(hits.find((hit) => hit.kind === "statement")!.id).toBe(reading.statements[0]!.id);
    expect(await ledger.search("Twitter")).toEqual([]);
    expect(await ledger.search('"matter is closed"')).not.toEqual([]);
    expect(await ledger.search('"closed is matter"')).toEqual([]);
    await ledger.close();
  });

  it("takes any text as a search, never as an operator", async () => {
    const ledger = await open();
    await ledger.add(sampleReading());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (query) => {
        for (const text of [query, `NOT ${query}`, `${query}*`, `"${query}`]) {
          expect(Array.isArray(await ledger.search(text))).toBe(true);
        }
      }),
      { numRuns: 50, seed: 1 },
    );
    expect(await ledger.search("harbour NEAR words:x OR")).toEqual([]);
    await ledger.close();
  });
});

describe("for people", () => {
  it("has views that read as sentences", async () => {
    const ledger = await open();
    await ledger.add(sampleReading());
    await ledger.close();
    const db = new Database(path);
    expect(db.prepare("select speaker, cue_words, content from who_said_what").all()).toEqual([
      {
        speaker: "RUR.GOV Rupert Hentzau",
        cue_words: "said",
        content: "Our harbour is our own affair, and the matter is closed, … Nobody may press us.",
      },
    ]);
    const events = db
      .prepare("select source, type, target, status, time_words, place from who_did_what_to_whom")
      .all() as unknown[];
    expect(events[1]).toEqual({
      source: "RUR",
      type: "REJECT",
      target: "NOR",
      status: "asserted",
      time_words: "Tuesday",
      place: null,
    });
    expect(events[3]).toMatchObject({
      source: "NOR.GOV Kari Nordmann",
      target: "her Ruritanian counterpart",
      place: "Oslo",
    });
    expect(
      db.prepare("select demand_words, answer_is, joined_by_words from who_answered_whom").all()[0],
    ).toEqual({
      demand_words: "Ruritania on Tuesday turned down calls by Norway to open the harbour of Strelsau.",
      answer_is: "refusal",
      joined_by_words: "turned down calls",
    });
    const information = db
      .prepare("select value from ledger_information where name = 'offset_unit'")
      .all()[0];
    expect(information).toEqual({
      value: "UTF-16 code units in reports.text, counted from 0, end exclusive",
    });
    expect(db.prepare("pragma foreign_key_check").all()).toEqual([]);
    db.close();
  });

  it("keeps the words beside every pair of offsets", async () => {
    const ledger = await open();
    const reading = sampleReading();
    await ledger.add(reading);
    await ledger.close();
    const { text } = reading.report;
    let checked = 0;
    for (const rows of Object.values(dump()) as Record<string, unknown>[][]) {
      for (const row of rows) {
        for (const column of Object.keys(row).filter(
          (name) => name.endsWith("start_offset") && row[name] !== null,
        )) {
          const name = column.slice(0, -"start_offset".length);
          expect(row[`${name}words`]).toBe(
            text.slice(row[column] as number, row[`${name}end_offset`] as number),
          );
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThanOrEqual(40);
  });
});
