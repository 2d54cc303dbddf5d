import { createHash } from "node:crypto";
import type { Features } from "../../src/ledger/exchanges/answer-features.js";

/** A pair of turns of one report, and whether the one answers the other by its marks. */
export interface Case {
  readonly report: string;
  readonly features: Features;
  readonly right: boolean;
}

const ROUNDS = 300;
const RATE = 0.05;
/** Quadratic penalties: on what one kind of pair has for its own, and on all else. */
const PAIR = 6;
const OTHER = 2;
/** The weight that all pairs have. */
export const NONE = "none of them";

/** Fits a logistic model by Adam (Kingma and Ba 2015). */
export function fit(cases: readonly Case[]): Map<string, number> {
  const names = [NONE, ...new Set(cases.flatMap(({ features }) => [...features.keys()]))];
  const state = new Map(names.map((name) => [name, { weight: 0, first: 0, second: 0 }]));
  const weights = () => new Map([...state].map(([name, { weight }]) => [name, weight]));
  for (let round = 1; round <= ROUNDS; round++) {
    const now = weights();
    const gradient = new Map(names.map((name) => [name, -penalty(name) * now.get(name)!]));
    const add = (name: string, value: number) => gradient.set(name, gradient.get(name)! + value);
    for (const { features, right } of cases) {
      const error = (right ? 1 : 0) - probability(now, features);
      add(NONE, error);
      for (const [name, value] of features) add(name, error * value);
    }
    for (const [name, own] of state) {
      const slope = gradient.get(name)! / cases.length;
      own.first = 0.9 * own.first + 0.1 * slope;
      own.second = 0.99 * own.second + 0.01 * slope ** 2;
      const size = Math.sqrt(own.second / (1 - 0.99 ** round)) + 1e-8;
      own.weight += (RATE * (own.first / (1 - 0.9 ** round))) / size;
    }
  }
  return weights();
}

export function probability(weights: ReadonlyMap<string, number>, features: Features): number {
  let sum = weights.get(NONE) ?? 0;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** Which of `folds` parts a report is in. */
export function foldOf(report: string, folds: number): number {
  return Number.parseInt(createHash("sha256").update(`fold ${report}`).digest("hex").slice(0, 8), 16) % folds;
}

function penalty(name: string): number {
  if (name === NONE) return 0;
  return name.includes(" and ") ? PAIR : OTHER;
}
