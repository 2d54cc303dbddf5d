import type { BasisColumns } from "./columns.js";

export interface StatementTable {
  id: string;
  number: number;
  report: string;
  form: string;
  part: string;
  speaker_code: string | null;
  speaker_sector: string | null;
  speaker_agency: string | null;
  speaker_person: string | null;
  speaker_basis: BasisColumns["basis"];
  speaker_rule: string | null;
  speaker_reason: string | null;
  mention: number | null;
  time: number | null;
  /** Where it was said: a place's position. */
  place: number | null;
  /** What the words do: "asserts", "denies", "demands". */
  act: string | null;
  /** The statement whose speaker goes on here. */
  goes_on_from: string | null;
  rule: string;
  /** The content's words; a split quotation's parts are joined by " … ". */
  words: string;
  /** The words that it rests on, JSON: by role a list of start, end and words. */
  spans: string;
  /** Through whom it came to its report, JSON: a list each (`rows/attribution-link-rows.ts`). */
  attribution: string;
}

/** Who speaks in a statement, or is named in what is said or to whom, each code once. */
export interface StatementActorTable {
  code: string;
  statement: string;
}
