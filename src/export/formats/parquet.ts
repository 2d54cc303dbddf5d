import type { SchemaElement } from "hyparquet";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column } from "../table.js";
import type { RowFile, RowFileOptions } from "./format.js";

/** Rows that are held before they are written as one row group. */
const ROW_GROUP = 10_000;

const TYPES: Readonly<Record<Column["type"], Omit<SchemaElement, "name" | "repetition_type">>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
};

/** Apache Parquet, https://parquet.apache.org/docs/file-format/, compressed with Snappy; every column may be null. */
export function parquetFile(path: string, { columns }: RowFileOptions): RowFile {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    createdBy: "demarche",
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(
        ({ name, type }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...TYPES[type] }),
      ),
    ],
  });
  let held: Cell[][] = columns.map(() => []);
  const flush = () => {
    if (!held[0]?.length) return;
    const columnData = columns.map(({ name, type }, i) => ({ name, data: held[i]!.map(VALUES[type]) }));
    writer.write({ columnData, rowGroupSize: ROW_GROUP });
    held = columns.map(() => []);
  };
  return {
    write: (row) => {
      for (const [i, column] of held.entries()) column.push(row[i] ?? null);
      if (held[0]!.length >= ROW_GROUP) flush();
    },
    close: ({ keep }) => {
      if (!keep) return;
      flush();
      writer.finish();
    },
  };
}

const same = (value: Cell) => value;
/** A cell as the writer takes it. */
const VALUES: Readonly<Record<Column["type"], (value: Cell) => unknown>> = {
  string: same,
  integer: same,
  number: same,
  boolean: same,
  date: (value) => (value === null ? null : new Date(`${value}T00:00:00Z`)),
};
