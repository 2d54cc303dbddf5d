import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Reading } from "../../src/reading/reading.js";
import { inProcess } from "./command.js";

/**
 * Before each test a ledger on disk with these readings; gives how to run a command on it, its JSON Lines,
 * and paths beside it.
 */
export function commandsOn(readings: () => readonly Reading[]) {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "demarche-commands-"));
    path = join(folder, "demarche.db");
    const ledger = await Ledger.open(path);
    for (const reading of readings()) await ledger.add(reading);
    await ledger.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => inProcess([...args, "--ledger", path]);
  const json = async (...args: string[]) =>
    (await run(...args, "--json")).out
      .trim()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { run, json, beside: (name: string) => join(folder, name) };
}
