import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/event/event.js";
import { cameoCode } from "../../src/export/cameo-code.js";
import { FORMAT_NAMES } from "../../src/export/formats/format.js";
import { reports, TABLES } from "../../src/export/tables/index.js";
import { inProcess } from "../support/command.js";

const docs = readFileSync(join(import.meta.dirname, "../../docs/export.md"), "utf8");

describe("docs/export.md", () => {
  it.each([...TABLES, reports])("names every column of $name, in order", ({ name, columns }) => {
    const line = docs.split("\n").find((l) => l.startsWith(`\`${name}\``))!;
    const named = line.slice(line.indexOf(": ") + 2, -1).split(", ");
    expect(named).toEqual(columns.map((column) => `\`${column.name}\``));
  });

  it("has the CAMEO code of every type", () => {
    for (const type of EVENT_TYPES) expect(docs).toContain(`| ${type} | ${cameoCode(type, undefined)} |`);
  });

  it("has the CAMEO code of every mode that has one of its own", () => {
    const rows = [...docs.matchAll(/^\| ([A-Z]+) \| \d+ \| (.+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(5);
    for (const [, type, modes] of rows)
      for (const [, mode, code] of modes!.matchAll(/(\w+) (\d+)/g))
        expect(cameoCode(type as (typeof EVENT_TYPES)[number], mode), mode).toBe(code);
  });

  it("names every code of an ExportError", () => {
    const source = readFileSync(join(import.meta.dirname, "../../src/export/export-error.ts"), "utf8");
    const codes = [...source.matchAll(/^ {2}"([a-z-]+)":/gm)].map(([, code]) => code);
    expect(codes).toHaveLength(3);
    for (const code of codes) expect(docs).toContain(`| \`${code}\` |`);
  });
});

describe("demarche export --help", () => {
  it("names every format and table", async () => {
    const { status, out } = await inProcess(["export", "--help"]);
    expect(status).toBe(0);
    for (const name of [...FORMAT_NAMES, ...TABLES.map((table) => table.name)]) expect(out).toContain(name);
  });
});
