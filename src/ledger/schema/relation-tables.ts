import type { ParticipantColumns, Words } from "./columns.js";

/** How one state stands to another, as a report states it. */
export interface RelationTable extends Words {
  id: string;
  report: string;
  position: number;
  relation: string;
  status: string;
  part: string;
  time: number | null;
  claimed_by: string | null;
  rule: string;
  degree_start_offset: number | null;
  degree_end_offset: number | null;
  degree_words: string | null;
}

export interface RelationParticipantTable extends ParticipantColumns {
  relation: string;
  role: "source" | "target";
  report: string;
}
