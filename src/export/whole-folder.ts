import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { asExportError, ExportError } from "./export-error.js";

/**
 * Fills a folder as a whole or not at all: `fill` gets an unfinished folder beside it, which takes its place when all is
 * written and goes when anything fails. What an export left that was killed on the way goes with the next one to that
 * path. Throws an `ExportError` where `path` holds anything but, with `replace`, an earlier export.
 */
export async function wholeFolder<T>(
  path: string,
  { replace }: { readonly replace: boolean },
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const target = resolve(path);
  let unfinished: string | undefined;
  try {
    mayTakePlaceOf(target, path, replace);
    const beginning = join(dirname(target), `.${basename(target)}-unfinished-`);
    sweep(beginning);
    unfinished = mkdtempSync(`${beginning}${process.pid}-`);
    const result = await fill(unfinished);
    takePlace(unfinished, target);
    return result;
  } catch (error) {
    if (unfinished !== undefined) rmSync(unfinished, { recursive: true, force: true });
    throw asExportError(error, path);
  }
}

/** Removes unfinished folders whose process, which their names tell, is gone. */
function sweep(beginning: string): void {
  for (const name of readdirSync(dirname(beginning))) {
    if (!name.startsWith(basename(beginning))) continue;
    const pid = /^(\d+)-/.exec(name.slice(basename(beginning).length))?.[1];
    if (pid && !runs(Number(pid))) rmSync(join(dirname(beginning), name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function mayTakePlaceOf(target: string, path: string, replace: boolean): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new ExportError("folder-not-empty", path, "a file of that name");
  if (readdirSync(target).length === 0 || (replace && isExport(target))) return;
  throw new ExportError("folder-not-empty", path, "a folder with files in it");
}

/** True of a folder that an export wrote. */
function isExport(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")).name === "demarche-export";
  } catch {
    return false;
  }
}

function takePlace(unfinished: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(unfinished, target);
    return;
  }
  const earlier = `${unfinished}-earlier`;
  renameSync(target, earlier);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    renameSync(earlier, target);
    throw error;
  }
  rmSync(earlier, { recursive: true });
}
