type Cell = string | number | undefined;

/** Rows as CSV, https://www.rfc-editor.org/rfc/rfc4180: the first is the header, an absent value is an empty cell. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Cell): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
