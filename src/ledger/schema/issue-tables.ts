/** Terms of a report, by which it may be told what its story is about. */
export interface IssueTermsTable {
  report: string;
  /** JSON array of objects. */
  terms: string;
  /** 1 where it tells what one actor does to another. */
  disputes: number;
}

/** What a story is about, by the words of its reports. */
export interface StoryIssueTable {
  story: string;
  /** From 0 for what weighs most. */
  place: number;
  /** The same in every story that is about it. */
  issue: string;
  term: string;
  /** Code of whose it is. */
  owner: string | null;
  name: string;
  reports: number;
  weight: number;
}
