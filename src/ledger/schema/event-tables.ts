import type { ParticipantColumns } from "./columns.js";

export interface EventTable {
  id: string;
  number: number;
  report: string;
  type: string;
  mode: string | null;
  status: string;
  mutual: number;
  part: string;
  trigger_start_offset: number;
  trigger_end_offset: number;
  trigger_words: string;
  what_start_offset: number | null;
  what_end_offset: number | null;
  what_words: string | null;
  condition_start_offset: number | null;
  condition_end_offset: number | null;
  condition_words: string | null;
  time: number | null;
  place: number | null;
  claimed_by: string | null;
  /** How likely all of it is right, 0 to 1; null where that is not known. */
  probability: number | null;
  rule: string;
  /** The steps that led to it, in order, as a JSON array. */
  steps: string;
  /** The sentence that the trigger stands in. */
  sentence: string;
}

export interface EventParticipantTable extends ParticipantColumns {
  event: string;
  role: "source" | "target";
  position: number;
  report: string;
}

export interface EventQuantityTable {
  event: string;
  report: string;
  quantity: number;
}

export interface ExplanationRivalTable {
  event: string;
  position: number;
  type: string;
  rule: string;
  reason: string;
}

export interface ExchangeTable {
  id: string;
  number: number;
  report: string;
  demand_event: string | null;
  demand_statement: string | null;
  answer_event: string | null;
  answer_statement: string | null;
  answer_is: string;
  link: string;
  joined_by_start_offset: number | null;
  joined_by_end_offset: number | null;
  joined_by_words: string | null;
  rule: string;
}
