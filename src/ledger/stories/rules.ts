import type { GroupingRules } from "../grouping/rules.js";

/** How alike (cosine of the terms, 0 to 1) and how near in time reports must be to belong to one story. */
export interface StoryRules extends GroupingRules {
  /** A report is found by so many of its terms, those of the greatest weight. */
  readonly keys: number;
}

/** Measured on one half of the development stories (docs/story-gold.md). */
export const STORY_RULES: StoryRules = {
  similarity: 0.13,
  days: 366,
  nearest: 8,
  keys: 8,
  most: 128,
  tighter: [
    { similarity: 0.2, days: 60 },
    { similarity: 0.3, days: 14 },
    { similarity: 0.45, days: 4 },
    { similarity: 0.6, days: 1 },
    { similarity: 0.8, days: 0 },
  ],
};
