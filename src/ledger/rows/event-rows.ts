import type { Insertable, Selectable } from "kysely";
import type { Event, EventType, Participant, Status } from "../../event/event.js";
import { type Span, textOf } from "../../record/span.js";
import type { Report } from "../../report/report.js";
import type {
  EventParticipantTable,
  EventQuantityTable,
  EventTable,
  ExplanationRivalTable,
} from "../schema.js";
import { optionalSpan, optionalWordsColumns, present } from "./columns.js";
import { participantColumns, participantOf } from "./participant-rows.js";

export function eventRow(
  report: Report,
  event: Event,
  number: number,
  sentence: Span,
): Insertable<EventTable> {
  const what = optionalWordsColumns(report.text, event.what);
  const condition = optionalWordsColumns(report.text, event.condition);
  return {
    id: event.id,
    number,
    report: report.id,
    type: event.type,
    mode: event.mode ?? null,
    status: event.status,
    mutual: event.mutual ? 1 : 0,
    part: event.part,
    trigger_start_offset: event.trigger.start,
    trigger_end_offset: event.trigger.end,
    trigger_words: textOf(report.text, event.trigger),
    what_start_offset: what.start_offset,
    what_end_offset: what.end_offset,
    what_words: what.words,
    condition_start_offset: condition.start_offset,
    condition_end_offset: condition.end_offset,
    condition_words: condition.words,
    time: event.when ?? null,
    place: event.where ?? null,
    claimed_by: event.claimedBy ?? null,
    probability: event.probability ?? null,
    rule: event.explanation.by,
    steps: JSON.stringify(event.explanation.steps),
    sentence: textOf(report.text, sentence),
  };
}

export function participantRows(report: Report, event: Event): Insertable<EventParticipantTable>[] {
  const rows = (role: EventParticipantTable["role"], participants: readonly Participant[]) =>
    participants.map((participant, position) => ({
      event: event.id,
      role,
      position,
      report: report.id,
      ...participantColumns(report, participant),
    }));
  return [...rows("source", event.sources), ...rows("target", event.targets)];
}

export function rivalRows(event: Event): Insertable<ExplanationRivalTable>[] {
  return event.explanation.rivals.map((rival, position) => ({
    event: event.id,
    position,
    type: rival.type,
    rule: rival.by,
    reason: rival.reason,
  }));
}

/** What belongs to one event beside its own row, each list in the order of position. */
export interface EventDetails {
  readonly participants: readonly Selectable<EventParticipantTable>[];
  readonly rivals: readonly Selectable<ExplanationRivalTable>[];
  readonly quantities: readonly Selectable<EventQuantityTable>[];
}

export function eventOf(row: Selectable<EventTable>, details: EventDetails): Event {
  const participants = (role: EventParticipantTable["role"]) =>
    details.participants.filter((p) => p.role === role).map(participantOf);
  return present<Event>({
    kind: "event",
    id: row.id,
    report: row.report,
    type: row.type as EventType,
    mode: row.mode,
    status: row.status as Status,
    sources: participants("source"),
    targets: participants("target"),
    mutual: row.mutual === 1,
    trigger: { start: row.trigger_start_offset, end: row.trigger_end_offset },
    what: optionalSpan(row.what_start_offset, row.what_end_offset),
    when: row.time,
    where: row.place,
    quantities: details.quantities.length > 0 ? details.quantities.map((q) => q.quantity) : undefined,
    claimedBy: row.claimed_by,
    condition: optionalSpan(row.condition_start_offset, row.condition_end_offset),
    part: row.part as Event["part"],
    probability: row.probability,
    explanation: {
      by: row.rule,
      steps: JSON.parse(row.steps) as string[],
      rivals: details.rivals.map((r) => ({ type: r.type as EventType, by: r.rule, reason: r.reason })),
    },
  });
}
