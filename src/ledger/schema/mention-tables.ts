import type { ActorColumns, Words } from "./columns.js";

export interface MentionTable extends Words {
  report: string;
  position: number;
  form: string;
  head_word: number;
  first_word: number;
  last_word: number;
  person: string | null;
  antecedent: number | null;
  /** 0 to 1, for a mention whose antecedent was chosen by the learned ranker. */
  confidence: number | null;
  rule: string;
  reason: string | null;
}

export interface MentionActorTable extends ActorColumns {
  report: string;
  mention: number;
  position: number;
}

/** Whom a report names, each code once. */
export interface ReportActorTable {
  report: string;
  code: string;
}

/** An office that a report gives a person. */
export interface OfficeTable extends Words {
  report: string;
  position: number;
  person: string;
  /** First and last word of the name, folded. */
  name_begins: string;
  name_ends: string;
  code: string;
  sector: string | null;
  agency: string | null;
  office: string;
  basis: "stated" | "inferred";
}

/** A person whom a report names and whose office other reports must tell. */
export interface PersonSoughtTable {
  report: string;
  /** Folded, words parted by spaces. */
  name: string;
  name_ends: string;
  /** 1 where the ledger has learned of such a name since the report was read. */
  outdated: number;
}
