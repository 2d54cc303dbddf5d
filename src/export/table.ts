import type { RawBuilder } from "kysely";
import type { ExportFilter } from "./row-filter.js";

/** A value in a file: null is what is not known or does not apply. */
export type Cell = string | number | boolean | null;

/** One column of a table, as its codebook file explains it. */
export interface Column {
  readonly name: string;
  /** A type of Frictionless Table Schema; dates are ISO 8601 calendar dates. */
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  readonly description: string;
  /** The values that it can have, where these are few. */
  readonly values?: readonly string[];
  /** Words of the report, which are cut to the length that the user sets. */
  readonly quoted?: true;
  /** Identifier of a report, a row of the table `reports`. */
  readonly report?: true;
}

/** A row as the ledger gives it, by column. */
export type LedgerRow = Readonly<Record<string, string | number | null>>;
/** A row as a file gets it, in the order of the table's columns. */
export type Row = readonly Cell[];

/** A table that can be exported. */
export interface ExportTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  /** The query for the rows that pass the filter, in an order that does not change from run to run. */
  readonly query: (filter: ExportFilter) => RawBuilder<unknown>;
  /** The query for one row, `lessSure` and `unknown`: how many events `surerThan` leaves out; absent where it leaves none out. */
  readonly leftOut?: (filter: ExportFilter) => RawBuilder<unknown>;
  /**
   * A row of the ledger with what reviewers put in the machine's place; undefined where they reject it. Absent where the
   * table rests on the machine's rows.
   */
  readonly reviewed?: (row: LedgerRow) => LedgerRow | undefined;
  /** The rows of the file that a row of the ledger becomes; where it is absent, one with the columns' own values. */
  readonly rows?: (row: LedgerRow) => Iterable<Row>;
}

/** The row of a table that takes the query's columns as they are. */
export function plainRow(table: ExportTable, row: LedgerRow): Row {
  return table.columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    return type === "boolean" && value !== null ? value === 1 : value;
  });
}
