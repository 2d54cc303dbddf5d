import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS } from "../../../src/ledger/across/steps.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { known } from "../../../src/record/value.js";
import { dispute, type Told } from "../../support/dispute.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-across-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const day = fc
  .integer({ min: 0, max: 30 })
  .map((n) => new Date(Date.UTC(2017, 2, 1 + n)).toISOString().slice(0, 10));
const told: fc.Arbitrary<Told> = fc.record(
  {
    source: fc.constantFrom("NOR", "SWE", "DNK"),
    type: fc.constantFrom("REQUEST", "REJECT", "ACCUSE", "MOBILIZE", "THREATEN"),
    target: fc.constantFrom("NOR", "SWE", "DNK"),
    words: fc.constantFrom(
      "urged harbour tariff quota",
      "shelled harbour lighthouse",
      "spurned harbour tariff envoy",
    ),
    day,
  },
  { requiredKeys: ["source", "type", "words"] },
);
const arbitraryReadings: fc.Arbitrary<Reading[]> = fc
  .array(
    fc.record({
      told: fc.array(told, { minLength: 1, maxLength: 3 }),
      published: fc.option(day, { nil: undefined, freq: 6 }),
      outlet: fc.constantFrom("Zenda Wire", "Oslo Daily"),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((reports) =>
    reports.map(({ told: sentences, published, outlet }, i) =>
      dispute(sentences, { outlet, heading: `heading number${i}`, ...(published && { published }) }),
    ),
  );

/** All rows of the steps' tables once the readings were added, some at once, and then some taken out. */
async function rows(
  readings: readonly Reading[],
  gone: readonly string[] = [],
  atOnce = 1,
): Promise<Record<string, string[]>> {
  const path = newPath();
  const ledger = await Ledger.open(path, { readerVersion: "1" });
  for (let i = 0; i < readings.length; i += atOnce) await ledger.addAll(readings.slice(i, i + atOnce));
  for (const id of gone) await ledger.remove(id);
  await ledger.close();
  return rowsAt(path);
}

function newPath(): string {
  return join(mkdtempSync(join(folder, "ledger-")), "demarche.db");
}

function rowsAt(path: string): Record<string, string[]> {
  const db = new Database(path);
  const tables = STEPS.flatMap(({ tables }) => tables).map((table) => {
    const all = db.prepare(`select * from ${table}`).all() as object[];
    return [table, all.map((row) => JSON.stringify(row)).sort()] as const;
  });
  db.close();
  return Object.fromEntries(tables);
}

describe("what a ledger keeps across reports", () => {
  it("is the same whatever the order of adding", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReadings.chain((readings) =>
          fc.tuple(
            fc.constant(readings),
            fc.shuffledSubarray(readings, { minLength: readings.length, maxLength: readings.length }),
          ),
        ),
        async ([readings, shuffled]) => {
          expect(await rows(shuffled)).toEqual(await rows(readings));
        },
      ),
      { numRuns: 10, seed: 70 },
    );
  }, 120_000);

  it("is as if a report had never come, once that was taken out", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReadings.chain((readings) => fc.tuple(fc.constant(readings), fc.subarray(readings))),
        async ([readings, gone]) => {
          const kept = readings.filter((reading) => !gone.includes(reading));
          const ids = gone.map(({ report }) => report.id);
          expect(await rows(readings, ids)).toEqual(await rows(kept));
        },
      ),
      { numRuns: 10, seed: 71 },
    );
  }, 120_000);

  it("is the same whether reports come one by one or many at once", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReadings, fc.integer({ min: 2, max: 20 }), async (readings, atOnce) => {
        expect(await rows(readings, [], atOnce)).toEqual(await rows(readings));
      }),
      { numRuns: 10, seed: 72 },
    );
  }, 120_000);

  it("is the same whatever came and went before in a ledger that stays open", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReadings.chain((readings) =>
          fc.tuple(
            fc.constant(readings),
            fc.array(fc.tuple(fc.subarray(readings), fc.boolean()), { minLength: 2, maxLength: 5 }),
          ),
        ),
        async ([readings, steps]) => {
          const path = newPath();
          const ledger = await Ledger.open(path, { readerVersion: "1" });
          const there = new Map<string, Reading>();
          for (const [some, comes] of [[readings, true] as const, ...steps]) {
            if (comes) await ledger.addAll(some);
            else for (const { report } of some) await ledger.remove(report.id);
            for (const reading of some)
              if (comes) there.set(reading.report.id, reading);
              else there.delete(reading.report.id);
          }
          await ledger.close();
          expect(rowsAt(path)).toEqual(await rows([...there.values()]));
        },
      ),
      { numRuns: 12, seed: 73 },
    );
  }, 120_000);

  const REPORTS = ["tariff", "quota", "envoy", "lighthouse"].map((word, i) =>
    dispute([{ source: "NOR", type: "REQUEST", target: "SWE", words: `urged harbour ${word}` }], {
      published: `2017-03-0${i + 1}`,
      heading: `heading number${i}`,
    }),
  );

  it("is none of several readings where one of them cannot be kept, and whole afterwards", async () => {
    const [first, second, third, last] = REPORTS as [Reading, Reading, Reading, Reading];
    const path = newPath();
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    await ledger.addAll([first]);
    const broken = { ...last, events: [...last.events, ...last.events] };
    await expect(ledger.addAll([second, broken])).rejects.toMatchObject({ code: "inconsistent-reading" });
    expect(await ledger.reportIds()).toEqual([first.report.id]);
    await ledger.addAll([third, second]);
    await ledger.close();
    expect(rowsAt(path)).toEqual(await rows([first, second, third]));
  });

  it("is the same where two programs add reports in turn", async () => {
    const path = newPath();
    const ledgers = [
      await Ledger.open(path, { readerVersion: "1" }),
      await Ledger.open(path, { readerVersion: "1" }),
    ];
    for (const [i, reading] of REPORTS.entries()) await ledgers[i % 2]!.add(reading);
    await ledgers[1]!.remove(REPORTS[0]!.report.id);
    await ledgers[0]!.add(REPORTS[0]!);
    for (const ledger of ledgers) await ledger.close();
    expect(rowsAt(path)).toEqual(await rows(REPORTS));
  });

  it("has of a report that comes twice at once the later reading", async () => {
    const [first, second] = REPORTS as [Reading, Reading];
    const later = { ...first, report: { ...first.report, outlet: known("Oslo Daily", "given", "test") } };
    const path = newPath();
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    expect(await ledger.addAll([first, second, first, later])).toEqual([
      "added",
      "added",
      "unchanged",
      "replaced",
    ]);
    await ledger.close();
    expect(rowsAt(path)).toEqual(await rows([later, second]));
  });
});
