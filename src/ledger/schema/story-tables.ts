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
