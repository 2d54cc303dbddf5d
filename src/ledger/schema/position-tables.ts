/** One time that an actor takes a stance. */
export interface StandTable {
  id: string;
  report: string;
  /** ISO 8601; empty where neither it nor its report has a date. */
  day: string;
  /** JSON: what it is compared by. */
  content: string;
}

/** A key by which a stand is found. */
export interface StandKeyTable {
  key: string;
  day: string;
  stand: string;
}

/** Two stands that are alike and near; each pair is there twice. */
export interface StandLinkTable {
  stand: string;
  other: string;
  similarity: number;
  days: number;
  /** How many keys join them. */
  keys: number;
}

/** What an actor holds, as it is repeated over time and speakers. */
export interface PositionTable {
  id: string;
  /** A code, with the sector where it does not speak for the state. */
  actor: string;
  stance: string;
  name: string;
  first_seen: string | null;
  last_seen: string | null;
  stands: number;
  reports: number;
}

export interface PositionCodeTable {
  position: string;
  role: "actor" | "toward" | "about";
  code: string;
  /** From 0 for the commonest. */
  place: number;
}

/** A stand's place in a position, with the reason. */
export interface PositionStandTable {
  stand: string;
  position: string;
  /** Names the stands that were decided together: the least of their identifiers. */
  piece: string;
  report: string;
  /** The event or statement. */
  row: string;
  /** The event or statement before it that is most like it. */
  nearest: string | null;
  similarity: number | null;
  /** JSON array of strings. */
  reasons: string | null;
}

/** A position that gave way to an opposed one. */
export interface PositionChangeTable {
  earlier: string;
  later: string;
  earlier_stand: string;
  later_stand: string;
}
