import type { ColumnType, Generated } from "kysely";

/** One change of the ledger, and when it was. */
export interface ChangeTable {
  number: Generated<number>;
  /** ISO 8601 instant in UTC, as the caller's clock says; null where no clock was given. */
  at: string | null;
  change: "added" | "replaced" | "removed" | "joined" | "split";
  /** The report that came, was read again, or went; null for what a person decided. */
  report: string | null;
  /** The version of the reader that the report's rows come from, or came from. */
  reader_version: string | null;
  /** The happening that a person's decision is about. */
  happening: string | null;
  /** JSON array of the pairs of events that were decided upon. */
  decisions: string | null;
  note: string | null;
}

/** A report's reading as it was before a change took it out. */
export interface EarlierReadingTable {
  change: number;
  report: string;
  reading: ColumnType<ArrayBuffer, Uint8Array, Uint8Array>;
  /** What the language model saw; null where the later reading rests on the same. */
  encoding: string | null;
  analysis: ColumnType<ArrayBuffer | null, Uint8Array | null, Uint8Array | null>;
}

/** An identifier that a change took out of the ledger. */
export interface GoneRowTable {
  id: string;
  change: number;
  kind: string;
  report: string;
}
