/** What wants an answer or may be one. */
export interface TurnTable {
  /** Of the event or statement that it is, or of the exchange whose joining words alone tell it. */
  id: string;
  report: string;
  /** ISO 8601; empty where neither it nor its report has a date. */
  day: string;
  /** "demand", "charge"; null for what only answers. */
  opens: string | null;
  /** JSON: what it is compared by. */
  content: string;
}

/** A key by which a turn is found. */
export interface TurnKeyTable {
  key: string;
  day: string;
  turn: string;
}

/** What a turn answers. */
export interface TurnLinkTable {
  answer: string;
  opening: string;
  /** The answer's report. */
  report: string;
  answer_is: string;
  link: "explicit" | "inferred";
  /** The exchange of one report whose words join them. */
  exchange: string | null;
  /** How sure an inferred link is, 0 to 1. */
  similarity: number | null;
  /** JSON array of strings. */
  reasons: string | null;
}

/** A demand, charge, offer or threat, however many reports tell it, with its answers. */
export interface LinkedExchangeTable {
  id: string;
  opening_is: string;
  happening: string | null;
  /** The first record that tells it: an event, a statement, or an exchange whose joining words alone do. */
  event: string | null;
  statement: string | null;
  exchange: string | null;
  report: string;
  name: string;
  first_day: string | null;
  last_day: string | null;
  answers: number;
}

/** A turn that tells the opening of an exchange. */
export interface LinkedExchangeTurnTable {
  turn: string;
  linked_exchange: string;
}

export interface LinkedExchangeActorTable {
  linked_exchange: string;
  role: "asks" | "asked" | "answers" | "about";
  code: string;
}

export interface LinkedExchangeAnswerTable {
  linked_exchange: string;
  position: number;
  happening: string | null;
  event: string | null;
  statement: string | null;
  report: string;
  day: string | null;
  answer_is: string;
  link: "explicit" | "inferred";
  exchange: string | null;
  similarity: number | null;
  reasons: string | null;
}
