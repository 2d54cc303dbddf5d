import type { Ledger } from "../../ledger/ledger.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { openToRead } from "../open-to-read.js";
import type { AcrossOptions } from "../options.js";
import { csvLines } from "../render/csv.js";
import type { Terminal } from "../terminal.js";

type Cell = string | number | undefined;

/** How things that reports tell together are listed and printed. */
export interface AcrossListing<T> {
  /** What is printed where there is none. */
  readonly none: string;
  readonly list: (ledger: Ledger) => Promise<readonly T[]>;
  readonly lines: (thing: T) => readonly string[];
  /** The header of --csv, and the rows of a thing. */
  readonly columns: readonly string[];
  readonly rows: (thing: T) => readonly (readonly Cell[])[];
}

/** Prints a list from a ledger as text, as JSON Lines or as CSV. */
export async function printAcross<T>(
  options: AcrossOptions,
  terminal: Terminal,
  { none, list, lines, columns, rows }: AcrossListing<T>,
): Promise<ExitStatus> {
  const ledger = await openToRead(options);
  try {
    const things = await list(ledger);
    if (options.json) for (const thing of things) terminal.out(`${JSON.stringify(thing)}\n`);
    else if (options.csv) terminal.out(csvLines([columns, ...things.flatMap(rows)]));
    else {
      for (const thing of things) terminal.out(`${lines(thing).join("\n")}\n\n`);
      if (things.length === 0) terminal.out(`${none}\n`);
    }
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}
