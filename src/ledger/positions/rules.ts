import type { GroupingRules } from "../grouping/rules.js";

/** What speaks for two stands' being the same position, in points. */
export const POSITION_POINTS = {
  /** Both name a third that is neither actor nor addressee. */
  sameAbout: 0.6,
  sameAboutOfAnswers: 0.8,
  otherAbout: -0.4,
  sameToward: 0.4,
  otherToward: -0.3,
  /** Times the cosine of the sentences' words. */
  words: 1.5,
};

/** In points. A position that nobody repeats for longer than a year is another one when it comes back. */
export const POSITION_RULES: GroupingRules = {
  similarity: 0.8,
  days: 366,
  nearest: 6,
  most: 128,
  tighter: [
    { similarity: 1, days: 180 },
    { similarity: 1.3, days: 60 },
    { similarity: 1.6, days: 14 },
  ],
};

/** A change is one where the later position begins at most so many days after the earlier was last seen. */
export const MOST_DAYS_OF_CHANGE = 366;
