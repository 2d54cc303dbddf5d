/** Reports on the same dispute and episode. */
export interface Story {
  readonly kind: "story";
  /** `y` + hash of the first report's identifier: it stays while later reports join. */
  readonly id: string;
  /** Words that the reports use, what counts most first. */
  readonly name: string;
  /** Publication date of the first and last report, ISO 8601; absent where no report has one. */
  readonly firstPublished?: string;
  readonly lastPublished?: string;
  /** Different outlets among the reports that name theirs. */
  readonly outlets: number;
  /** Outlets that tell independently: a copy counts with what it copies, an outlet once. */
  readonly independentOutlets: number;
  /** In the order of publication. */
  readonly reports: readonly ReportOfStory[];
}

/** A report in a story, and why it is there. */
export interface ReportOfStory {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  /** How sure: mean cosine with the story's other reports, 0 to 1; absent, like the next three, where it is the only one. */
  readonly similarity?: number;
  /** The report that is most like it. */
  readonly nearest?: string;
  readonly nearestSimilarity?: number;
  /** Words that it shares with that one, what counts most first. */
  readonly sharedWords?: readonly string[];
  /** The first report of the story whose words this one repeats; absent where there is none. */
  readonly copyOf?: string;
}

/** Which stories to give; each part narrows them down. */
export interface StoryFilter {
  /** At least half of the reports name each of these actors: codes such as CHN. */
  readonly between?: readonly string[];
  /** At least half of the reports name one of these actors. */
  readonly about?: readonly string[];
  /** Only stories with a report of that day or later, ISO 8601. */
  readonly from?: string;
  /** Only stories with a report of that day or earlier, ISO 8601. */
  readonly to?: string;
  /** Only stories about this issue: its identifier, or how it begins. */
  readonly issue?: string;
  /** Only stories of at least so many reports. */
  readonly fewest?: number;
  /** Only the stories with these identifiers. */
  readonly ids?: readonly string[];
}
