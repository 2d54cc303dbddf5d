import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { demarche, inProcess, start } from "../support/command.js";

let folder: string;
let ledger: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-read-"));
  ledger = join(folder, "demarche.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const REPORT = `Norway Turns Down Call to Open Its Harbour

OSLO — Norway on Tuesday turned down calls by Sweden to open the harbour of Bergen.

“Our harbour is our own affair,” Norwegian Foreign Ministry spokesman Ola Nordmann said at a briefing.

Swedish Prime Minister Kari Svensson said that Stockholm would impose sanctions on Norway.
`;

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Every row of every table but the migrations' and the search indexes' own. */
function dump(path: string): Record<string, unknown[]> {
  const db = new Database(path);
  const names = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like '%migrations%' and name not like '%search%'",
    )
    .all() as { name: string }[];
  expect(db.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  expect(db.prepare("pragma foreign_key_check").all()).toEqual([]);
  const tables = names
    // The time of a change is the clock's.
    .filter(({ name }) => name !== "changes")
    .map(({ name }) => [name, db.prepare(`select * from ${name}`).all()] as const);
  db.close();
  return Object.fromEntries(tables);
}

describe("reading one report", () => {
  it("prints what it says, keeps it, and shows it again", async () => {
    const path = put("report.txt", REPORT);
    const { status, out, err } = await inProcess(["read", path, "--ledger", ledger]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    for (const part of [
      "Norway Turns Down Call",
      "turned down",
      "Our harbour is our own affair",
      "SANCTION",
    ]) {
      expect(out).toContain(part);
    }
    expect((await inProcess(["show", "--ledger", ledger])).out).toBe(out);
    expect(readdirSync(folder).sort()).toEqual(["demarche.db", "report.txt"]);
  });

  it("changes nothing when it is read again, and prints the same", async () => {
    const path = put("report.txt", REPORT);
    const first = await inProcess(["read", path, "--ledger", ledger]);
    const before = dump(ledger);
    const second = await inProcess(["read", path, "--ledger", ledger]);
    expect(second).toEqual(first);
    expect(dump(ledger)).toEqual(before);
  });

  it("gives the same rows with and without a ledger, alone and among others", async () => {
    const path = put("report.txt", REPORT);
    const alone = await inProcess(["read", path, "--json", "--no-ledger"]);
    const other = put("other.txt", REPORT.replaceAll("Norway", "Denmark"));
    const among = await inProcess(["read", other, path, "--json", "--ledger", ledger]);
    expect(among.out.endsWith(alone.out)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["demarche.db", "other.txt", "report.txt"]);
  });

  it("takes the date and outlet that it is given, and reads anew with them", async () => {
    const path = put("report.txt", REPORT);
    await inProcess(["read", path, "--ledger", ledger]);
    const given = ["--published", "2017-02-17", "--outlet", "Harbour News"];
    const { out } = await inProcess(["read", path, "--ledger", ledger, ...given]);
    expect(out).toContain("Harbour News");
    expect(out).toContain("Tuesday (2017-02-14)");
    expect(dump(ledger).reports).toHaveLength(1);
  });

  it("reads standard input, and prints the count only when quiet", async () => {
    const { status, out } = await demarche(["read", "-", "--ledger", ledger], { input: REPORT });
    expect(status).toBe(0);
    expect(out).toContain("turned down");
    const quiet = await inProcess([
      "read",
      put("a.txt", REPORT),
      put("b.txt", REPORT),
      "--quiet",
      "--ledger",
      ledger,
    ]);
    expect(quiet.out).toBe(`0 reports read, 2 in the ledger already · ${ledger}\n`);
  });

  it("reads an encoding that the caller knows", async () => {
    const bytes = Buffer.from(REPORT.replace("Ola", "Bj\xf8rn"), "latin1");
    const path = put("old.txt", bytes);
    expect((await inProcess(["read", path, "--no-ledger"])).err).toContain("not read: bad-encoding");
    const { status, out } = await inProcess(["read", path, "--encoding", "windows-1252", "--ledger", ledger]);
    expect(status).toBe(0);
    expect(out).toContain("Bjørn Nordmann");
  });
});

describe("reports that cannot be read", () => {
  it("are refused one by one; the others are read and kept", async () => {
    const bad = join(folder, "bad");
    mkdirSync(bad);
    put("bad/empty.txt", "");
    put("bad/picture.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
    put("bad/report.txt", REPORT);
    put("bad/script.html", "<html><body><script>let page = 1;</script></body></html>");
    const { status, out, err } = await inProcess(["read", bad, join(bad, "gone.txt"), "--ledger", ledger]);
    expect(status).toBe(1);
    for (const code of ["empty", "binary", "no-text", "not-found"])
      expect(err).toMatch(new RegExp(`not read: ${code}$`, "m"));
    for (const part of ["met", "expected", "advice"])
      expect(err.match(new RegExp(`^ {2}${part} `, "gm"))).toHaveLength(4);
    expect(out).toContain("1 report read, 4 refused");
    expect(dump(ledger).reports).toHaveLength(1);
  });

  it("are records too", async () => {
    const { status, out } = await inProcess([
      "read",
      put("a.txt", ""),
      put("b.txt", REPORT),
      "--json",
      "--no-ledger",
    ]);
    const records = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(records[0]).toMatchObject({ kind: "refusal", code: "empty", input: join(folder, "a.txt") });
    expect(records[1]).toMatchObject({ kind: "report", origin: join(folder, "b.txt") });
  });
});

/** Numbers from 0 to 1 that are the same in every run (Lehmer's generator). */
function* numbers(seed: number): Generator<number> {
  for (let n = seed; ; n = (n * 48_271) % 0x7fffffff) yield n / 0x7fffffff;
}

describe("a run that is killed", () => {
  it("leaves whole reports only, and goes on when it is run again", { timeout: 240_000 }, async () => {
    const reports = join(folder, "reports");
    mkdirSync(reports);
    const places = ["Bergen", "Oslo", "Malmo", "Turku", "Aarhus"];
    for (let i = 0; i < 60; i++) {
      const text = REPORT.replaceAll("Bergen", places[i % 5]!).replace("Tuesday", `March ${1 + (i % 28)}`);
      writeFileSync(join(reports, `${String(i).padStart(2, "0")}.txt`), text);
      appendFileSync(join(reports, `${String(i).padStart(2, "0")}.txt`), `\nIt was warning number ${i}.\n`);
    }
    const whole = join(folder, "whole.db");
    expect((await demarche(["read", reports, "--ledger", whole, "--quiet"])).status).toBe(0);
    const wanted = await Ledger.open(whole, { purpose: "read" });
    const partial: number[] = [];
    const random = numbers(20170217);
    for (let kill = 0; kill < 5; kill++) {
      const child = start(["read", reports, "--ledger", ledger]);
      const closed = new Promise((resolve) => child.on("close", resolve));
      // From the first words on, so that there is something to break off.
      await new Promise((resolve) => child.stdout!.once("data", resolve));
      child.stdout!.resume();
      await new Promise((resolve) => setTimeout(resolve, random.next().value! * 200));
      child.kill("SIGKILL");
      await closed;
      dump(ledger);
      const left = await Ledger.open(ledger, { purpose: "read" });
      const ids = await left.reportIds();
      for (const id of ids) expect(await left.reading(id)).toEqual(await wanted.reading(id));
      await left.close();
      partial.push(ids.length);
      if (partial.at(-1) === 60) rmSync(ledger);
    }
    await wanted.close();
    expect(partial.some((count) => count > 0 && count < 60)).toBe(true);
    const again = await demarche(["read", reports, "--ledger", ledger, "--quiet"]);
    expect(again.status).toBe(0);
    expect(dump(ledger)).toEqual(dump(whole));
  });

  it("shares the ledger with another run", async () => {
    for (const [name, country] of [
      ["a", "Denmark"],
      ["b", "Finland"],
    ] as const) {
      mkdirSync(join(folder, name));
      for (let i = 0; i < 6; i++)
        put(`${name}/${i}.txt`, REPORT.replaceAll("Norway", country).replace("Tuesday", `May ${i + 1}`));
    }
    const runs = ["a", "b"].map((name) =>
      demarche(["read", join(folder, name), "--ledger", ledger, "--quiet"]),
    );
    for (const { status, err } of await Promise.all(runs))
      expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(dump(ledger).reports).toHaveLength(12);
    cpSync(ledger, join(folder, "copy.db"));
    expect(dump(join(folder, "copy.db")).reports).toHaveLength(12);
  });
});
