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
 */

export { type Actor, actorCode, type Mention, type MentionForm, type Sector } from "./actor/actor.js";
export {
  EVENT_TYPES,
  type Event,
  type EventType,
  type Explanation,
  type Participant,
  STATUSES,
  type Status,
} from "./event/event.js";
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
export type { Exchange } from "./ledger/exchange.js";
export { type Evidence, type Explained, type ExplainedActor, explain } from "./ledger/explain.js";
export { type Found, Ledger, type LedgerOptions, type LedgerRecord } from "./ledger/ledger.js";
export { LedgerError, type LedgerErrorCode } from "./ledger/ledger-error.js";
export { readerVersion } from "./ledger/reader-version.js";
export type { Hit } from "./ledger/search.js";
export type { Where } from "./place/where.js";
export type { Statement } from "./quotation/statement.js";
export { read, readAll } from "./reading/read.js";
export type { Reading } from "./reading/reading.js";
export { identifier } from "./record/identifier.js";
export type { Refusal, RefusalCode } from "./record/refusal.js";
export { sentence as refusalSentence } from "./record/refusals.js";
export { contains, cover, overlaps, type Span, textOf } from "./record/span.js";
export { type Basis, type Known, known, type Unknown, unknown, type Value } from "./record/value.js";
export { type InputOptions, readInputs } from "./report/inputs.js";
export { type ReportInput, readReport } from "./report/read-report.js";
export type { Byline, Licence, Paragraph, ParagraphRole, Report } from "./report/report.js";
export type { Grain, When } from "./time/when.js";
