import type { LeftOut } from "../event/surer-than.js";
import type { FormatName } from "./formats/format.js";
import { FORMATS } from "./formats/format.js";
import type { ExportTable } from "./table.js";

/** A file with rows that was written. */
export interface WrittenFile {
  readonly table: ExportTable;
  readonly format: FormatName;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** How many events `surerThan` leaves out of the table; absent where nobody asked for surer ones. */
  readonly leftOut?: LeftOut;
}

/** What a data package says of how it was made. */
export interface Making {
  /** The program's version. */
  readonly version: string;
  /** The filters, as the user gave them. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly quoteLength: number;
  readonly guardFormulas: boolean;
  /** True where rows are as reviewers say they are. */
  readonly reviewed: boolean;
}

/** The name of a table's codebook file. */
export function codebookFileOf({ name }: ExportTable): string {
  return `${name}.schema.json`;
}

/**
 * A table's codebook: what each column is, as a Frictionless Table Schema,
 * https://specs.frictionlessdata.io/table-schema/. References to reports lead to the file of reports of the same format.
 */
export function tableSchema(table: ExportTable, reports: string): object {
  const { title, description, columns, primaryKey } = table;
  const references = columns.filter(({ report }) => report === true);
  return {
    title,
    description,
    fields: columns.map(({ name, type, description, values }) => ({
      name,
      type,
      description,
      ...(values && { constraints: { enum: values } }),
    })),
    primaryKey,
    missingValues: [""],
    ...(references.length > 0 && {
      foreignKeys: references.map(({ name }) => ({
        fields: [name],
        reference: { resource: reports, fields: ["id"] },
      })),
    }),
  };
}

/** The descriptor of all files, https://specs.frictionlessdata.io/data-package/, with the codebooks as files beside it. */
export function dataPackage(files: readonly WrittenFile[], making: Making): object {
  const { version, filter, quoteLength, guardFormulas, reviewed } = making;
  return {
    profile: "data-package",
    name: "demarche-export",
    title: "What reports say, from a demarche ledger",
    description: [
      `Written by demarche${version && ` ${version}`}.`,
      quotationNote(quoteLength),
      ...(guardFormulas ? [GUARD_NOTE] : []),
      ...(reviewed ? [REVIEWED_NOTE] : []),
      "ATTRIBUTION.txt says what a copy must carry.",
    ].join(" "),
    demarche: {
      version,
      filter,
      quoteLength: Number.isFinite(quoteLength) ? quoteLength : "whole",
      guardFormulas,
      reviewed,
    },
    resources: files.map(({ table, format, path, rows, bytes, leftOut }) => ({
      name: resourceName(table.name, format),
      path,
      ...(format === "csv" && { profile: "tabular-data-resource", dialect: { lineTerminator: "\r\n" } }),
      format,
      mediatype: FORMATS[format].mediatype,
      encoding: "utf-8",
      title: table.title,
      description: table.description,
      bytes,
      rowCount: rows,
      ...(leftOut && { eventsLeftOut: leftOut }),
      schema: codebookFileOf(table),
    })),
  };
}

const REVIEWED_NOTE =
  "Statements, events, relations and answers are as reviewers say they are, without those that they reject.";
const GUARD_NOTE =
  "In CSV, text that begins with =, +, -, @, a tab or a carriage return has an apostrophe before it.";

function quotationNote(length: number): string {
  if (length === 0) return "Words of reports are left out.";
  return Number.isFinite(length)
    ? `Words of reports are cut to ${length} characters.`
    : "Words of reports are whole.";
}

/** A resource's name; CSV, to which the codebooks' references lead where it is there, has the table's own. */
export function resourceName(table: string, format: FormatName): string {
  return format === "csv" ? table : `${table}-${format}`;
}
