import type { ActorColumns, BasisColumns, Words } from "./columns.js";

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
}

export interface StatementSpanTable extends Words {
  statement: string;
  role: "source" | "cue" | "content" | "quoted" | "medium" | "venue" | "addressee" | "speaker";
  position: number;
}

/** One of those through whom a statement came to its report. */
export interface AttributionLinkTable extends ActorColumns {
  statement: string;
  position: number;
  role: "origin" | "speaker" | "relay" | "report";
  report: string;
  mention: number | null;
  /** Null for the report itself. */
  basis: BasisColumns["basis"] | null;
  rule: string | null;
  reason: string | null;
  /** The relay's own statement, inside which this one is told. */
  told_in: string | null;
  start_offset: number | null;
  end_offset: number | null;
  words: string | null;
  cue_start_offset: number | null;
  cue_end_offset: number | null;
  cue_words: string | null;
  evidence_start_offset: number | null;
  evidence_end_offset: number | null;
  evidence_words: string | null;
}

/** Who speaks in a statement, or is named in what is said or to whom, each code once. */
export interface StatementActorTable {
  code: string;
  statement: string;
}
