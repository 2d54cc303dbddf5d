import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ExportError } from "../../src/export/export-error.js";
import { exportLedger } from "../../src/export/export-ledger.js";
import { FORMAT_NAMES } from "../../src/export/formats/format.js";
import type { Column } from "../../src/export/table.js";
import { reports, TABLES } from "../../src/export/tables/index.js";
import type { Ledger } from "../../src/ledger/ledger.js";
import { fullLedger, scratch } from "../support/exported.js";
import { readCsv } from "../support/read-csv.js";

const ALL = [...TABLES, reports];
const folder = scratch();
const out = folder.path("out");
let ledger: Ledger;

beforeAll(async () => {
  ledger = await fullLedger(folder.path("sample.db"));
  await exportLedger(ledger, out, { formats: FORMAT_NAMES, quoteLength: Number.POSITIVE_INFINITY });
});
afterAll(async () => {
  await ledger.close();
  folder.discard();
});

const csv = (where: string, table: string) => {
  const [header, ...rows] = readCsv(readFileSync(`${where}/${table}.csv`, "utf8"));
  return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]!])));
};

/** A cell of CSV as JSON has it, by the codebook. */
function typed(cell: string, { type }: Pick<Column, "type">) {
  if (cell === "") return null;
  if (type === "integer" || type === "number") return Number(cell);
  return type === "boolean" ? cell === "true" : cell;
}

describe("the files", () => {
  it.each(ALL)("hold the same rows in each format: $name", async ({ name, columns }) => {
    const rows = csv(out, name).map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, typed(row[column.name]!, column)])),
    );
    expect(rows.length).toBeGreaterThan(0);
    const lines = readFileSync(`${out}/${name}.jsonl`, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
    const file = await asyncBufferFromFile(`${out}/${name}.parquet`);
    const objects = await parquetReadObjects({ file });
    const days = objects.map((object) =>
      Object.fromEntries(
        Object.entries(object).map(([key, value]) => [
          key,
          value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null),
        ]),
      ),
    );
    expect(days).toEqual(rows);
  });

  it.each(ALL)("are as their codebook says: $name", ({ name }) => {
    const schema = JSON.parse(readFileSync(`${out}/${name}.schema.json`, "utf8"));
    const rows = csv(out, name);
    const keys = new Set(rows.map((row) => JSON.stringify(schema.primaryKey.map((key: string) => row[key]))));
    expect(keys.size).toBe(rows.length);
    for (const { name: field, type, description, constraints } of schema.fields) {
      expect(description.length, field).toBeGreaterThan(10);
      for (const row of rows) {
        const cell = row[field]!;
        if (cell === "") continue;
        if (type === "integer") expect(cell).toMatch(/^-?\d+$/);
        if (type === "date") expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (constraints) expect(constraints.enum).toContain(cell);
      }
    }
    const ids = new Set(csv(out, "reports").map(({ id }) => id));
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      expect(reference).toEqual({ resource: "reports", fields: ["id"] });
      for (const row of rows) if (row[fields[0]]) expect(ids).toContain(row[fields[0]]);
    }
  });

  it("stand in datapackage.json, with their rows and codebooks", () => {
    const { resources } = JSON.parse(readFileSync(`${out}/datapackage.json`, "utf8"));
    expect(resources).toHaveLength(ALL.length * FORMAT_NAMES.length);
    expect(new Set(resources.map(({ name }: { name: string }) => name)).size).toBe(resources.length);
    for (const { path, schema, bytes, rowCount, format } of resources) {
      expect(readFileSync(`${out}/${path}`).length).toBe(bytes);
      expect(existsSync(`${out}/${schema}`)).toBe(true);
      if (format === "csv") expect(csv(out, path.replace(".csv", ""))).toHaveLength(rowCount);
    }
  });

  it("give the same bytes each time", async () => {
    const again = folder.path("again");
    await exportLedger(ledger, again, { formats: FORMAT_NAMES, quoteLength: Number.POSITIVE_INFINITY });
    const names = readdirSync(out).sort();
    expect(readdirSync(again).sort()).toEqual(names);
    for (const name of names)
      expect(readFileSync(`${again}/${name}`).equals(readFileSync(`${out}/${name}`)), name).toBe(true);
  });
});

describe("event tables", () => {
  it("have the status in the type, both directions of what is mutual, and no date that is not told", () => {
    const polecat = csv(out, "polecat");
    const types = (status: string) =>
      new Set(polecat.filter((r) => r.Status === status).map((r) => r["Event Type"]));
    expect(types("planned")).toEqual(new Set(["THREATEN"]));
    expect([...types("denied"), ...types("conditional")]).toEqual([]);
    const met = polecat.filter((row) => row["Event Type"] === "CONSULT");
    expect(met.map((row) => [row["Actor Name"], row["Recipient Name Raw"]])).toEqual([
      ["Kari Nordmann", "her Ruritanian counterpart"],
      ["", "Norwegian Prime Minister Kari Nordmann"],
    ]);
    const demanded = polecat.find(
      (row) => row.Status === "asserted" && row["Event Type"] === "REQUEST" && row.Source,
    );
    expect(polecat.filter((row) => row["Event Date"] === "2019-03-04")).toHaveLength(2);
    expect(demanded?.["Actor Country"]).toBe("NOR");
  });

  it("have CAMEO codes by the crosswalk, and days as numbers", () => {
    const refusals = csv(out, "cameo").filter((row) => row.SQLDATE === "20190306");
    expect(refusals).toHaveLength(2);
    expect(refusals[0]).toMatchObject({
      EventCode: "120",
      EventRootCode: "12",
      QuadClass: "3",
      MonthYear: "201903",
    });
    expect(refusals[0]).toMatchObject({
      Actor2Code: "NOR",
      Actor2CountryCode: "NOR",
      Actor2KnownGroupCode: "",
    });
  });
});

describe("options", () => {
  it("filters leave rows and the reports that none rests on out", async () => {
    const where = folder.path("filtered");
    await exportLedger(ledger, where, {
      filter: { between: ["NOR", "RUR"], from: "2019-03-05", to: "2019-03-06" },
    });
    expect(new Set(csv(where, "events").map((row) => row.type))).toEqual(new Set(["REJECT"]));
    expect(
      csv(where, "reports")
        .map((row) => row.outlet)
        .sort(),
    ).toEqual(["Oslo Wire", "Strelsau Post"]);
    expect(readFileSync(`${where}/ATTRIBUTION.txt`, "utf8")).not.toContain("Zenda Wire");
  });

  it("tables chooses, quoteLength cuts, guardFormulas guards", async () => {
    const where = folder.path("chosen");
    await exportLedger(ledger, where, { tables: ["events"], quoteLength: 5, guardFormulas: true });
    expect(
      readdirSync(where)
        .filter((name) => name.endsWith(".csv"))
        .sort(),
    ).toEqual(["events.csv", "reports.csv"]);
    const rows = csv(where, "events");
    for (const row of rows) expect([...row.sentence!.replace(/^'/, "")].length).toBeLessThanOrEqual(6);
    expect(rows.some((row) => row.what_words!.startsWith("'=SUM"))).toBe(true);
  });
});

describe("whole or not at all", () => {
  const fails = async (where: string, options = {}) =>
    exportLedger(ledger, where, options).then(
      () => undefined,
      (error: unknown) => error as ExportError,
    );

  it("leaves a folder with files in it alone, and replaces an earlier export only when told to", async () => {
    const full = folder.path("full");
    mkdirSync(full);
    writeFileSync(`${full}/notes.txt`, "mine");
    for (const replace of [false, true])
      expect((await fails(full, { replace }))?.code).toBe("folder-not-empty");
    expect(readdirSync(full)).toEqual(["notes.txt"]);
    const twice = folder.path("twice");
    await exportLedger(ledger, twice);
    expect((await fails(twice))?.code).toBe("folder-not-empty");
    await exportLedger(ledger, twice, { replace: true, tables: ["cameo"] });
    expect(existsSync(`${twice}/events.csv`)).toBe(false);
    expect(existsSync(`${twice}/cameo.csv`)).toBe(true);
  });

  it("fills a folder that is empty", async () => {
    const empty = folder.path("empty");
    mkdirSync(empty);
    await exportLedger(ledger, empty);
    expect(existsSync(`${empty}/events.csv`)).toBe(true);
  });

  it("tells of a folder that cannot be made, and leaves nothing behind", async () => {
    const error = await fails(folder.path("nowhere/out"));
    expect(error).toBeInstanceOf(ExportError);
    expect(error?.code).toBe("cannot-write");
  });

  it("leaves nothing behind when it is stopped", async () => {
    const where = folder.path("stopped");
    const stopped = exportLedger(ledger, where, { signal: AbortSignal.abort(new Error("stopped by test")) });
    await expect(stopped).rejects.toThrow("stopped by test");
    expect(readdirSync(folder.path("")).filter((name) => name.includes("stopped"))).toEqual([]);
  });

  it("removes what an export left whose process is gone, not what another is at", async () => {
    const gone = 2 ** 30;
    const left = (pid: number) => `.swept-unfinished-${pid}-aaaaaa`;
    for (const pid of [gone, process.pid]) mkdirSync(folder.path(left(pid)));
    mkdirSync(folder.path(`.another-unfinished-${gone}-aaaaaa`));
    await exportLedger(ledger, folder.path("swept"), { tables: ["events"] });
    const names = readdirSync(folder.path("")).filter((name) => name.includes("-unfinished-"));
    expect(names.sort()).toEqual([`.another-unfinished-${gone}-aaaaaa`, left(process.pid)]);
    for (const name of names) rmSync(folder.path(name), { recursive: true });
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const before = readdirSync(folder.path("."));
    const broken = Object.create(ledger, {
      rows: {
        value: async function* (query: string) {
          if (query.includes("from linked_exchanges")) throw new Error("torn");
          yield* ledger.rows(query, []);
        },
      },
    }) as Ledger;
    await expect(exportLedger(broken, folder.path("torn"))).rejects.toThrow("torn");
    expect(readdirSync(folder.path("."))).toEqual(before);
    expect((await exportLedger(ledger, folder.path("after"), { tables: ["cameo"] })).length).toBe(2);
  });
});
