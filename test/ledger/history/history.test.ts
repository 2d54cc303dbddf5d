import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { known } from "../../../src/record/value.js";
import { arbitraryReading } from "../../support/arbitrary-reading.js";
import { makeReport, ReadingMaker, sampleReading } from "../../support/reading.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-history-"));
  path = join(folder, "demarche.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes one change at a time: the day of March 2026. */
async function on(
  day: number,
  work: (ledger: Ledger) => Promise<unknown>,
  readerVersion = "1",
): Promise<void> {
  const clock = () => `2026-03-${String(day).padStart(2, "0")}T12:00:00.000Z`;
  const ledger = await Ledger.open(path, { readerVersion, clock });
  await work(ledger);
  await ledger.close();
}
async function asOf<T>(time: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await Ledger.open(path, { purpose: "read", asOf: time });
  const result = await work(ledger);
  await ledger.close();
  return result;
}
const readings = async (ledger: Ledger): Promise<Reading[]> => {
  const all = await Promise.all((await ledger.reportIds()).map((id) => ledger.reading(id)));
  return all.map((reading) => reading!).sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
};

const sample = sampleReading();
const dated: Reading = {
  ...sample,
  report: { ...sample.report, published: known("2017-02-17", "given", "--published") },
  events: sample.events.slice(1),
  exchanges: [],
};
const other = new ReadingMaker(makeReport(["Another report of a harbour."])).reading();

describe("changes of a ledger", () => {
  beforeEach(async () => {
    await on(1, (ledger) => ledger.add(sample));
    await on(2, (ledger) => ledger.add(other));
    await on(3, (ledger) => ledger.add(dated), "2");
    await on(4, (ledger) => ledger.remove(other.report.id));
  });

  it("are kept with their time, their reports and the version of the reader", async () => {
    const ledger = await Ledger.open(path, { purpose: "read" });
    expect(await ledger.changesOf([sample.report.id, other.report.id])).toEqual([
      {
        kind: "change",
        number: 1,
        at: "2026-03-01T12:00:00.000Z",
        change: "added",
        report: sample.report.id,
        readerVersion: "1",
      },
      {
        kind: "change",
        number: 2,
        at: "2026-03-02T12:00:00.000Z",
        change: "added",
        report: other.report.id,
        readerVersion: "1",
      },
      {
        kind: "change",
        number: 3,
        at: "2026-03-03T12:00:00.000Z",
        change: "replaced",
        report: sample.report.id,
        readerVersion: "2",
      },
      {
        kind: "change",
        number: 4,
        at: "2026-03-04T12:00:00.000Z",
        change: "removed",
        report: other.report.id,
        readerVersion: "1",
      },
    ]);
    await ledger.close();
  });

  it("leave each reading to be read as it stood", async () => {
    const ledger = await Ledger.open(path, { purpose: "read" });
    const { id } = sample.report;
    expect(await ledger.readingAfter(id, 1)).toEqual(sample);
    expect(await ledger.readingAfter(id, 2)).toEqual(sample);
    expect(await ledger.readingAfter(id, 3)).toEqual(dated);
    expect(await ledger.readingAfter(id, 4)).toEqual(dated);
    expect(await ledger.readingAfter(other.report.id, 1)).toBeUndefined();
    expect(await ledger.readingAfter(other.report.id, 3)).toEqual(other);
    expect(await ledger.readingAfter(other.report.id, 4)).toBeUndefined();
    await ledger.close();
  });

  it("leave what went to be found", async () => {
    const ledger = await Ledger.open(path, { purpose: "read" });
    const gone = sample.events[0]!.id;
    expect(await ledger.find(gone)).toEqual([]);
    expect(await ledger.findGone(gone.slice(0, 9))).toEqual([
      { id: gone, kind: "event", report: sample.report.id },
    ]);
    expect((await ledger.findGone(other.report.id)).map(({ kind }) => kind)).toEqual(["report"]);
    await ledger.close();
  });

  it("can be turned back", async () => {
    expect(await asOf("2026-02-28", readings)).toEqual([]);
    expect(await asOf("2026-03-01", readings)).toEqual([sample]);
    expect(await asOf("2026-03-02T11:59:00Z", readings)).toEqual([sample]);
    const both = [sample, other].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
    expect(await asOf("2026-03-02", readings)).toEqual(both);
    expect(await asOf("2026-03-04", readings)).toEqual([dated]);
    const reportsOfStories = async (ledger: Ledger) =>
      (await ledger.stories()).flatMap(({ reports }) => reports);
    expect(await asOf("2026-03-02", reportsOfStories)).toHaveLength(2);
    expect(await asOf("2026-03-04", reportsOfStories)).toHaveLength(1);
    expect(await asOf("2026-03-01", (ledger) => ledger.linkedExchanges())).not.toEqual([]);
  });

  it("stay as they are when they are turned back", async () => {
    const before = await asOf("2026-03-04", readings);
    await asOf("2026-02-01", readings);
    const ledger = await Ledger.open(path, { purpose: "read" });
    expect(await readings(ledger)).toEqual(before);
    expect(await ledger.changesOf([sample.report.id])).toHaveLength(2);
    await ledger.close();
  });
});

it("without a clock the time of a change stays unknown, and counts as earlier", async () => {
  const ledger = await Ledger.open(path, { readerVersion: "1" });
  await ledger.add(sample);
  expect((await ledger.changesOf([sample.report.id]))[0]).not.toHaveProperty("at");
  await ledger.close();
  expect(await asOf("1999-01-01", readings)).toEqual([sample]);
});

it("what was read again with the same rows is kept once", async () => {
  await on(1, (ledger) => ledger.add(sample), "1");
  await on(2, (ledger) => ledger.add(sample), "2");
  await on(3, (ledger) => ledger.add(dated), "3");
  const ledger = await Ledger.open(path, { purpose: "read" });
  expect(await ledger.changesOf([sample.report.id])).toHaveLength(3);
  for (const change of [1, 2]) expect(await ledger.readingAfter(sample.report.id, change)).toEqual(sample);
  await ledger.close();
});

it("a person's decisions are told and turned back", async () => {
  const maker = new ReadingMaker(
    makeReport(["Norway warned Sweden.", "Norway warned Sweden of an inspection."]),
  );
  const [norway, sweden] = [
    maker.mention("Norway", { code: "NOR" }),
    maker.mention("Sweden", { code: "SWE" }),
  ];
  maker.event("THREATEN", "warned", [norway], [sweden]);
  maker.event("COERCE", "inspection", [sweden], [norway]);
  await on(1, (ledger) => ledger.add(maker.reading()));
  const apart = await asOf("2026-03-01", (ledger) => ledger.happenings());
  expect(apart).toHaveLength(2);
  await on(2, (ledger) => ledger.joinHappenings(apart[0]!.id, apart[1]!.id, "one and the same"));
  const ledger = await Ledger.open(path, { purpose: "read" });
  expect(await ledger.happenings()).toHaveLength(1);
  const [decision] = await ledger.decisionsAbout([maker.events[0]!.id]);
  expect(decision).toMatchObject({
    change: "joined",
    note: "one and the same",
    at: "2026-03-02T12:00:00.000Z",
  });
  await ledger.close();
  expect(await asOf("2026-03-01", (then) => then.happenings())).toEqual(apart);
});

it("any readings that came and went can be turned back to", async () => {
  const step = fc.record({ which: fc.nat(3), go: fc.boolean(), fewer: fc.boolean() });
  const cases = fc.tuple(
    fc.uniqueArray(arbitraryReading, { minLength: 4, maxLength: 4, selector: ({ report }) => report.id }),
    fc.array(step, { minLength: 3, maxLength: 6 }),
  );
  for (const [run, [all, steps]] of fc.sample(cases, { numRuns: 3, seed: 11 }).entries()) {
    path = join(folder, `${run}.db`);
    let day = 0;
    const clock = () => `2026-03-0${day}T12:00:00Z`;
    const ledger = await Ledger.open(path, { readerVersion: "1", clock });
    const states: Reading[][] = [];
    const now = new Map<string, Reading>();
    for (const { which, go, fewer } of steps) {
      day++;
      const { report } = all[which]!;
      // Another date is another reading, even to the same version of the reader.
      const published = known(`2017-02-0${day}`, "given" as const, "test");
      const reading = { ...all[which]!, report: { ...report, published }, ...(fewer && { exchanges: [] }) };
      if (go) now.delete(report.id);
      else now.set(report.id, reading);
      await (go ? ledger.remove(report.id) : ledger.add(reading));
      states.push([...now.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1)));
    }
    await ledger.close();
    for (const [i, state] of states.entries())
      expect(await asOf(`2026-03-0${i + 1}`, readings)).toEqual(state);
  }
}, 60_000);
