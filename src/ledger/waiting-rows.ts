import type { Schema } from "./schema.js";
import type { Insert } from "./write-reading.js";

/** Rows that wait, so that those of many reports go into a table together: each call costs about as much as a row. */
export class WaitingRows {
  private readonly tables = new Map<keyof Schema & string, object[]>();

  /** Has rows wait. Tables are written in the order in which they are first named. */
  readonly insert: Insert = (table, rows) => {
    const waiting = this.tables.get(table);
    if (waiting) for (const row of rows) waiting.push(row);
    else this.tables.set(table, [...rows]);
  };

  /** Writes what waits. */
  write(insert: Insert): void {
    for (const [table, rows] of this.tables) insert(table, rows as never[]);
    this.tables.clear();
  }
}
