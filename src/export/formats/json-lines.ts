import type { RowFile, RowFileOptions } from "./format.js";
import { TextFile } from "./text-file.js";

/** JSON Lines, https://jsonlines.org: an object a row with all columns, null for what is not known. */
export function jsonLinesFile(path: string, { columns }: RowFileOptions): RowFile {
  const file = new TextFile(path);
  return {
    write: (row) =>
      file.append(
        `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`,
      ),
    close: (how) => file.close(how),
  };
}
