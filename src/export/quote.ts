import type { Cell, ExportTable, Row } from "./table.js";

/** Words of a report, cut to `length` code points with an ellipsis after them; null where nothing may be quoted. */
export function cutQuotation(words: string, length: number): string | null {
  if (length === 0) return null;
  // A text of at most `length` code units has no more code points.
  if (words.length <= length) return words;
  const points = Array.from(words);
  return points.length <= length ? words : `${points.slice(0, length).join("").trimEnd()}…`;
}

/** A table's rows as files show them: quoted words are cut, and an empty text is none, which CSV could not tell apart. */
export function shownRow({ columns }: ExportTable, length: number): (row: Row) => Row {
  const quoted = columns.map((column) => column.quoted === true);
  return (row) =>
    row.map((cell: Cell, i) => {
      if (cell === "") return null;
      return quoted[i] && typeof cell === "string" ? cutQuotation(cell, length) : cell;
    });
}
