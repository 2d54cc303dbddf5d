import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleLedger, scratch } from "../support/exported.js";

const ROOT = join(import.meta.dirname, "../..");
const CONFIG = join(import.meta.dirname, "tsconfig.json");
const folder = scratch();
const ledger = folder.path("sample.db");
beforeAll(async () => (await sampleLedger(ledger)).close());
afterAll(folder.discard);

/** Runs an example as a user does; `demarche` is this repository's own source. */
async function example(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(ROOT, "examples", name), ...args],
    { cwd: folder.path("."), env: { ...process.env, TSX_TSCONFIG_PATH: CONFIG, TSX_DISABLE_CACHE: "1" } },
  );
  return stdout;
}

describe("examples", () => {
  it("read-text.ts reads a report of its own, and a file", async () => {
    const out = await example("read-text.ts");
    expect(out).toContain("NOR REJECT ISL (asserted: “rejected”)");
    expect(out).toMatch(/^NOR\.GOV .*The ports stay closed/m);
    const [file] = readdirSync(join(ROOT, "samples"));
    expect(await example("read-text.ts", join(ROOT, "samples", file!))).toMatch(/ [A-Z]+ .*\(\w+: “/);
  });

  it("query-ledger.ts asks a ledger", async () => {
    const out = await example("query-ledger.ts", ledger, "NOR", "RUR");
    expect(out).toContain("2019-03-04: REQUEST, told by 2");
    expect(out).toMatch(/^ {2}refusal: RUR rejects fair fees/m);
    expect(out).toMatch(/^REJECT \d+$/m);
  });

  it("export-tables.ts writes tables", async () => {
    const where = folder.path("exported");
    expect(await example("export-tables.ts", ledger, where)).toContain("polecat.parquet: 6 rows");
    for (const name of ["events.csv", "events.parquet", "datapackage.json", "ATTRIBUTION.txt"])
      expect(existsSync(join(where, name)), name).toBe(true);
  });

  it("review-rows.ts keeps what a person says", async () => {
    const reviewed = folder.path("reviewed.db");
    await (await sampleLedger(reviewed)).close();
    const out = await example("review-rows.ts", reviewed, "Ann");
    expect(out).toMatch(/^e\w+ “.+”: \w+, correct: possible \(perhaps\)$/m);
    expect(out).toMatch(/^e\w+ corrected \{ status: 'possible' \}$/m);
  });

  it("are typed", async () => {
    const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
    const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
    const compiler = join(dirname(manifest), bin.tsc);
    const args = [compiler, "--noEmit", "-p", CONFIG];
    const told = await promisify(execFile)(process.execPath, args).catch(
      (error: { stdout: string }) => error,
    );
    expect(told.stdout).toBe("");
  });

  it("are each tried here", () => {
    const tests = readFileSync(import.meta.filename, "utf8");
    for (const name of readdirSync(join(ROOT, "examples"))) expect(tests).toContain(`example("${name}"`);
  });
});
