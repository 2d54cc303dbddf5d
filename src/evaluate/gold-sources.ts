import { basename } from "node:path";
import { readGoldFile } from "./gold-file.js";

/** A report as a file of reports gives it. */
export interface SourceReport {
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
}

/**
 * The reports of the given files by identifier. JSON Lines (`.jsonl`, gzipped or not) give `id`, `text` and perhaps
 * `title`, `outlet` and `date`; in any other file, documents are parted by empty lines and called `FILE#1`, `FILE#2`
 * and so on, FILE without its folder. Throws an Error that names the file and line on JSON that is not so.
 */
export function sourceReports(paths: readonly string[]): Map<string, SourceReport> {
  const reports = new Map<string, SourceReport>();
  for (const path of paths) {
    const content = readGoldFile(path);
    const found = /\.jsonl(\.gz)?$/.test(path) ? fromJsonLines(content, path) : fromPlainText(content, path);
    for (const [id, report] of found) reports.set(id, report);
  }
  return reports;
}

function* fromPlainText(content: string, path: string): Generator<[string, SourceReport]> {
  let place = 0;
  for (const document of content.split(/\n\s*\n/)) {
    if (document.trim() !== "") yield [`${basename(path)}#${++place}`, { text: document.trim() }];
  }
}

function* fromJsonLines(content: string, path: string): Generator<[string, SourceReport]> {
  for (const [i, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue;
    const row = parse(line, `${path} line ${i + 1}`);
    yield [
      row.id,
      {
        text: row.text,
        ...(row.title ? { title: row.title } : {}),
        ...(row.outlet ? { outlet: row.outlet } : {}),
        ...(row.date ? { published: row.date.slice(0, 10) } : {}),
      },
    ];
  }
}

function parse(
  line: string,
  place: string,
): { id: string; text: string; title?: string; outlet?: string; date?: string } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new Error(`${place}: one JSON object a line expected`);
  }
  const { id, text, ...rest } = (row ?? {}) as Record<string, unknown>;
  if (typeof id !== "string" || typeof text !== "string") throw new Error(`${place}: id and text expected`);
  const field = (name: string) => (typeof rest[name] === "string" ? { [name]: rest[name] as string } : {});
  return { id, text, ...field("title"), ...field("outlet"), ...field("date") };
}
