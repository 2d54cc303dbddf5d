import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS } from "../../../src/ledger/across/steps.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
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

/** All rows of the steps' tables once the readings were added, and then some taken out. */
async function rows(
  readings: readonly Reading[],
  gone: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const path = join(mkdtempSync(join(folder, "ledger-")), "demarche.db");
  const ledger = await Ledger.open(path, { readerVersion: "1" });
  for (const reading of readings) await ledger.add(reading);
  for (const id of gone) await ledger.remove(id);
  await ledger.close();
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
});
