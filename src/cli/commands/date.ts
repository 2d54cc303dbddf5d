import { Ledger } from "../../ledger/ledger.js";
import { readerVersion } from "../../ledger/reader-version.js";
import { readAnalysed } from "../../reading/read.js";
import { known } from "../../record/value.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { knowledgeOf } from "../own-actors.js";
import { codebookOf } from "../own-codebook.js";
import { recordsOf } from "../records.js";
import { reportLines } from "../render/report.js";
import type { Terminal } from "../terminal.js";

export interface DateOptions {
  readonly ledger: string;
  readonly json?: boolean;
  /** A user's own file of actors, as the report was read with. */
  readonly actors?: string;
  /** A folder with a user's own codebook, as the report was read with. */
  readonly codebook?: string;
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
  const knowledge = options.actors === undefined ? undefined : knowledgeOf(options.actors, terminal);
  if (options.actors !== undefined && !knowledge) return EXIT.usage;
  const codebook = options.codebook === undefined ? undefined : codebookOf(options.codebook, terminal);
  if (options.codebook !== undefined && !codebook) return EXIT.usage;
  const own = { knowledge, codebook };
  const ledger = await Ledger.open(options.ledger, { readerVersion: readerVersion(knowledge, codebook) });
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
