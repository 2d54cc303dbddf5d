import type { Words } from "./columns.js";

export interface TimeTable extends Words {
  report: string;
  position: number;
  type: string;
  value: string;
  modifier: string | null;
  grain: string;
  basis: string;
  interval_start: string | null;
  interval_end: string | null;
  /** What a relative time counts from, and how far: "last week" is -1 week from the publication date. */
  relation_to: string | null;
  relation_count: number | null;
  /** "earlier" or "later", where no number is told. */
  relation_direction: string | null;
  relation_unit: string | null;
  /** "since", "until", "by". */
  signal: string | null;
  anchor_start_offset: number | null;
  anchor_end_offset: number | null;
  anchor_words: string | null;
  rule: string;
  reason: string | null;
}

export interface PlaceTable extends Words {
  report: string;
  position: number;
  name: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: string;
  rule: string;
  reason: string | null;
}

export interface QuantityTable extends Words {
  report: string;
  position: number;
  low: number;
  /** Null where the words set no upper limit ("dozens"). */
  high: number | null;
  unit: string;
  bound: string;
  measures: string;
  of_start_offset: number | null;
  of_end_offset: number | null;
  of_words: string | null;
  change_direction: string | null;
  change_as: string | null;
  change_start_offset: number | null;
  change_end_offset: number | null;
  change_words: string | null;
  base_start_offset: number | null;
  base_end_offset: number | null;
  base_words: string | null;
  time: number | null;
  claimed_by: string | null;
  rule: string;
}
