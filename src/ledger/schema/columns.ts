/** Columns of a stretch of text that is always there. */
export interface Words {
  start_offset: number;
  end_offset: number;
  words: string;
}

/** Columns of an actor: state or organisation, then as much more as is known. */
export interface ActorColumns {
  code: string | null;
  sector: string | null;
  agency: string | null;
  person: string | null;
}

/** How a value came to be known: `rule` where it is known, `reason` where it is not. */
export interface BasisColumns {
  basis: "stated" | "inferred" | "given" | "unknown";
  rule: string | null;
  reason: string | null;
}

/** Columns of who takes part in something: how that is known, the words, and those that say who it is. */
export interface ParticipantColumns extends ActorColumns, BasisColumns {
  mention: number | null;
  start_offset: number | null;
  end_offset: number | null;
  words: string | null;
  evidence_start_offset: number | null;
  evidence_end_offset: number | null;
  evidence_words: string | null;
}
