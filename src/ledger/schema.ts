/*
 * The ledger's tables as TypeScript sees them. `migrations/` makes them; docs/ledger.md explains them to people.
 * Offsets are UTF-16 code units in `reports.text`, end exclusive; `words` are the words that they cover.
 */

import type { PlaceTable, QuantityTable, TimeTable } from "./schema/circumstance-tables.js";
import type {
  EventParticipantTable,
  EventQuantityTable,
  EventTable,
  ExchangeTable,
  ExplanationRivalTable,
} from "./schema/event-tables.js";
import type {
  LinkedExchangeActorTable,
  LinkedExchangeAnswerTable,
  LinkedExchangeTable,
  LinkedExchangeTurnTable,
  TurnKeyTable,
  TurnLinkTable,
  TurnTable,
} from "./schema/exchange-tables.js";
import type {
  HappeningActorTable,
  HappeningDecisionTable,
  HappeningEventTable,
  HappeningTable,
  HappeningTellingTable,
  TellingKeyTable,
  TellingLinkTable,
  TellingTable,
} from "./schema/happening-tables.js";
import type { ChangeTable, EarlierReadingTable, GoneRowTable } from "./schema/history-tables.js";
import type { IssueTermsTable, StoryIssueTable } from "./schema/issue-tables.js";
import type {
  MentionActorTable,
  MentionTable,
  OfficeTable,
  PersonSoughtTable,
  ReportActorTable,
} from "./schema/mention-tables.js";
import type {
  PositionChangeTable,
  PositionCodeTable,
  PositionStandTable,
  PositionTable,
  StandKeyTable,
  StandLinkTable,
  StandTable,
} from "./schema/position-tables.js";
import type { RelationParticipantTable, RelationTable } from "./schema/relation-tables.js";
import type {
  AcrossStepTable,
  AnalysisTable,
  BylineTable,
  DatelineTable,
  InformationTable,
  ParagraphTable,
  ReportFactTable,
  ReportNoteTable,
  ReportTable,
} from "./schema/report-tables.js";
import type { ReviewedRowTable, ReviewTable, StandingReviewTable } from "./schema/review-tables.js";
import type { StatementActorTable, StatementTable } from "./schema/statement-tables.js";
import type {
  StoryKeyTable,
  StoryLinkTable,
  StoryReportTable,
  StoryTable,
  StoryTermsTable,
} from "./schema/story-tables.js";
import type {
  TensionActorTable,
  TensionBasisTable,
  TensionClaimGroupTable,
  TensionClaimTable,
  TensionSideTable,
  TensionTable,
} from "./schema/tension-tables.js";

export type * from "./schema/circumstance-tables.js";
export type * from "./schema/event-tables.js";
export type * from "./schema/exchange-tables.js";
export type * from "./schema/happening-tables.js";
export type * from "./schema/history-tables.js";
export type * from "./schema/issue-tables.js";
export type * from "./schema/mention-tables.js";
export type * from "./schema/position-tables.js";
export type * from "./schema/relation-tables.js";
export type * from "./schema/report-tables.js";
export type * from "./schema/review-tables.js";
export type * from "./schema/statement-tables.js";
export type * from "./schema/story-tables.js";
export type * from "./schema/tension-tables.js";

/** Every table of the ledger by its name. */
export interface Schema {
  ledger_information: InformationTable;
  reports: ReportTable;
  report_facts: ReportFactTable;
  bylines: BylineTable;
  datelines: DatelineTable;
  report_notes: ReportNoteTable;
  paragraphs: ParagraphTable;
  mentions: MentionTable;
  mention_actors: MentionActorTable;
  report_actors: ReportActorTable;
  times: TimeTable;
  places: PlaceTable;
  quantities: QuantityTable;
  event_quantities: EventQuantityTable;
  statements: StatementTable;
  statement_actors: StatementActorTable;
  events: EventTable;
  event_participants: EventParticipantTable;
  explanation_rivals: ExplanationRivalTable;
  exchanges: ExchangeTable;
  relations: RelationTable;
  relation_participants: RelationParticipantTable;
  analyses: AnalysisTable;
  offices: OfficeTable;
  people_sought: PersonSoughtTable;
  stories: StoryTable;
  story_reports: StoryReportTable;
  story_terms: StoryTermsTable;
  story_keys: StoryKeyTable;
  story_links: StoryLinkTable;
  across_steps: AcrossStepTable;
  changes: ChangeTable;
  earlier_readings: EarlierReadingTable;
  gone_rows: GoneRowTable;
  tellings: TellingTable;
  telling_keys: TellingKeyTable;
  telling_links: TellingLinkTable;
  happenings: HappeningTable;
  happening_actors: HappeningActorTable;
  happening_tellings: HappeningTellingTable;
  happening_events: HappeningEventTable;
  happening_decisions: HappeningDecisionTable;
  turns: TurnTable;
  turn_keys: TurnKeyTable;
  turn_links: TurnLinkTable;
  linked_exchanges: LinkedExchangeTable;
  linked_exchange_turns: LinkedExchangeTurnTable;
  linked_exchange_actors: LinkedExchangeActorTable;
  linked_exchange_answers: LinkedExchangeAnswerTable;
  stands: StandTable;
  stand_keys: StandKeyTable;
  stand_links: StandLinkTable;
  positions: PositionTable;
  position_codes: PositionCodeTable;
  position_stands: PositionStandTable;
  position_changes: PositionChangeTable;
  tension_claims: TensionClaimTable;
  tension_claim_groups: TensionClaimGroupTable;
  tensions: TensionTable;
  tension_sides: TensionSideTable;
  tension_actors: TensionActorTable;
  tension_bases: TensionBasisTable;
  issue_terms: IssueTermsTable;
  story_issues: StoryIssueTable;
  reviews: ReviewTable;
  standing_reviews: StandingReviewTable;
  reviewed_rows: ReviewedRowTable;
}
