import type { GroupingRules } from "../grouping/rules.js";

/** What speaks for two events' telling of the same thing, in points. */
export const HAPPENING_POINTS = {
  sameType: 1,
  likeType: -0.5,
  /** Somebody says much on one day, so that speaker and day tell less of what is said. */
  spoken: -0.9,
  sameSource: 1,
  sameTarget: 0.6,
  otherTarget: -1,
  samePerson: 0.6,
  otherPerson: -2.5,
  sameDay: 1.5,
  nextDay: 0.7,
  sameTime: 0.3,
  noDate: -0.5,
  /** Neither has a date, by how far apart their reports were published. */
  published: [
    { days: 1, points: 0.8 },
    { days: 3, points: 0.3 },
    { days: 10, points: -0.3 },
    { days: Number.POSITIVE_INFINITY, points: -1.2 },
  ],
  /** One has a date, by how far from it the other's report was published. */
  dated: [
    { days: 1, points: 0.8 },
    { days: 3, points: 0.3 },
    { days: 10, points: -0.3 },
    { days: Number.POSITIVE_INFINITY, points: -1.2 },
  ],
  sameTrigger: 0.4,
  /** Times the cosine of the sentences' words. */
  words: 2,
  wordsOfSpeech: 3.5,
  /** They were done to or with other things. */
  otherObject: -0.4,
  /** One was a missile test, the other a nuclear test. */
  otherKind: -1.6,
  samePlace: 0.5,
  otherPlace: -0.7,
  sameQuantity: 0.6,
  /** Both are told with the same words in quotation marks. */
  sameQuotation: 2,
  /** Both are the sixth of their kind. */
  sameOrdinal: 1.2,
  otherNumber: -0.7,
  otherPast: -0.4,
};

/** Points from which events of one report tell of the same thing. */
export const SAME_IN_REPORT = 2.6;
/** Points for a noun that takes up what was told before ("the launch"). */
export const POINTS_BACK = 0.6;
/** Points for an event without a date where the other was days before publication. */
export const OTHER_NEWS = -0.7;

/** In points. */
export const HAPPENING_RULES: GroupingRules = {
  similarity: 2.9,
  days: 90,
  nearest: 6,
  most: 128,
  tighter: [
    { similarity: 3.8, days: 14 },
    { similarity: 4.4, days: 4 },
    { similarity: 5, days: 2 },
    { similarity: 6, days: 1 },
  ],
};
