import type { ColumnType, Generated } from "kysely";
import type { BasisColumns, Words } from "./columns.js";

export interface InformationTable {
  name: string;
  value: string;
}

export interface ReportTable {
  id: string;
  number: number;
  origin: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  licence_terms: string | null;
  /** JSON array of strings. */
  licence_must_carry: string | null;
  text: string;
  /** Version of the reader (program, model, codebook, knowledge) that the rows come from. */
  reader_version: string;
  /** Identifies what was read and by which version: the same fingerprint means the same rows. */
  fingerprint: string;
}

export interface ReportFactTable extends BasisColumns {
  report: string;
  fact: "title" | "outlet" | "published" | "licence";
  start_offset: number | null;
  end_offset: number | null;
  words: string | null;
}

export interface BylineTable {
  report: string;
  position: number;
  name: string;
  role: string | null;
}

export interface DatelineTable extends Words {
  report: string;
  place: string | null;
  agency: string | null;
  year: number | null;
  month: number | null;
  day: number | null;
}

export interface ReportNoteTable {
  report: string;
  position: number;
  note: string;
}

export interface ParagraphTable extends Words {
  number: Generated<number>;
  report: string;
  position: number;
  role: string;
  reason: string | null;
}

export interface AnalysisTable {
  report: string;
  encoding: string;
  analysis: ColumnType<ArrayBuffer, Uint8Array, Uint8Array>;
}

/** A step across reports that the ledger keeps, and the version that wrote it. */
export interface AcrossStepTable {
  step: string;
  version: number;
}
