import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One data line of a table: its fields by column name, and where it stands, counted from 1. */
export type Row<Column extends string> = { readonly [C in Column]: string } & { readonly line: number };

/** The path of a file in `knowledge/`. */
export function knowledgePath(name: string): string {
  return fileURLToPath(new URL(`../../knowledge/${name}`, import.meta.url));
}

/**
 * Reads a table of `knowledge/`: tab-separated, UTF-8, lines that begin with "#" are comments, the first other
 * line names the columns; a missing field is the empty string. Throws an Error that names the file and what is
 * wrong with it.
 */
export function readTable<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  const rows: Row<Column>[] = [];
  eachLine(name, columns, (fields, line) => {
    const row = { line } as { [C in Column]: string } & { line: number };
    for (let c = 0; c < columns.length; c++) (row as Record<string, unknown>)[columns[c]!] = fields[c]!;
    rows.push(row);
  });
  return rows;
}

/** Gives the fields of each line of a table, in the order of `columns`, and its number; otherwise as `readTable`. */
export function eachLine(
  name: string,
  columns: readonly string[],
  take: (fields: readonly string[], line: number) => void,
): void {
  let places: readonly number[] | undefined;
  let inOrder = false;
  const lines = readFileSync(knowledgePath(name), "utf8").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === "" || line.startsWith("#")) continue;
    const fields = line.split("\t");
    if (!places) {
      places = columns.map((column) => placeOf(column, fields, name));
      inOrder = places.every((place, c) => place === c);
    } else if (inOrder && fields.length >= columns.length) take(fields, i + 1);
    else
      take(
        places.map((place) => fields[place] ?? ""),
        i + 1,
      );
  }
}

function placeOf(column: string, header: readonly string[], name: string): number {
  const place = header.indexOf(column);
  if (place >= 0) return place;
  throw new Error(`knowledge/${name}: column "${column}" expected, ${header.join(", ")} met`);
}

/** A field that holds a list parted by ";". */
export function list(field: string): readonly string[] {
  return field === "" ? [] : field.split(";");
}
