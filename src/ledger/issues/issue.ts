/** A story that is about an issue. */
export interface StoryOfIssue {
  /** Identifier and name of the story. */
  readonly id: string;
  readonly name: string;
  /** The issue as the story's reports write it. */
  readonly words: string;
  /** How many of the story's reports use the words. */
  readonly reports: number;
  readonly weight: number;
  readonly firstPublished?: string;
  readonly lastPublished?: string;
}

/** What disputes are about, named by the words of their reports. */
export interface Issue {
  readonly kind: "issue";
  readonly id: string;
  /** As the story of which most reports use it writes it: "North Korea's nuclear program". */
  readonly name: string;
  /** Lemmas, by which it is the same in all stories. */
  readonly term: string;
  /** Code of whose it is. */
  readonly owner?: string;
  /** How many reports use the words, in all these stories. */
  readonly reports: number;
  /** The story of which most reports use the words first. */
  readonly stories: readonly StoryOfIssue[];
}
