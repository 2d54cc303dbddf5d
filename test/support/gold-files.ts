import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of a test file's own for gold and what is written beside it; removed when the tests of the file are over. */
export function goldFiles(): {
  /** The path of a name in the folder. */
  readonly path: (name: string) => string;
  /** Writes rows, a line each as JSON, and gives the path. */
  readonly file: (name: string, ...rows: readonly object[]) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "demarche-gold-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  const file = (name: string, ...rows: readonly object[]) => {
    writeFileSync(path(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return path(name);
  };
  return { path, file };
}
