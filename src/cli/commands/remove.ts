import { Ledger } from "../../ledger/ledger.js";
import { readAnalysed } from "../../reading/read.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { count } from "../render/report.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";

export interface RemoveOptions {
  readonly ledger: string;
}

/** `demarche remove`: takes reports and all that came from them out of the ledger; all of those named, or none. */
export async function removeCommand(
  ids: readonly string[],
  options: RemoveOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  // Opening to read first leaves a file that is not there alone.
  await (await Ledger.open(options.ledger, { purpose: "read" })).close();
  const ledger = await Ledger.open(options.ledger, { clock, renewing: renewal(terminal) });
  try {
    const reports = new Set<string>();
    for (const id of ids) {
      const found = await findOne(ledger, id, terminal);
      if (!found) return EXIT.usage;
      if (found.kind !== "report") {
        terminal.err(`“${id}” is a ${found.kind}; the identifier of a report is expected.\n`);
        return EXIT.usage;
      }
      reports.add(found.id);
    }
    for (const report of reports) await ledger.remove(report);
    // Others may have known people by what these reports told of them.
    await ledger.readAgain((report, analysis, offices) => readAnalysed(report, analysis, { offices }));
    terminal.out(`${count(reports.size, "report")} taken out · ${options.ledger}\n`);
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}
