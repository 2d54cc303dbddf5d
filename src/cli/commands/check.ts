import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { check, type GoldFile } from "../../check/check.js";
import type { Checked } from "../../check/checked.js";
import { readGoldReading } from "../../check/gold-reading.js";
import { LedgerError } from "../../ledger/ledger-error.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { type LedgerToRead, openToRead } from "../open-to-read.js";
import { checkedLines } from "../render/checked.js";
import type { Terminal } from "../terminal.js";

export interface CheckOptions extends LedgerToRead {
  readonly json?: boolean;
}

/** `demarche check`: what of gold readings a ledger has, has otherwise, lacks, and has beyond them. */
export async function checkCommand(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const golds: GoldFile[] = [];
  for (const file of files) {
    try {
      const name = basename(file)
        .replace(/\.ya?ml$/, "")
        .replace(/^gold-/, "");
      golds.push({ name, gold: readGoldReading(readFileSync(file, "utf8")) });
    } catch (error) {
      terminal.err(`${file} is no gold reading: ${error instanceof Error ? error.message : String(error)}\n`);
      return EXIT.usage;
    }
  }
  const ledger = await openToRead(options);
  let checked: Checked;
  try {
    checked = await check(golds, ledger);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof LedgerError) throw error;
    terminal.err(`${error.message}\n`);
    return EXIT.usage;
  } finally {
    await ledger.close();
  }
  if (options.json) {
    for (const row of checked.rows) terminal.out(`${JSON.stringify(row)}\n`);
    terminal.out(`${JSON.stringify({ kind: "figures", ...checked.figures })}\n`);
  } else terminal.out(`${checkedLines(terminal, checked).join("\n")}\n`);
  return checked.complete ? EXIT.done : EXIT.refused;
}
