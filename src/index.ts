/**
 * demarche as a library. A report goes in, a reading comes out, a ledger keeps it:
 *
 * ```ts
 * const language = await loadLanguage();
 * const report = readReport({ origin: "report.txt", content: text });
 * if (report.kind === "report") {
 *   const ledger = await Ledger.open("demarche.db");
 *   await ledger.add(await read(report, language));
 *   for await (const event of ledger.events()) console.log(event.type, textOf(report.text, event.trigger));
 *   await ledger.close();
 * }
 * ```
 *
 * More stands in examples/, each a program that runs.
 */

export { type Actor, actorCode, type Mention, type MentionForm, type Sector } from "./actor/actor.js";
export { check, type GoldFile } from "./check/check.js";
export type { Checked, CheckedRow } from "./check/checked.js";
export { type GoldReading, readGoldReading } from "./check/gold-reading.js";
export {
  EVENT_TYPES,
  type Event,
  type EventType,
  type Explanation,
  type Participant,
  STATUSES,
  type Status,
} from "./event/event.js";
export { ExportError, type ExportErrorCode } from "./export/export-error.js";
export { type ExportOptions, exportLedger } from "./export/export-ledger.js";
export { type ActorFile, readActorFile } from "./knowledge/actor-file.js";
export { type Knowledge, knowledgeWith } from "./knowledge/knowledge.js";
export type {
  Analysis,
  AttributionRole,
  Name,
  NameType,
  RoleSpan,
  Sentence,
  UniversalTag,
  Word,
} from "./language/analysis.js";
export { type Language, loadLanguage } from "./language/language.js";
export type { AcrossFilter } from "./ledger/across/filter.js";
export type { Exchange } from "./ledger/exchanges/exchange.js";
export type { LinkedAnswer, LinkedExchange } from "./ledger/exchanges/linked-exchange.js";
export { type Evidence, type Explained, type ExplainedActor, explain } from "./ledger/explain.js";
export type { EventOfHappening, Happening } from "./ledger/happenings/happening.js";
export type { Issue, StoryOfIssue } from "./ledger/issues/issue.js";
export { type Found, Ledger, type LedgerOptions, type LedgerRecord } from "./ledger/ledger.js";
export { LedgerError, type LedgerErrorCode } from "./ledger/ledger-error.js";
export type { ChangeOfPosition, Position, StandOfPosition } from "./ledger/positions/position.js";
export { readerVersion } from "./ledger/reader-version.js";
export type { Agreement } from "./ledger/reviews/agreement.js";
export type { GivenValues, Judgement } from "./ledger/reviews/judge.js";
export { type Alpha, nominalAlpha } from "./ledger/reviews/krippendorff.js";
export type { ReviewFilter } from "./ledger/reviews/list-reviews.js";
export type {
  JudgedRow,
  Review,
  ReviewedKind,
  ReviewedRow,
  RowValues,
  StandingReview,
  Verdict,
} from "./ledger/reviews/review.js";
export { ReviewError, type ReviewErrorCode } from "./ledger/reviews/review-error.js";
export type { ImportedReviews } from "./ledger/reviews/review-file.js";
export type { Hit } from "./ledger/search.js";
export type { Story, StoryFilter } from "./ledger/stories/story.js";
export type { Tension, TensionSide } from "./ledger/tensions/tension.js";
export type { TensionRule } from "./ledger/tensions/tension-rules.js";
export type { Where } from "./place/where.js";
export type { Quantity } from "./quantity/quantity.js";
export type { Statement } from "./quotation/statement.js";
export { read, readAll } from "./reading/read.js";
export type { Reading } from "./reading/reading.js";
export { identifier } from "./record/identifier.js";
export type { Refusal, RefusalCode } from "./record/refusal.js";
export { sentence as refusalSentence } from "./record/refusals.js";
export { contains, cover, overlaps, type Span, textOf } from "./record/span.js";
export { type Basis, type Known, known, type Unknown, unknown, type Value } from "./record/value.js";
export type { Relation } from "./relation/relation.js";
export { type InputOptions, readInputs } from "./report/inputs.js";
export { type ReportInput, readReport } from "./report/read-report.js";
export type { Byline, Licence, Paragraph, ParagraphRole, Report } from "./report/report.js";
export type { Grain, When } from "./time/when.js";
