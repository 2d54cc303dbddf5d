import { readFileSync } from "node:fs";

const folder = new URL("../../knowledge/language/", import.meta.url);

/** The entries of a list in `knowledge/language/`, one a line; lines that begin with "# " are comments. */
export function readList(name: string): string[] {
  return readFileSync(new URL(name, folder), "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("# "));
}

/** The rows of a tab-separated table in `knowledge/language/`, without its heading. */
export function readTable(name: string): string[][] {
  return readList(name)
    .slice(1)
    .map((line) => line.split("\t"));
}
