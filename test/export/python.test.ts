import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportLedger } from "../../src/export/export-ledger.js";
import { FORMAT_NAMES } from "../../src/export/formats/format.js";
import type { Column } from "../../src/export/table.js";
import { reports, TABLES } from "../../src/export/tables/index.js";
import { fullLedger, scratch } from "../support/exported.js";
import { python, pythonHas } from "../support/python.js";

const ALL = [...TABLES, reports];
const folder = scratch();
const out = folder.path("out");

beforeAll(async () => {
  const ledger = await fullLedger(folder.path("sample.db"));
  await exportLedger(ledger, out, { formats: FORMAT_NAMES, quoteLength: Number.POSITIVE_INFINITY });
  await ledger.close();
});
afterAll(folder.discard);

/** What each table's JSON Lines file holds: the format that nothing can get wrong. */
const written = (name: string): unknown[] =>
  readFileSync(`${out}/${name}.jsonl`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The codebook's types as DuckDB calls them, so that codes such as 040 stay as they are. */
const SQL_TYPES: Readonly<Record<Column["type"], string>> = {
  string: "VARCHAR",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
};

// A skipped test says in its name what was not there.
const duckdb = pythonHas("duckdb");
describe.skipIf(!duckdb)(`DuckDB${duckdb ? "" : ": skipped, no Python with duckdb here"}`, () => {
  it.each(ALL)("reads back CSV and Parquet: $name", async ({ name, columns }) => {
    const types = Object.fromEntries(columns.map((column) => [column.name, SQL_TYPES[column.type]]));
    const script = `
import duckdb, json, sys
out, name, types = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
def rows(found):
    names = found.columns
    return [dict(zip(names, [v.isoformat() if hasattr(v, "isoformat") else v for v in row])) for row in found.fetchall()]
csv = duckdb.read_csv(f"{out}/{name}.csv", dtype=types, header=True)
print(json.dumps([rows(csv), rows(duckdb.read_parquet(f"{out}/{name}.parquet"))]))`;
    const [csv, parquet] = JSON.parse(await python(["-c", script, out, name, JSON.stringify(types)]));
    expect(csv).toEqual(written(name));
    expect(parquet).toEqual(written(name));
  });
});

const pandas = pythonHas("pandas", "pyarrow");
describe.skipIf(!pandas)(`pandas${pandas ? "" : ": skipped, no Python with pandas and pyarrow here"}`, () => {
  it.each(ALL)("reads back CSV and Parquet: $name", async ({ name }) => {
    const script = `
import json, pandas, sys
out, name = sys.argv[1:]
csv = pandas.read_csv(f"{out}/{name}.csv", dtype=str, keep_default_na=False)
parquet = pandas.read_parquet(f"{out}/{name}.parquet", dtype_backend="numpy_nullable")
def rows(frame):
    return [{k: None if v is pandas.NA or v is None or v is pandas.NaT else v.isoformat()[:10] if hasattr(v, "isoformat") else v
             for k, v in row.items()} for row in frame.astype(object).to_dict("records")]
print(json.dumps([rows(csv), rows(parquet)], default=lambda v: v.item()))`;
    const [csv, parquet] = JSON.parse(await python(["-c", script, out, name]));
    const text = (row: object) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? "")]));
    const numbers = (rows: object[]) => rows.map((row) => text(row));
    expect(numbers(csv)).toEqual(written(name).map((row) => text(row as object)));
    expect(parquet).toEqual(written(name));
  });
});

const frictionless = pythonHas("frictionless");
describe.skipIf(!frictionless)(
  `Frictionless${frictionless ? "" : ": skipped, no Python with frictionless here"}`,
  () => {
    it("finds the data package and its CSV valid", async () => {
      const own = folder.path("csv");
      const ledger = await fullLedger(folder.path("again.db"));
      await exportLedger(ledger, own);
      await ledger.close();
      const script = `
import json, sys
from frictionless import validate
report = validate(sys.argv[1] + "/datapackage.json")
print(json.dumps([report.valid, report.flatten(["title", "note"])]))`;
      expect(JSON.parse(await python(["-c", script, own]))).toEqual([true, []]);
    });
  },
);
