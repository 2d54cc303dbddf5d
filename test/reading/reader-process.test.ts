import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readerHere } from "../../src/reading/reader.js";
import { readerProcess } from "../../src/reading/reader-process.js";
import { readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";

const PROGRAM = join(import.meta.dirname, "../../src/reading/reader-program.ts");
const TYPESCRIPT = ["--import", import.meta.resolve("tsx")];
const reports = [
  "Norway on Tuesday turned down calls by Sweden to open the harbour of Bergen.\n\n“It is our own affair,” Foreign Minister Ola Nordmann said.",
  "Sweden imposed sanctions on Norway on Friday, and 20 ships were turned back.",
  "No.",
].map((content, i) => readReport({ origin: `${i}.txt`, content: `Report\n\n${content}` }) as Report);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-reader-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function program(text: string): string {
  const path = join(folder, "program.mjs");
  writeFileSync(path, text);
  return path;
}

describe("readerProcess", () => {
  it("gives the same readings as this process, in the order in which it was asked", async () => {
    const [reader, here] = [readerProcess({}, PROGRAM, TYPESCRIPT), readerHere()];
    const [first, second] = await Promise.all([
      reader.read(reports.slice(0, 2)),
      reader.read(reports.slice(2)),
    ]);
    expect([...first, ...second]).toStrictEqual(await here.read(reports));
    expect(first.map((result) => "report" in result && result.report)).toEqual(reports.slice(0, 2));
    await Promise.all([reader.close(), here.close()]);
  });

  it("reads with a user's own actors", async () => {
    const actors = join(folder, "actors.tsv");
    writeFileSync(actors, "kind\tname\tcode\nstate\tRuritania\tRUR\n");
    const reader = readerProcess({ actors }, PROGRAM, TYPESCRIPT);
    const text = "Sweden condemned Ruritania on Monday.";
    const [reading] = await reader.read([readReport({ origin: "a.txt", content: text }) as Report]);
    expect(JSON.stringify(reading)).toContain('"code":"RUR"');
    await reader.close();
  });

  it("throws where the process ends before it has answered, and can be closed then", async () => {
    const reader = readerProcess({}, program("process.exit(3)"));
    await expect(reader.read(reports)).rejects.toThrow(/ended: 3|EPIPE|closed/);
    await reader.close();
  });

  it("begins no process before it is asked", async () => {
    await readerProcess({}, join(folder, "nothing.mjs")).close();
  });
});
