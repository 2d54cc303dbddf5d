import type { Found, Ledger, LedgerRecord } from "../ledger/ledger.js";
import { happeningLines } from "./render/happenings.js";
import { issueLines } from "./render/issues.js";
import { linkedExchangeLines } from "./render/linked-exchanges.js";
import { positionLines } from "./render/positions.js";
import { tensionLines } from "./render/tensions.js";
import type { Terminal } from "./terminal.js";

/** Prints what several reports tell together, with the reasons of its links; false where it is a row of one report. */
export async function printAcrossRecord(
  ledger: Ledger,
  found: Found,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<boolean> {
  const record = await ledger.get(found.id);
  const lines = record && linesOf(terminal, record);
  if (!lines) return false;
  terminal.out(options.json ? `${JSON.stringify(record)}\n` : `${lines.join("\n")}\n\n`);
  return true;
}

function linesOf(terminal: Terminal, record: LedgerRecord): readonly string[] | undefined {
  switch (record.kind) {
    case "happening":
      return happeningLines(terminal, record);
    case "linked exchange":
      return linkedExchangeLines(terminal, record);
    case "position":
      return positionLines(terminal, record);
    case "tension":
      return tensionLines(terminal, record);
    case "issue":
      return issueLines(terminal, record);
    default:
      return undefined;
  }
}
