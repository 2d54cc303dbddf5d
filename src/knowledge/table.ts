import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One data line of a table: its fields by column name; a missing field is the empty string. */
export type Row<Column extends string> = { readonly [C in Column]: string };

/** The path of a file in `knowledge/`. */
export function knowledgePath(name: string): string {
  return fileURLToPath(new URL(`../../knowledge/${name}`, import.meta.url));
}

/**
 * Reads a table of `knowledge/`: tab-separated, UTF-8, lines that begin with "#" are comments, the first other
 * line names the columns. Throws an Error that names the file and what is wrong with it.
 */
export function readTable<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  const lines = readFileSync(knowledgePath(name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const header = lines[0]?.split("\t") ?? [];
  const places = columns.map((column) => {
    const place = header.indexOf(column);
    if (place < 0)
      throw new Error(`knowledge/${name}: column "${column}" expected, ${header.join(", ")} met`);
    return place;
  });
  const rows: Row<Column>[] = [];
  for (const line of lines.slice(1)) {
    const fields = line.split("\t");
    const row = {} as { [C in Column]: string };
    for (let i = 0; i < places.length; i++) row[columns[i]!] = fields[places[i]!] ?? "";
    rows.push(row);
  }
  return rows;
}

/** A field that holds a list parted by ";". */
export function list(field: string): readonly string[] {
  return field === "" ? [] : field.split(";");
}
