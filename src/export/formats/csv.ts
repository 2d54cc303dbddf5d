import type { Cell } from "../table.js";
import type { RowFile, RowFileOptions } from "./format.js";
import { TextFile } from "./text-file.js";

/** What spreadsheets take for the start of a formula, https://owasp.org/www-community/attacks/CSV_Injection. */
const FORMULA = /^[=+\-@\t\r]/;

/** CSV with a header, https://www.rfc-editor.org/rfc/rfc4180, in UTF-8; an empty cell is what is not known. */
export function csvFile(path: string, { columns, guardFormulas }: RowFileOptions): RowFile {
  const file = new TextFile(path);
  const line = (cells: readonly Cell[]) =>
    file.append(`${cells.map((cell) => csvCell(cell, guardFormulas)).join(",")}\r\n`);
  line(columns.map(({ name }) => name));
  return { write: line, close: (how) => file.close(how) };
}

/** One cell. With `guardFormulas` text that begins like a formula has an apostrophe before it. */
export function csvCell(value: Cell, guardFormulas: boolean): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = guardFormulas && FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
