import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess } from "../support/command.js";
import { sampleLedger, scratch } from "../support/exported.js";

const folder = scratch();
const ledger = folder.path("sample.db");
beforeAll(async () => (await sampleLedger(ledger)).close());
afterAll(folder.discard);

const exported = (...args: string[]) => inProcess(["export", ...args, "--ledger", ledger]);

describe("demarche export", () => {
  it("writes the tables and tells how many rows each has", async () => {
    const { status, out, err } = await exported(folder.path("out"), "--format", "csv,jsonl");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^statements\.csv +1 row$/m);
    expect(out).toMatch(/^reports\.jsonl +4 rows$/m);
    expect(readdirSync(folder.path("out"))).toContain("datapackage.json");
  });

  it("keeps to filters, tables and the length of quotations", async () => {
    const where = folder.path("some");
    const args = ["--tables", "events", "--about", "NOR", "--from", "2019-01-01", "--quote-length", "0"];
    expect((await exported(where, ...args)).status).toBe(0);
    expect(readdirSync(where).filter((name) => name.endsWith(".csv"))).toEqual(["events.csv", "reports.csv"]);
    expect(readFileSync(`${where}/events.csv`, "utf8")).not.toContain("fair fees");
    const { demarche } = JSON.parse(readFileSync(`${where}/datapackage.json`, "utf8"));
    expect(demarche).toMatchObject({ filter: { about: ["NOR"], from: "2019-01-01" }, quoteLength: 0 });
  });

  it("leaves a folder that is there alone: status 2, with what to do", async () => {
    const where = folder.path("twice");
    expect((await exported(where)).status).toBe(0);
    const { status, out, err } = await exported(where);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("folder-not-empty");
    expect(err).toContain("--replace");
    expect((await exported(where, "--replace")).status).toBe(0);
  });

  it("cannot write into nowhere: status 1", async () => {
    const { status, err } = await exported(folder.path("no/where"));
    expect(status).toBe(1);
    expect(err).toContain("cannot-write");
  });

  it.each([
    [["--format", "xlsx"], "csv, jsonl, parquet"],
    [["--tables", "nations"], "statements, events"],
    [["--quote-length", "-1"], "A number of characters"],
  ])("%j is wrong usage", async (args, message) => {
    const { status, err } = await exported(folder.path("wrong"), ...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it("a ledger that is not there: status 3", async () => {
    const { status, err } = await inProcess(["export", folder.path("x"), "--ledger", folder.path("none.db")]);
    expect(status).toBe(3);
    expect(err).toContain("no-ledger");
  });
});
