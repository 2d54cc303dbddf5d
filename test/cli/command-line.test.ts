import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayWidth } from "../../src/cli/render/display-width.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { demarche, inProcess, start } from "../support/command.js";
import { sampleReading } from "../support/reading.js";

let folder: string;
let ledger: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-command-"));
  ledger = join(folder, "sample.db");
  const made = await Ledger.open(ledger);
  await made.add(sampleReading());
  await made.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = ["read", "show", "date", "explain", "actors", "codebook", "evaluate"];

describe("--help", () => {
  it.each([[[]], ...COMMANDS.map((command) => [[command]])])("of %j teaches", async (command) => {
    const { status, out } = await inProcess([...command, "--help"]);
    expect(status).toBe(0);
    for (const part of ["Usage: demarche", "Examples:", "Exit status:"]) expect(out).toContain(part);
    expect(out).toMatch(new RegExp(`^ {2}demarche ${command[0] ?? "read"} `, "m"));
  });

  it("keeps to the terminal's width", async () => {
    const { out } = await inProcess(["read", "--help"], { COLUMNS: "60" });
    for (const line of out.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  it("names every command", async () => {
    const { out } = await inProcess(["--help"]);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command} `, "m"));
  });
});

describe("wrong usage", () => {
  it.each([
    [["reed", "a.txt"], "unknown command 'reed'"],
    [["read"], "missing required argument 'file'"],
    [["read", "a.txt", "--colour"], "unknown option '--colour'"],
    [["read", "a.txt", "--published", "2017-02-30"], "A calendar date like 2017-02-17 is expected."],
    [["read", "a.txt", "--encoding", "rot13"], "An encoding's name like utf-8 or windows-1252 is expected."],
    [["evaluate", "spelling", "gold"], "Allowed choices are syntax, names"],
    [["explain", "e1", "e2"], "too many arguments"],
  ])("%j is told and ends with status 2", async (args, message) => {
    const { status, out, err } = await inProcess(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toContain("--help");
  });

  it("a gold file that is not there", async () => {
    const { status, err } = await inProcess(["evaluate", "pages", join(folder, "nowhere.json")]);
    expect(status).toBe(2);
    expect(err).toContain("nowhere.json");
  });
});

describe("show", () => {
  it("prints the ledger, and reports by any of their rows", async () => {
    const all = await inProcess(["show", "--ledger", ledger]);
    expect(all.status).toBe(0);
    expect(all.out).toContain("Ruritania Rejects Call to Open Its Harbour");
    const { id } = sampleReading().events[0]!;
    expect((await inProcess(["show", id.slice(0, 6), "--ledger", ledger])).out).toBe(all.out);
  });

  it("keeps to the terminal's width, in colour too", async () => {
    const env = { COLUMNS: "60", FORCE_COLOR: "1" };
    const { out } = await inProcess(["show", "--ledger", ledger], env);
    expect(out).toContain("\x1b[1m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that colour text
    for (const line of out.replace(/\x1b\[\d+m/g, "").split("\n"))
      expect(displayWidth(line)).toBeLessThanOrEqual(60);
    const plain = await inProcess(["show", "--ledger", ledger], { ...env, NO_COLOR: "1" });
    expect(plain.out).not.toContain("\x1b");
  });

  it("prints JSON Lines", async () => {
    const { out } = await inProcess(["show", "--ledger", ledger, "--json"]);
    const kinds = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(["report", "statement", ...Array(5).fill("event"), "exchange"]);
  });
});

describe("explain", () => {
  it.each([
    ...sampleReading().statements,
    ...sampleReading().events,
    ...sampleReading().exchanges,
    sampleReading().report,
  ])("$kind $id", async ({ id }) => {
    const { status, out } = await inProcess(["explain", id.slice(0, 8), "--ledger", ledger]);
    expect(status).toBe(0);
    expect(out).toContain(`id        ${id}`);
    expect(out).toContain("rule");
  });

  it("asks for more of an identifier that is not unique, and knows nothing of others", async () => {
    const many = await inProcess(["explain", "e", "--ledger", ledger]);
    expect(many.status).toBe(2);
    for (const { id } of sampleReading().events) expect(many.err).toContain(id);
    const none = await inProcess(["explain", "zzz", "--ledger", ledger]);
    expect({ status: none.status, out: none.out }).toEqual({ status: 2, out: "" });
    expect(none.err).toContain("zzz");
  });
});

describe("a ledger that cannot be used", () => {
  it("is told with code, met, expected and advice, and status 3", async () => {
    const text = join(folder, "notes.txt");
    writeFileSync(text, "Not a database, but a text that is long enough to be looked at. ".repeat(20));
    for (const [path, code] of [
      [join(folder, "nowhere.db"), "no-ledger"],
      [text, "not-a-database"],
      [folder, "cannot-open"],
    ] as const) {
      const { status, out, err } = await inProcess(["show", "--ledger", path]);
      expect({ status, out }).toEqual({ status: 3, out: "" });
      expect(err).toContain(code);
      for (const part of ["met", "expected", "advice"]) expect(err).toMatch(new RegExp(`^ {2}${part} `, "m"));
    }
  });
});

describe("a process of its own", () => {
  it("ends with the command's status", async () => {
    expect(await demarche(["--version"])).toMatchObject({ status: 0, err: "" });
    expect(await demarche(["reed"])).toMatchObject({ status: 2, out: "" });
  });

  it("stops quietly when nobody reads on", async () => {
    const child = start(["show", "--ledger", ledger]);
    child.stdout!.destroy();
    let err = "";
    child.stderr!.on("data", (text) => {
      err += text;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("is still shown where it may only be read", async () => {
    const shelf = mkdtempSync(join(tmpdir(), "demarche-shelf-"));
    const copy = join(shelf, "kept.db");
    cpSync(ledger, copy);
    writeFileSync(join(shelf, "report.txt"), "Norway rejected the plan of Sweden.");
    chmodSync(copy, 0o444);
    chmodSync(shelf, 0o555);
    // The system's administrator may write anywhere: then somebody who is nobody tries.
    const who = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const shown = await demarche(["show", "--ledger", copy], who);
    expect(shown.err).toBe("");
    expect(shown.out).toContain("Ruritania");
    const read = await demarche(["read", join(shelf, "report.txt"), "--ledger", copy], who);
    expect(read.status).toBe(3);
    expect(read.err).toContain("read-only");
    chmodSync(shelf, 0o755);
    rmSync(shelf, { recursive: true });
  });
});
