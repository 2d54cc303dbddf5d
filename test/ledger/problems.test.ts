import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { LedgerError, type LedgerErrorCode } from "../../src/ledger/ledger-error.js";
import { makeReport, ReadingMaker, sampleReading } from "../support/reading.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-problems-"));
  path = join(folder, "demarche.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (options = {}) => Ledger.open(path, { readerVersion: "1", lockWait: 50, ...options });

/** Expects a `LedgerError` with this code, each of its parts filled. */
async function expectProblem(work: Promise<unknown>, code: LedgerErrorCode): Promise<LedgerError> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(LedgerError);
  const problem = error as LedgerError;
  expect(problem.code).toBe(code);
  for (const part of [problem.met, problem.expected, problem.advice]) expect(part.length).toBeGreaterThan(5);
  for (const part of [problem.path, problem.met, problem.expected, problem.advice])
    expect(problem.message).toContain(part);
  return problem;
}

describe("a file that is not what was expected", () => {
  it("no file, where one must be there", async () => {
    await expectProblem(open({ purpose: "read" }), "no-ledger");
  });

  it("an empty file becomes a ledger", async () => {
    writeFileSync(path, "");
    const ledger = await open();
    expect(await ledger.add(sampleReading())).toBe("added");
    await ledger.close();
  });

  it("a folder, or a folder that does not exist", async () => {
    await expectProblem(Ledger.open(folder), "cannot-open");
    await expectProblem(Ledger.open(join(folder, "nowhere", "demarche.db")), "cannot-open");
  });

  it("a text file stays as it was", async () => {
    const words = "A report, not a database. ".repeat(100);
    writeFileSync(path, words);
    await expectProblem(open(), "not-a-database");
    expect(readFileSync(path, "utf8")).toBe(words);
  });

  it("another program's database stays as it was", async () => {
    const db = new Database(path);
    db.exec("create table recipes (name text)");
    db.close();
    const before = readFileSync(path);
    const problem = await expectProblem(open(), "not-a-ledger");
    expect(problem.met).toContain("1 table");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("a ledger that a newer version laid out", async () => {
    await (await open()).close();
    const db = new Database(path);
    db.exec("insert into ledger_migrations (name, timestamp) values ('0099-later', '2030-01-01')");
    db.close();
    const problem = await expectProblem(open(), "newer-ledger");
    expect(problem.met).toContain("0099-later");
  });

  it("a damaged ledger", async () => {
    const ledger = await open();
    await ledger.add(sampleReading());
    await ledger.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096);
    writeFileSync(path, bytes);
    await expectProblem(
      open().then((damaged) => damaged.reading(sampleReading().report.id)),
      "damaged",
    );
  });
});

describe("a ledger in use", () => {
  it("waits for a lock, then says so", async () => {
    const ledger = await open();
    const other = new Database(path);
    other.exec("begin immediate");
    await expectProblem(ledger.add(sampleReading()), "locked");
    expect(await ledger.reportIds()).toEqual([]);
    other.exec("rollback");
    expect(await ledger.add(sampleReading())).toBe("added");
    other.close();
    await ledger.close();
  });
});

describe("a reading that cannot be kept", () => {
  it("is refused as a whole where a reference leads nowhere", async () => {
    const ledger = await open();
    const good = sampleReading();
    const broken = [
      { ...good, events: good.events.map((event) => ({ ...event, claimedBy: "s-nowhere" })) },
      { ...good, statements: good.statements.map((statement) => ({ ...statement, when: 99 })) },
      { ...good, statements: [...good.statements, ...good.statements] },
      { ...good, mentions: good.mentions.map((mention) => ({ ...mention, antecedent: 99 })) },
      { ...good, exchanges: good.exchanges.map((exchange) => ({ ...exchange, answer: "e-nowhere" })) },
    ];
    for (const reading of broken) {
      await expectProblem(ledger.add(reading), "inconsistent-reading");
      expect(await ledger.reportIds()).toEqual([]);
    }
    expect(await ledger.add(good)).toBe("added");
    await ledger.close();
  });

  it("is refused where SQLite would lose characters", async () => {
    const ledger = await open();
    for (const text of ["a\0b", "half a pair \ud83d here"]) {
      await expectProblem(ledger.add(new ReadingMaker(makeReport([text])).reading()), "unstorable-text");
    }
    expect(await ledger.reportIds()).toEqual([]);
    await ledger.close();
  });
});
