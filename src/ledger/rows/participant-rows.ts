import type { Selectable } from "kysely";
import type { Participant } from "../../event/event.js";
import type { Report } from "../../report/report.js";
import type { ParticipantColumns } from "../schema/columns.js";
import {
  actorColumns,
  actorOf,
  basisColumns,
  optionalSpan,
  optionalWordsColumns,
  present,
  readValue,
} from "./columns.js";

/** Who takes part in something, with the words: columns that several tables have. */
export function participantColumns(
  report: Report,
  { actor, mention, span }: Participant,
): ParticipantColumns {
  const evidence = optionalWordsColumns(report.text, actor.known ? actor.evidence : undefined);
  return {
    ...actorColumns(actor.known ? actor.value : undefined),
    ...basisColumns(actor),
    mention: mention ?? null,
    ...optionalWordsColumns(report.text, span),
    evidence_start_offset: evidence.start_offset,
    evidence_end_offset: evidence.end_offset,
    evidence_words: evidence.words,
  };
}

export function participantOf(row: Selectable<ParticipantColumns>): Participant {
  return present<Participant>({
    actor: readValue(
      row,
      () => actorOf(row),
      optionalSpan(row.evidence_start_offset, row.evidence_end_offset),
    ),
    mention: row.mention,
    span: optionalSpan(row.start_offset, row.end_offset),
  });
}
