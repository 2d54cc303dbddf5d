/** What one report tells that another may contradict. */
export interface TensionClaimTable {
  id: string;
  report: string;
  rule: string;
  key: string;
  /** JSON: all of it. */
  content: string;
}

/** A group in which a claim is compared. */
export interface TensionClaimGroupTable {
  grouping: string;
  claim: string;
}

/** Two things that do not sit well together. */
export interface TensionTable {
  id: string;
  rule: string;
  reason: string;
  /** ISO 8601; empty where no date is known. */
  first_day: string | null;
  last_day: string | null;
  others: number;
}

export interface TensionSideTable {
  tension: string;
  side: "first" | "second";
  report: string;
  /** The event or statement. */
  row: string | null;
  day: string | null;
  start_offset: number;
  end_offset: number;
  words: string;
  sentence: string;
}

export interface TensionActorTable {
  tension: string;
  role: "actor" | "about";
  code: string;
}

/** What a tension was made from: when that changes, it is made anew. */
export interface TensionBasisTable {
  basis: string;
  tension: string;
}
