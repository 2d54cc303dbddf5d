import type { ColumnType, Generated } from "kysely";

/*
 * The ledger's tables as TypeScript sees them. `migrations/` makes them; docs/ledger.md explains them to people.
 * Offsets are UTF-16 code units in `reports.text`, end exclusive; `words` are the words that they cover.
 */

/** Columns of a stretch of text that is always there. */
interface Words {
  start_offset: number;
  end_offset: number;
  words: string;
}

/** Columns of an actor: state or organisation, then as much more as is known. */
interface ActorColumns {
  code: string | null;
  sector: string | null;
  agency: string | null;
  person: string | null;
}

/** How a value came to be known: `rule` where it is known, `reason` where it is not. */
interface BasisColumns {
  basis: "stated" | "inferred" | "given" | "unknown";
  rule: string | null;
  reason: string | null;
}

export interface InformationTable {
  name: string;
  value: string;
}

export interface ReportTable {
  id: string;
  number: number;
  origin: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  licence_terms: string | null;
  /** JSON array of strings. */
  licence_must_carry: string | null;
  text: string;
  /** Version of the reader (program, model, codebook, knowledge) that the rows come from. */
  reader_version: string;
  /** Identifies what was read and by which version: the same fingerprint means the same rows. */
  fingerprint: string;
}

export interface ReportFactTable extends BasisColumns {
  report: string;
  fact: "title" | "outlet" | "published" | "licence";
  start_offset: number | null;
  end_offset: number | null;
  words: string | null;
}

export interface BylineTable {
  report: string;
  position: number;
  name: string;
  role: string | null;
}

export interface DatelineTable extends Words {
  report: string;
  place: string | null;
  agency: string | null;
  year: number | null;
  month: number | null;
  day: number | null;
}

export interface ReportNoteTable {
  report: string;
  position: number;
  note: string;
}

export interface ParagraphTable extends Words {
  number: Generated<number>;
  report: string;
  position: number;
  role: string;
  reason: string | null;
}

export interface MentionTable extends Words {
  report: string;
  position: number;
  form: string;
  head_word: number;
  first_word: number;
  last_word: number;
  person: string | null;
  antecedent: number | null;
  /** 0 to 1, for a mention whose antecedent was chosen by the learned ranker. */
  confidence: number | null;
  rule: string;
  reason: string | null;
}

export interface MentionActorTable extends ActorColumns {
  report: string;
  mention: number;
  position: number;
}

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

export interface EventQuantityTable {
  event: string;
  report: string;
  quantity: number;
}

export interface StatementTable {
  id: string;
  number: number;
  report: string;
  form: string;
  part: string;
  speaker_code: string | null;
  speaker_sector: string | null;
  speaker_agency: string | null;
  speaker_person: string | null;
  speaker_basis: BasisColumns["basis"];
  speaker_rule: string | null;
  speaker_reason: string | null;
  mention: number | null;
  time: number | null;
  /** Where it was said: a place's position. */
  place: number | null;
  /** What the words do: "asserts", "denies", "demands". */
  act: string | null;
  /** The statement whose speaker goes on here. */
  goes_on_from: string | null;
  rule: string;
  /** The content's words; a split quotation's parts are joined by " … ". */
  words: string;
}

export interface StatementSpanTable extends Words {
  statement: string;
  role: "source" | "cue" | "content" | "quoted" | "medium" | "venue" | "addressee" | "speaker";
  position: number;
}

/** One of those through whom a statement came to its report. */
export interface AttributionLinkTable extends ActorColumns {
  statement: string;
  position: number;
  role: "origin" | "speaker" | "relay" | "report";
  report: string;
  mention: number | null;
  /** Null for the report itself. */
  basis: BasisColumns["basis"] | null;
  rule: string | null;
  reason: string | null;
  /** The relay's own statement, inside which this one is told. */
  told_in: string | null;
  start_offset: number | null;
  end_offset: number | null;
  words: string | null;
  cue_start_offset: number | null;
  cue_end_offset: number | null;
  cue_words: string | null;
  evidence_start_offset: number | null;
  evidence_end_offset: number | null;
  evidence_words: string | null;
}

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
  rule: string;
  /** The sentence that the trigger stands in. */
  sentence: string;
}

export interface EventParticipantTable extends ActorColumns, BasisColumns {
  event: string;
  role: "source" | "target";
  position: number;
  report: string;
  mention: number | null;
  start_offset: number | null;
  end_offset: number | null;
  words: string | null;
  evidence_start_offset: number | null;
  evidence_end_offset: number | null;
  evidence_words: string | null;
}

export interface ExplanationStepTable {
  event: string;
  position: number;
  step: string;
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

export interface AnalysisTable {
  report: string;
  encoding: string;
  analysis: ColumnType<ArrayBuffer, Uint8Array, Uint8Array>;
}

/** An office that a report gives a person. */
export interface OfficeTable extends Words {
  report: string;
  position: number;
  person: string;
  /** First and last word of the name, folded. */
  name_begins: string;
  name_ends: string;
  code: string;
  sector: string | null;
  agency: string | null;
  office: string;
  basis: "stated" | "inferred";
}

/** A person whom a report names and whose office other reports must tell. */
export interface PersonSoughtTable {
  report: string;
  /** Folded, words parted by spaces. */
  name: string;
  name_ends: string;
  /** 1 where the ledger has learned of such a name since the report was read. */
  outdated: number;
}

/** Reports on the same dispute and episode. */
export interface StoryTable {
  id: string;
  name: string;
  /** Null where none of the reports has a date. */
  first_published: string | null;
  last_published: string | null;
  reports: number;
  outlets: number;
  independent_outlets: number;
}

/** A report's place in a story, with the reason. */
export interface StoryReportTable {
  report: string;
  story: string;
  /** Names the reports that were decided together: the least of their identifiers. */
  piece: string;
  /** Mean similarity with the story's other reports, 0 to 1; null in a story of one report. */
  similarity: number | null;
  nearest: string | null;
  nearest_similarity: number | null;
  /** JSON array of strings. */
  shared_words: string | null;
  copy_of: string | null;
}

/** What a report is compared by. */
export interface StoryTermsTable {
  report: string;
  /** JSON array of arrays: term, weight, as it is written. */
  terms: string;
  /** JSON array of numbers. */
  sketch: string;
}

/** A term by which a report is found. */
export interface StoryKeyTable {
  term: string;
  /** Empty where the report has no date. */
  published: string;
  report: string;
}

/** Two reports that are alike and near; each pair is there twice. */
export interface StoryLinkTable {
  report: string;
  other: string;
  similarity: number;
  days: number;
  /** How many keys join them. */
  keys: number;
}

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
  times: TimeTable;
  places: PlaceTable;
  quantities: QuantityTable;
  event_quantities: EventQuantityTable;
  statements: StatementTable;
  statement_spans: StatementSpanTable;
  attribution_links: AttributionLinkTable;
  events: EventTable;
  event_participants: EventParticipantTable;
  explanation_steps: ExplanationStepTable;
  explanation_rivals: ExplanationRivalTable;
  exchanges: ExchangeTable;
  analyses: AnalysisTable;
  offices: OfficeTable;
  people_sought: PersonSoughtTable;
  stories: StoryTable;
  story_reports: StoryReportTable;
  story_terms: StoryTermsTable;
  story_keys: StoryKeyTable;
  story_links: StoryLinkTable;
}
