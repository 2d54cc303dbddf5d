import { createReadStream } from "node:fs";
import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
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

const REASONS: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many open files",
  EIO: "the disk reports an error",
};

function failed(path: string, error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return refusals.notFound(path);
  return refusals.notReadable(path, (code && REASONS[code]) ?? code ?? String(error));
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

async function readStream(origin: string, stream: AsyncIterable<Uint8Array | string>, options: InputOptions) {
  const bytes = await collect(stream);
  return bytes === undefined ? refusals.tooLarge(origin) : readReport({ ...options, origin, content: bytes });
}

async function readFileAt(path: string, size: number, regular: boolean, options: InputOptions) {
  try {
    // A pipe or a device has no size beforehand.
    if (!regular) return await readStream(path, createReadStream(path), options);
    if (size > refusals.LARGEST_INPUT) return refusals.tooLarge(path, size);
    return readReport({ ...options, origin: path, content: await readFile(path) });
  } catch (error) {
    return failed(path, error);
  }
}

const isReportName = (name: string): boolean => REPORT_ENDINGS.includes(ending(name));

/** Reads the reports of a folder in the order of their names, and counts what it met. */
async function* readFolder(
  path: string,
  options: InputOptions,
  seen: Set<string>,
  met: { files: number; reports: number },
): AsyncGenerator<Report | Refusal> {
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
    const info = await stat(child).catch(() => undefined);
    if (info?.isDirectory()) yield* readFolder(child, options, seen, met);
    else {
      met.files++;
      if (!isReportName(name)) continue;
      met.reports++;
      yield info ? await readFileAt(child, info.size, info.isFile(), options) : refusals.notFound(child);
    }
  }
}

/**
 * Reads files, folders (with all folders in them; files ending in `REPORT_ENDINGS`, gzipped or not) and "-" for
 * standard input, one report or refusal at a time in the order of `paths`, so that a large folder streams.
 * Problems are refusals; nothing is thrown.
 */
export async function* readInputs(
  paths: Iterable<string>,
  options: InputOptions = {},
): AsyncGenerator<Report | Refusal> {
  for (const path of paths) {
    try {
      if (path === "-") {
        yield await readStream("-", options.stdin ?? process.stdin, options);
        continue;
      }
      const info = await stat(path);
      if (info.isDirectory()) {
        const met = { files: 0, reports: 0 };
        yield* readFolder(path, options, new Set(), met);
        if (met.reports === 0) yield refusals.noReports(path, met.files);
      } else yield await readFileAt(path, info.size, info.isFile(), options);
    } catch (error) {
      yield failed(path, error);
    }
  }
}
