import type { Found, Ledger } from "../ledger/ledger.js";
import { shortId } from "./render/words.js";
import type { Terminal } from "./terminal.js";

/** What the identifier or its beginning stands for; where that is nothing, or not one thing, says so on `err`. */
export async function findOne(
  ledger: Ledger,
  prefix: string,
  terminal: Terminal,
): Promise<Found | undefined> {
  const found = await ledger.find(prefix);
  const exact = found.find((f) => f.id === prefix);
  if (exact || found.length === 1) return exact ?? found[0];
  if (found.length === 0) {
    terminal.err(`Nothing in ${ledger.path} has an identifier that begins with “${prefix}”.\n`);
    terminal.err("Identifiers stand before the rows that demarche show prints.\n");
  } else {
    terminal.err(`Several identifiers begin with “${prefix}”; give more of the one that you mean:\n`);
    for (const { id, kind, report } of found)
      terminal.err(`  ${id}  ${kind}, of report ${shortId(report)}\n`);
  }
  return undefined;
}
