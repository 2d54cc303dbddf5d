import { ExportError } from "../../export/export-error.js";
import { exportLedger } from "../../export/export-ledger.js";
import type { FormatName } from "../../export/formats/format.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { openToRead } from "../open-to-read.js";
import { type AcrossOptions, acrossFilter } from "../options.js";
import { leftOutWords } from "../render/left-out.js";
import { problemLines } from "../render/problem.js";
import { count } from "../render/report.js";
import type { Terminal } from "../terminal.js";
import { VERSION } from "../version.js";

export interface ExportCommandOptions extends Omit<AcrossOptions, "json" | "csv"> {
  readonly format: readonly FormatName[];
  readonly tables?: readonly string[];
  readonly quoteLength: number;
  readonly guardFormulas?: boolean;
  readonly replace?: boolean;
  readonly surerThan?: number;
  readonly reviewed?: boolean;
}

/** `demarche export`: writes the ledger's tables into a folder, with codebook files and attribution. */
export async function exportCommand(
  folder: string,
  options: ExportCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { format, tables, quoteLength, guardFormulas = false, replace = false, reviewed = false } = options;
  const { surerThan } = options;
  const ledger = await openToRead(options);
  const stopped = stopSignal();
  try {
    const files = await exportLedger(ledger, folder, {
      signal: stopped.signal,
      formats: format,
      filter: { ...acrossFilter(options), ...(surerThan !== undefined && { surerThan }) },
      quoteLength,
      guardFormulas,
      replace,
      reviewed,
      version: VERSION,
      ...(tables && { tables }),
    });
    const width = Math.max(...files.map(({ path }) => path.length));
    for (const { path, rows, leftOut } of files) {
      const less = leftOut && leftOutWords(leftOut);
      terminal.out(`${path.padEnd(width)}  ${count(rows, "row")}${less ? `; ${less}` : ""}\n`);
    }
    terminal.out(
      `${folder}: ${count(files.length, "file")}, their codebooks, datapackage.json, ATTRIBUTION.txt\n`,
    );
    return EXIT.done;
  } catch (error) {
    if (stopped.signal.aborted) {
      terminal.err(`${folder}: stopped; nothing of it was written\n`);
      return EXIT.refused;
    }
    if (!(error instanceof ExportError)) throw error;
    terminal.err(`${problemLines(terminal, error).join("\n")}\n`);
    return error.code === "folder-not-empty" ? EXIT.usage : EXIT.refused;
  } finally {
    stopped.done();
    await ledger.close();
  }
}

/** A signal that is given when somebody stops the program, until `done`. */
function stopSignal(): { readonly signal: AbortSignal; readonly done: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.once(name, stop);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of signals) process.off(name, stop);
    },
  };
}
