/** Events of one report that tell of the same thing. */
export interface TellingTable {
  id: string;
  report: string;
  /** ISO 8601 date by which it is found; empty where neither it nor its report has one. */
  day: string;
  /** JSON: what it is compared by. */
  profile: string;
}

/** A key by which a telling is found. */
export interface TellingKeyTable {
  key: string;
  day: string;
  telling: string;
}

/** Two tellings that are alike and near; each pair is there twice. */
export interface TellingLinkTable {
  telling: string;
  other: string;
  similarity: number;
  days: number;
  /** How many keys join them. */
  keys: number;
}

/** What events of one or many reports tell of. */
export interface HappeningTable {
  id: string;
  type: string;
  /** "done" (or to be done), "wanted", or a "habit". */
  reality: string;
  name: string;
  /** When it was, as far as a report says; the last day included. */
  first_day: string | null;
  last_day: string | null;
  first_published: string | null;
  last_published: string | null;
  events: number;
  reports: number;
  outlets: number;
  independent_outlets: number;
}

export interface HappeningActorTable {
  happening: string;
  role: "source" | "target" | "about";
  code: string;
  /** How many reports say so. */
  reports: number;
}

export interface HappeningTellingTable {
  telling: string;
  happening: string;
  /** Names the tellings that were decided together: the least of their identifiers. */
  piece: string;
}

/** An event's place in a happening, with the reason. */
export interface HappeningEventTable {
  event: string;
  happening: string;
  report: string;
  telling: string;
  /** The event that it was linked to. */
  nearest: string | null;
  similarity: number | null;
  /** JSON array of strings. */
  reasons: string | null;
}

/** What a person decided of two events, in rising order of their identifiers. */
export interface HappeningDecisionTable {
  event: string;
  other: string;
  decision: "join" | "split";
  note: string | null;
}
