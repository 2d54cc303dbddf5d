import { existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Check, good, note, type Outcome, wrong } from "../check.js";

const MEBIBYTE = 1 << 20;
/** Below this SQLite may fail in the middle of a report. */
const NEEDED = 50 * MEBIBYTE;
/** About what some thousand reports take. */
const COMFORTABLE = 1024 * MEBIBYTE;

/** There is space where the ledger is. */
export const disk: Check = {
  name: "disk",
  run: ({ ledger }) => {
    const folder = dirname(resolve(ledger));
    if (!existsSync(folder))
      return note(`${folder} is not there`, "Name a ledger in a folder that exists with --ledger.");
    const { bavail, bsize } = statfsSync(folder);
    return spaceLeft(bavail * bsize, folder);
  },
};

/** What so many free bytes in a folder mean. */
export function spaceLeft(bytes: number, folder: string): Outcome {
  const what = `${Math.floor(bytes / MEBIBYTE)} MiB free in ${folder}`;
  const todo = "Make space, or name a ledger on another disk with --ledger.";
  if (bytes < NEEDED) return wrong(what, todo);
  return bytes < COMFORTABLE ? note(what, todo) : good(what);
}
