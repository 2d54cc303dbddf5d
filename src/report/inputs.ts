import { createReadStream } from "node:fs";
import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { getSystemErrorMap } from "node:util";
import type { Refusal } from "../record/refusal.js";
import * as refusals from "../record/refusals.js";
import { ending, REPORT_ENDINGS } from "./format.js";
import { type ReportInput, readReport } from "./read-report.js";
import type { Report } from "./report.js";

/** What the caller knows of all inputs, and where standard input comes from. */
export interface InputOptions extends Pick<ReportInput, "encoding" | "published" | "outlet"> {
  /** Read for the path "-"; `process.stdin` where it is not given. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/** What `paths` stand for, before it is read. */
interface Found {
  readonly kind: "found";
  readonly path: string;
  /** In bytes; a pipe or a device has none beforehand, nor has standard input. */
  readonly size?: number;
}

function failed(path: string, error: unknown): Refusal {
  const { code, errno } = Object(error) as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return refusals.notFound(path);
  return refusals.notReadable(path, getSystemErrorMap().get(errno ?? 0)?.[1] ?? String(error));
}

/** Collects a stream up to the largest input; undefined where it is longer. */
async function collect(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    size += bytes.length;
    if (size > refusals.LARGEST_INPUT) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function readFound({ path, size }: Found, options: InputOptions): Promise<Report | Refusal> {
  try {
    if (size === undefined) {
      const stream = path === "-" ? (options.stdin ?? process.stdin) : createReadStream(path);
      const content = await collect(stream);
      return content === undefined
        ? refusals.tooLarge(path)
        : readReport({ ...options, origin: path, content });
    }
    if (size > refusals.LARGEST_INPUT) return refusals.tooLarge(path, size);
    return readReport({ ...options, origin: path, content: await readFile(path) });
  } catch (error) {
    return failed(path, error);
  }
}

const isReportName = (name: string): boolean => REPORT_ENDINGS.includes(ending(name));

/** Finds the reports of a folder in the order of their names, and counts what it met. */
async function* findInFolder(
  path: string,
  seen: Set<string>,
  met: { files: number; reports: number },
): AsyncGenerator<Found | Refusal> {
  const names: string[] = [];
  try {
    const real = await realpath(path);
    // A symbolic link may lead back to a folder above.
    if (seen.has(real)) return;
    seen.add(real);
    for await (const entry of await opendir(path)) if (!entry.name.startsWith(".")) names.push(entry.name);
  } catch (error) {
    met.reports++;
    yield failed(path, error);
    return;
  }
  for (const name of names.sort()) {
    const child = join(path, name);
    const info = await stat(child).catch((error: unknown) => failed(child, error));
    const refused = "kind" in info;
    if (!refused && info.isDirectory()) {
      yield* findInFolder(child, seen, met);
      continue;
    }
    met.files++;
    // A pipe that nobody named might never end.
    if (!isReportName(name) || !(refused || info.isFile())) continue;
    met.reports++;
    yield refused ? info : { kind: "found", path: child, size: info.size };
  }
}

async function* find(paths: readonly string[]): AsyncGenerator<Found | Refusal> {
  for (const path of paths) {
    if (path === "-") {
      yield { kind: "found", path };
      continue;
    }
    const info = await stat(path).catch((error: unknown) => failed(path, error));
    if ("kind" in info) yield info;
    else if (info.isDirectory()) {
      const met = { files: 0, reports: 0 };
      yield* findInFolder(path, new Set(), met);
      if (met.reports === 0) yield refusals.noReports(path, met.files);
    } else yield info.isFile() ? { kind: "found", path, size: info.size } : { kind: "found", path };
  }
}

/** How many reports and refusals `readInputs` gives for `paths`, for a progress line; reads no file. */
export async function countInputs(paths: readonly string[]): Promise<number> {
  let inputs = 0;
  for await (const _ of find(paths)) inputs++;
  return inputs;
}

/**
 * Reads files, folders (with all folders in them; files ending in `REPORT_ENDINGS`, gzipped or not) and "-" for
 * standard input, one report or refusal at a time in the order of `paths`, so that a large folder streams. A file is
 * opened when its turn comes, not before. Problems are refusals; nothing is thrown.
 */
export async function* readInputs(
  paths: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<Report | Refusal> {
  for await (const found of find(paths))
    yield found.kind === "found" ? await readFound(found, options) : found;
}
