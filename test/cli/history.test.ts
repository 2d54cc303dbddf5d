import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { known } from "../../src/record/value.js";
import { inProcess } from "../support/command.js";
import { sampleReading } from "../support/reading.js";

const sample = sampleReading();
const { id } = sample.report;
const event = sample.events[0]!.id;
let folder: string;
let ledger: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-cli-history-"));
  ledger = join(folder, "history.db");
  let day = 1;
  const made = await Ledger.open(ledger, {
    readerVersion: "1",
    clock: () => `2026-03-0${day}T12:00:00.000Z`,
  });
  await made.add(sample);
  day = 2;
  const published = known("2017-02-17", "given" as const, "--published");
  await made.add({
    ...sample,
    report: { ...sample.report, published },
    events: sample.events.slice(1),
    exchanges: [],
  });
  await made.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("history", () => {
  it("prints when a report came and what of it changed", async () => {
    const { status, out } = await inProcess(["history", id.slice(0, 8), "--ledger", ledger]);
    expect(status).toBe(0);
    expect(out).toContain("came      2026-03-01T12:00:00.000Z · its report came · reader 1");
    expect(out).toContain("changed   2026-03-02T12:00:00.000Z · its report was read again");
    expect(out).toContain("published: unknown → 2017-02-17");
  });

  it("finds what went, as JSON too", async () => {
    const { out } = await inProcess(["history", event, "--ledger", ledger, "--json"]);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ row, at }) => [row, at.slice(0, 10)])).toEqual([
      ["came", "2026-03-01"],
      ["went", "2026-03-02"],
    ]);
    expect(lines[1].before).toMatchObject({ id: event, trigger: { text: "calls" } });
  });

  it("tells of the reports that a happening rests on", async () => {
    const made = await Ledger.open(ledger, { purpose: "read" });
    const [happening] = await made.happenings();
    await made.close();
    const { out } = await inProcess(["history", happening!.id, "--ledger", ledger]);
    expect(out).toContain(`report ${id.slice(0, 8)}`);
  });

  it("tells what it does not know", async () => {
    expect(await inProcess(["history", "e0e0e0e0", "--ledger", ledger])).toMatchObject({
      status: 2,
      err: expect.stringContaining("Nothing in"),
    });
  });
});

describe("--as-of", () => {
  it("shows the ledger as it stood", async () => {
    const first = await inProcess(["show", "--ledger", ledger, "--as-of", "2026-03-01", "--json"]);
    expect(first.out).toContain(event);
    expect((await inProcess(["show", "--ledger", ledger, "--json"])).out).not.toContain(event);
    expect((await inProcess(["show", "--ledger", ledger, "--as-of", "2026-02-28"])).out).toBe("");
    const exchanges = (time: string) =>
      inProcess(["exchanges", "--json", "--ledger", ledger, "--as-of", time]);
    expect((await exchanges("2026-03-01T13:00:00Z")).out).toContain("turned down calls");
    expect((await exchanges("2026-02-01")).out).toBe("");
  });

  it("takes a date or an instant", async () => {
    expect(await inProcess(["show", "--as-of", "last week"])).toMatchObject({
      status: 2,
      err: expect.stringContaining("2026-03-01T09:00:00Z"),
    });
  });
});

describe("remove", () => {
  it("takes out reports, and nothing else by that name", async () => {
    const kept = (await Ledger.open(ledger, { purpose: "read" })) as Ledger;
    const row = (await kept.reading(id))!.events[0]!.id;
    await kept.close();
    expect(await inProcess(["remove", row, "--ledger", ledger])).toMatchObject({
      status: 2,
      err: expect.stringContaining("the identifier of a report is expected"),
    });
    expect(await inProcess(["remove", id.slice(0, 9), "--ledger", ledger])).toMatchObject({
      status: 0,
      out: expect.stringContaining("1 report taken out"),
    });
    expect((await inProcess(["show", "--ledger", ledger])).out).toBe("");
    expect((await inProcess(["history", id, "--ledger", ledger])).out).toContain("its report was taken out");
    expect((await inProcess(["remove", id, "--ledger", ledger])).status).toBe(2);
    expect((await inProcess(["remove", id, "--ledger", join(folder, "none.db")])).status).toBe(3);
  });
});
