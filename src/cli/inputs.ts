import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Refusal } from "../record/refusal.js";
import { LARGEST_INPUT, noReports, notFound, notReadable, tooLarge } from "../record/refusals.js";
import { ending, REPORT_ENDINGS } from "../report/format.js";

/** One thing to be read, with where it is from. */
export interface Input {
  readonly kind: "input";
  readonly origin: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads what the command line names, one after the other: files, folders with all that is below them (in the order
 * of names), `-` for standard input. What cannot be read comes out as a refusal in its place.
 */
export function* inputs(names: readonly string[]): Generator<Input | Refusal> {
  for (const name of names) {
    if (name === "-") yield readBytes(name, 0);
    else if (!existsSync(name)) yield notFound(name);
    else if (statSync(name).isDirectory()) yield* folder(name);
    else yield file(name);
  }
}

/** How many files `names` stand for, for a progress line. */
export function countInputs(names: readonly string[]): number {
  return names.reduce((sum, name) => {
    const isFolder = name !== "-" && existsSync(name) && statSync(name).isDirectory();
    return sum + (isFolder ? [...walk(name)].filter(isReport).length : 1);
  }, 0);
}

function* folder(name: string): Generator<Input | Refusal> {
  let others = 0;
  let reports = 0;
  for (const found of walk(name)) {
    if (typeof found !== "string") yield found;
    else if (isReport(found)) {
      reports++;
      yield file(found);
    } else others++;
  }
  if (reports === 0) yield noReports(name, others);
}

/** All files below a folder; hidden ones and links to folders, which could lead in circles, are left out. */
function* walk(folderName: string): Generator<string | Refusal> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folderName, { withFileTypes: true });
  } catch (error) {
    yield notReadable(folderName, reasonOf(error));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folderName, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) yield path;
  }
}

/** A file that is named itself may end in anything; in a folder the ending decides. */
function isReport(found: string | Refusal): boolean {
  return typeof found === "string" && REPORT_ENDINGS.includes(ending(found));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function file(path: string): Input | Refusal {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return size !== undefined && size > LARGEST_INPUT ? tooLarge(path, size) : readBytes(path, path);
}

function readBytes(origin: string, from: string | 0): Input | Refusal {
  try {
    return { kind: "input", origin, bytes: readFileSync(from) };
  } catch (error) {
    return notReadable(origin, reasonOf(error));
  }
}

/** The system's own short reason: "permission denied" of "EACCES: permission denied, open 'x'". */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}
