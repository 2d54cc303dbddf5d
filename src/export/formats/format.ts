import type { Column, Row } from "../table.js";
import { csvFile } from "./csv.js";
import { jsonLinesFile } from "./json-lines.js";
import { parquetFile } from "./parquet.js";

/** A file that rows are written to, one after the other; none is held for longer than a few thousand others. */
export interface RowFile {
  write(row: Row): void;
  /** Ends the file; where it is not to be kept, what is left need not be written. */
  close(how: { readonly keep: boolean }): void;
}

export interface RowFileOptions {
  readonly columns: readonly Column[];
  /** CSV: put an apostrophe before text that a spreadsheet would take for a formula. */
  readonly guardFormulas: boolean;
}

export interface Format {
  readonly extension: string;
  readonly mediatype: string;
  readonly open: (path: string, options: RowFileOptions) => RowFile;
}

/** The formats by the names that users give them. */
export const FORMATS = {
  csv: { extension: "csv", mediatype: "text/csv", open: csvFile },
  jsonl: { extension: "jsonl", mediatype: "application/jsonl", open: jsonLinesFile },
  parquet: { extension: "parquet", mediatype: "application/vnd.apache.parquet", open: parquetFile },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
