import { Ledger } from "../../ledger/ledger.js";
import { readerVersion } from "../../ledger/reader-version.js";
import { readAnalysed } from "../../reading/read.js";
import { known } from "../../record/value.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { type OwnOptions, ownOf } from "../own.js";
import { recordsOf } from "../records.js";
import { reportLines } from "../render/report.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";

/** Actors and codebook as the report was read with. */
export interface DateOptions extends OwnOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

/**
 * `demarche date`: gives a report of the ledger its publication date, and resolves what counts from it ("Tuesday",
 * "last week") from the stored analysis, without the language model. The same as reading the report with --published.
 */
export async function dateCommand(
  id: string,
  published: string,
  options: DateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const own = ownOf(options, terminal);
  if (!own) return EXIT.usage;
  const ledger = await Ledger.open(options.ledger, {
    readerVersion: readerVersion(own.knowledge, own.codebook),
    clock,
    renewing: renewal(terminal),
  });
  try {
    const found = await findOne(ledger, id, terminal);
    const earlier = found && (await ledger.reading(found.report));
    if (!earlier) return EXIT.usage;
    const report = Object.freeze({
      ...earlier.report,
      published: known(published, "given", "given with the report"),
    });
    await ledger.add(readAnalysed(report, earlier.analysis, own));
    // A date decides who held an office; what other reports tell of people counts again too.
    await ledger.readAgain((r, analysis, offices) => readAnalysed(r, analysis, { ...own, offices }));
    const reading = (await ledger.reading(report.id))!;
    if (options.json) {
      const lines = recordsOf(reading).map((record) => `${JSON.stringify(record)}\n`);
      terminal.out(lines.join(""));
    } else terminal.out(`${reportLines(terminal, reading).join("\n")}\n\n`);
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}
