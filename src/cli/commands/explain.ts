import { explain } from "../../ledger/explain.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { type LedgerToRead, openToRead } from "../open-to-read.js";
import { printAcrossRecord } from "../print-across-record.js";
import { explanationLines } from "../render/explanation.js";
import type { Terminal } from "../terminal.js";

export interface ExplainOptions extends LedgerToRead {
  readonly json?: boolean;
}

/** `demarche explain`: prints why a row is in the ledger. */
export async function explainCommand(
  id: string,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const ledger = await openToRead(options);
  try {
    const found = await findOne(ledger, id, terminal);
    if (found && (await printAcrossRecord(ledger, found, options, terminal))) return EXIT.done;
    const reading = found && (await ledger.reading(found.report));
    const explained = reading && explain(reading, found.id);
    if (!explained) return EXIT.usage;
    if (options.json) terminal.out(`${JSON.stringify(explained)}\n`);
    else terminal.out(`${explanationLines(terminal, reading, explained).join("\n")}\n`);
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}
