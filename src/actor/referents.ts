import type { Word } from "../language/analysis.js";
import type { Candidate, Candidates } from "./candidates.js";

/** A candidate that agrees, and whom it speaks of. */
export interface Possible {
  readonly candidate: Candidate;
  readonly referent: Referent;
}

export interface Referent {
  /** How many other referents stand nearer. */
  readonly order: number;
  mentions: number;
  /** The likeliest of its mentions, with its probability, and those of all its mentions together. */
  best: Candidate | undefined;
  top: number;
  sum: number;
}

export function referentOf(referents: Map<string, Referent>, { key }: Candidate): Referent {
  let referent = referents.get(key);
  if (!referent) {
    referent = { order: referents.size, mentions: 0, best: undefined, top: 0, sum: 0 };
    referents.set(key, referent);
  }
  return referent;
}

/** Sums what the ranker gives the mentions of each referent: the likeliest referent, undefined where there is none. */
export function likeliest(
  referents: ReadonlyMap<string, Referent>,
  possible: readonly Possible[],
  probabilities: readonly number[],
): Referent | undefined {
  for (const [i, { candidate, referent }] of possible.entries()) {
    const probability = probabilities[i]!;
    referent.sum += probability;
    if (referent.best && probability <= referent.top) continue;
    referent.best = candidate;
    referent.top = probability;
  }
  let first: Referent | undefined;
  for (const referent of referents.values()) if (!first || referent.sum > first.sum) first = referent;
  return first;
}

/** The place of each by salience, 0 for the most salient. */
export function ranksBySalience(candidates: Candidates, possible: readonly Possible[], word: Word): number[] {
  const weights = possible.map((p) => candidates.salience(p.candidate, word));
  const ranks = new Array<number>(possible.length);
  weights
    .map((_, i) => i)
    .sort((a, b) => weights[b]! - weights[a]!)
    .forEach((index, rank) => {
      ranks[index] = rank;
    });
  return ranks;
}
