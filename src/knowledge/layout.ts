import type { Finding } from "./finding.js";

/** Columns that hold lists parted by ";". */
const LISTS: ReadonlySet<string> = new Set([
  "also",
  "adjective",
  "citizen",
  "citizens",
  "capital",
  "context",
  "guard",
  "names",
]);

/** A line of a table by column name, with its number; columns that the table leaves out are empty. */
export type LayoutRow<Column extends string> = { readonly [C in Column]: string } & { readonly line: number };

/**
 * Reads the layout of a table whose columns may be left out or come in any order, and tells what is wrong with it:
 * tabs, columns, fields, stray spaces, lines that stand there twice.
 * @param needed columns that must be there
 * @param strict true where fields may not be left out at the end of a line
 */
export function readLayout<Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
  needed: readonly Column[],
  strict = false,
): { rows: LayoutRow<Column>[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const find = (finding: Pick<Finding, "code" | "severity" | "line" | "met" | "expected" | "todo">) =>
    findings.push({ kind: "finding", file, ...finding });
  const rows: LayoutRow<Column>[] = [];
  const seen = new Map<string, number>();
  let header: readonly string[] | undefined;
  for (const [i, raw] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const line = i + 1;
    const content = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (content.trim() === "" || content.startsWith("#")) continue;
    const fields = content.split("\t");
    if (!header) {
      header = fields.map((field) => field.trim());
      for (const column of header.length === 1 ? needed.slice(0, 1) : needed) {
        if (header.length === 1 || !header.includes(column))
          find({
            code: header.length === 1 ? "not-a-table" : "missing-column",
            severity: "error",
            line,
            met: `columns ${header.join(", ")}`,
            expected: `a column "${column}"`,
            todo: "Name the columns in the first line that is no comment, parted by tabs.",
          });
      }
      if (findings.some((finding) => finding.code === "not-a-table")) return { rows, findings };
      for (const column of header) {
        if (!(columns as readonly string[]).includes(column))
          find({
            code: "unknown-column",
            severity: "error",
            line,
            met: `column "${column}"`,
            expected: `columns among ${columns.join(", ")}`,
            todo: "Rename it or leave it out.",
          });
      }
      if (findings.length > 0) return { rows, findings };
      continue;
    }
    if (fields.length > header.length || (strict && fields.length < header.length)) {
      find({
        code: "wrong-field-count",
        severity: "error",
        line,
        met: `${fields.length} fields`,
        expected: `${strict ? "" : "at most "}${header.length}, one for each column`,
        todo: "Part fields by one tab each; an empty field still has its tab.",
      });
      continue;
    }
    for (const [c, field] of fields.entries()) {
      const parted = LISTS.has(header[c]!) && /;\s|\s;|;;|^;|;$/.test(field);
      if (field !== field.trim() || parted)
        find({
          code: "stray-space",
          severity: "warning",
          line,
          met: `"${field}"`,
          expected: "no spaces at the ends of a field or around ;, and nothing empty between them",
          todo: "Take them out.",
        });
    }
    const earlier = seen.get(content);
    if (earlier !== undefined) {
      find({
        code: "repeated-line",
        severity: "warning",
        line,
        met: `line ${earlier} again`,
        expected: "every fact once",
        todo: "Take one of them out.",
      });
      continue;
    }
    seen.set(content, line);
    const row = { line } as Record<string, string | number>;
    for (const column of columns) row[column] = "";
    for (const [c, field] of fields.entries()) {
      const column = header[c]!;
      row[column] = LISTS.has(column) ? listField(field) : field.trim();
    }
    rows.push(row as LayoutRow<Column>);
  }
  if (!header)
    find({
      code: "not-a-table",
      severity: "error",
      line: 1,
      met: "no line with columns",
      expected: `columns among ${columns.join(", ")}`,
      todo: "Name the columns in the first line that is no comment, parted by tabs.",
    });
  return { rows, findings };
}

/** A field without stray spaces and empty entries. */
function listField(field: string): string {
  if (!field.includes(";")) return field.trim();
  return field
    .split(";")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .join(";");
}
