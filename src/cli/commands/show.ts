import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { type LedgerToRead, openToRead } from "../open-to-read.js";
import { printAcrossRecord } from "../print-across-record.js";
import { recordsOf } from "../records.js";
import { reportLines } from "../render/report.js";
import type { Terminal } from "../terminal.js";

export interface ShowOptions extends LedgerToRead {
  readonly json?: boolean;
  /** The least probability of events that are printed, 0 to 1. */
  readonly surerThan?: number;
}

/** `demarche show`: prints reports of the ledger as `read` printed them; all of them where none is named. */
export async function showCommand(
  ids: readonly string[],
  options: ShowOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const ledger = await openToRead(options);
  try {
    const reports: string[] = [];
    for (const id of ids) {
      const found = await findOne(ledger, id, terminal);
      if (!found) return EXIT.usage;
      if (!(await printAcrossRecord(ledger, found, options, terminal))) reports.push(found.report);
    }
    if (ids.length > 0 && reports.length === 0) return EXIT.done;
    for (const report of ids.length > 0 ? reports : await ledger.reportIds()) {
      const reading = await ledger.reading(report);
      if (!reading) continue;
      if (options.json) {
        terminal.out(
          recordsOf(reading, options.surerThan)
            .map((record) => `${JSON.stringify(record)}\n`)
            .join(""),
        );
      } else terminal.out(`${reportLines(terminal, reading, options.surerThan).join("\n")}\n\n`);
    }
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}
