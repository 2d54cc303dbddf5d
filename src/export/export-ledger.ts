import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersTurn } from "node:timers/promises";
import type { LeftOut } from "../event/surer-than.js";
import type { Ledger } from "../ledger/ledger.js";
import { Attribution, type LicensedReport } from "./attribution.js";
import {
  codebookFileOf,
  dataPackage,
  resourceName,
  tableSchema,
  type WrittenFile,
} from "./codebook-files.js";
import { compileQuery } from "./compile-query.js";
import { FORMATS, type FormatName } from "./formats/format.js";
import { shownRow } from "./quote.js";
import type { ExportFilter } from "./row-filter.js";
import { type ExportTable, type LedgerRow, plainRow, type Row } from "./table.js";
import { reports, TABLES } from "./tables/index.js";
import { wholeFolder } from "./whole-folder.js";

/** How many characters of a report a cell quotes unless the user says otherwise. */
export const QUOTE_LENGTH = 300;

export interface ExportOptions {
  /** CSV unless said otherwise. */
  readonly formats?: readonly FormatName[];
  /** Names of tables; all unless said otherwise. Reports that they rest on are always written. */
  readonly tables?: readonly string[];
  readonly filter?: Omit<ExportFilter, "ids">;
  /** To how many characters (code points) words of reports are cut; 0 leaves them out, Infinity keeps them whole. */
  readonly quoteLength?: number;
  /** In CSV, put an apostrophe before text that a spreadsheet would take for a formula. */
  readonly guardFormulas?: boolean;
  /** Write rows as reviewers say they are, and leave out those that they reject; tables that rest on several reports stay. */
  readonly reviewed?: boolean;
  /** Take the place of an earlier export. */
  readonly replace?: boolean;
  /** The program's version, for the codebook files. */
  readonly version?: string;
  /** Ends the export early: nothing of it stays, and its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** Rows after which others get their turn: often enough to be stopped at once, seldom enough to cost nothing. */
const TURN = 1000;

/**
 * Writes tables of a ledger into a folder: each in each format, with a codebook file (Frictionless Table Schema), a
 * datapackage.json for all and ATTRIBUTION.txt. Row by row, so that a ledger of any size can be exported; as the ledger is
 * at one moment; whole or not at all. Throws a `LedgerError` or an `ExportError`.
 * @returns the files with rows
 */
export async function exportLedger(
  ledger: Ledger,
  folder: string,
  options: ExportOptions = {},
): Promise<readonly WrittenFile[]> {
  const { formats = ["csv"], filter = {}, quoteLength = QUOTE_LENGTH, guardFormulas = false } = options;
  const { reviewed = false, signal } = options;
  const wanted = TABLES.filter(({ name }) => options.tables?.includes(name) ?? true);
  return wholeFolder(folder, { replace: options.replace ?? false }, (unfinished) =>
    ledger.atOneMoment(async () => {
      const how = {
        ledger,
        folder: unfinished,
        formats,
        filter,
        quoteLength,
        guardFormulas,
        reviewed,
        signal,
      };
      const files: WrittenFile[] = [];
      const told = new Set<string>();
      for (const table of wanted) files.push(...(await writeTable(table, how, reportCollector(table, told))));
      const attribution = new Attribution();
      const filtered = Object.keys(filter).length > 0;
      files.push(
        ...(await writeTable(reports, how, (_row, report) => {
          if (filtered && !told.has(String(report.id))) return false;
          attribution.add(report as unknown as LicensedReport);
          return true;
        })),
      );
      const [format] = formats.includes("csv") ? (["csv"] as const) : formats;
      for (const table of [...wanted, reports])
        writeJson(unfinished, codebookFileOf(table), tableSchema(table, resourceName("reports", format!)));
      const making = { version: options.version ?? "", filter, quoteLength, guardFormulas, reviewed };
      writeJson(unfinished, "datapackage.json", dataPackage(files, making));
      writeFileSync(join(unfinished, "ATTRIBUTION.txt"), `${attribution.lines().join("\n")}\n`);
      // A folder of `mkdtemp` is the user's alone; an export is as open as any other folder that the user makes.
      chmodSync(unfinished, 0o777 & ~process.umask());
      return files;
    }),
  );
}

interface How {
  readonly ledger: Ledger;
  readonly folder: string;
  readonly formats: readonly FormatName[];
  readonly filter: ExportFilter;
  readonly quoteLength: number;
  readonly guardFormulas: boolean;
  readonly reviewed: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Sees each row before it is written, with the ledger's row that it is from; a row that it answers false for is left out. */
type Watch = (row: Row, from: LedgerRow) => boolean;

async function writeTable(table: ExportTable, how: How, watch: Watch): Promise<WrittenFile[]> {
  const { columns } = table;
  const files = how.formats.map((format) => {
    const path = `${table.name}.${FORMATS[format].extension}`;
    const { guardFormulas } = how;
    return { format, path, file: FORMATS[format].open(join(how.folder, path), { columns, guardFormulas }) };
  });
  const show = shownRow(table, how.quoteLength);
  const rowsOf = table.rows ?? ((row: LedgerRow) => [plainRow(table, row)]);
  const query = compileQuery(table.query(how.filter));
  let rows = 0;
  let seen = 0;
  let keep = false;
  try {
    for await (const machine of how.ledger.rows<LedgerRow>(query.sql, query.values)) {
      if (++seen % TURN === 0) await othersTurn();
      how.signal?.throwIfAborted();
      const from = how.reviewed && table.reviewed ? table.reviewed(machine) : machine;
      if (!from) continue;
      for (const row of rowsOf(from)) {
        if (!watch(row, from)) continue;
        rows++;
        const shown = show(row);
        for (const { file } of files) file.write(shown);
      }
    }
    keep = true;
  } finally {
    for (const { file } of files) file.close({ keep });
  }
  const leftOut = await leftOutOf(table, how);
  return files.map(({ format, path }) => {
    const bytes = statSync(join(how.folder, path)).size;
    return { table, format, path, rows, bytes, ...(leftOut && { leftOut }) };
  });
}

/** How many events are left out of the table for not being sure enough; undefined where nobody asked for surer ones. */
async function leftOutOf(table: ExportTable, { ledger, filter }: How): Promise<LeftOut | undefined> {
  if (filter.surerThan === undefined || !table.leftOut) return undefined;
  const { sql, values } = compileQuery(table.leftOut(filter));
  for await (const counts of ledger.rows<LeftOut>(sql, values)) return counts;
  return undefined;
}

/** Notes down which reports a table's rows rest on. */
function reportCollector({ columns }: ExportTable, told: Set<string>): Watch {
  const places = columns.flatMap(({ report }, i) => (report ? [i] : []));
  return (row) => {
    for (const place of places) if (row[place] !== null) told.add(String(row[place]));
    return true;
  };
}

function writeJson(folder: string, name: string, value: object): void {
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}
