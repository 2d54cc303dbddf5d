/** What speaks for one turn's being the answer to another of another report, in points. */
export const ANSWER_POINTS = {
  /** Who was asked answers, by how the opening names them. */
  asked: 1,
  named: -0.3,
  /** The answer is said to those who asked. */
  toAsker: 1,
  aboutAsker: 0.6,
  toAnother: -1.2,
  /** By the days between. */
  days: [
    { days: 1, points: 0.4 },
    { days: 3, points: 0 },
    { days: 14, points: -0.6 },
    { days: Number.POSITIVE_INFINITY, points: -1.2 },
  ],
  noDay: -0.6,
  /** Times the cosine of the words. */
  words: 2.5,
  /** Times the cosine of the reports' words. */
  reports: 1,
  samePeople: 0.4,
  deflects: 0.4,
  kinds: {
    refusal: 0.8,
    "conditional refusal": 0.8,
    denial: 0.8,
    yielding: 0.3,
    acceptance: 0,
    "counter-demand": -0.5,
    "counter-charge": -0.2,
    charge: -0.8,
    threat: -0.5,
    deflection: 0,
    response: -0.5,
  },
} as const;

export const EXCHANGE_RULES = {
  /** Points from which a turn is taken for an answer. */
  points: 3.5,
  /** Points by which it is e times as sure. */
  scale: 1,
  /** An answer comes at most so many days after what it answers. */
  days: 30,
  /** What a body was asked for is done at most so many days after. */
  doneWithin: 7,
  /** Openings that a turn is compared with, those of the latest days, for each key. */
  nearest: 16,
} as const;
