import type { ReactNode } from "react";
import { type Cell, csvOf, download } from "../csv.js";

export interface Column<T> {
  readonly name: string;
  /** What the CSV file has. */
  readonly value: (row: T) => Cell;
  /** What the page shows, where that is more. */
  readonly show?: (row: T) => ReactNode;
  readonly numeric?: boolean;
  /** Not shown on the page. */
  readonly fileOnly?: boolean;
}

export interface TableProps<T> {
  readonly caption: string;
  /** Name of the CSV file, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Key of the row that is chosen. */
  readonly chosen?: string | undefined;
  readonly more?: (() => void) | undefined;
}

/** A table with a button for CSV; at phone width each row is a card. */
export function Table<T>({ caption, name, columns, rows, keyOf, chosen, more }: TableProps<T>) {
  const shown = columns.filter(({ fileOnly }) => !fileOnly);
  const csv = () => {
    const lines = rows.map((row) => columns.map(({ value }) => value(row)));
    download(
      `${name}.csv`,
      csvOf([columns.map((column) => column.name), ...lines]),
      "text/csv;charset=utf-8",
    );
  };
  return (
    <div className="table">
      <div className="table-head">
        <h2 id={`${name}-caption`}>{caption}</h2>
        <button type="button" onClick={csv} disabled={rows.length === 0}>
          CSV<span className="hidden"> of {caption}</span>
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="none">Nothing fits.</p>
      ) : (
        <table aria-labelledby={`${name}-caption`}>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.name} scope="col" className={column.numeric ? "number" : undefined}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} aria-current={keyOf(row) === chosen ? "true" : undefined}>
                {shown.map((column) => (
                  <td
                    key={column.name}
                    data-label={column.name}
                    className={column.numeric ? "number" : undefined}
                  >
                    {column.show ? column.show(row) : column.value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && (
        <button type="button" className="more" onClick={more}>
          Show more
        </button>
      )}
    </div>
  );
}
