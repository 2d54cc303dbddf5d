import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CandidateValues, NONE_FEATURES, type NoneValues } from "./antecedent-features.js";
import { CANDIDATE_FEATURES, CANDIDATE_VALUES } from "./antecedent-values.js";
import type { Candidate } from "./candidates.js";
import type { PronounKind } from "./pronoun-kinds.js";

/** Anaphors that share weights: "he" and "she" are one group, definite noun phrases another. */
export type AnaphorGroup = "person" | "it" | "they" | "nominal";

/** One anaphor, what it may stand for, and what the ranker sees of each. */
export interface AntecedentQuestion {
  readonly word: number;
  readonly group: AnaphorGroup;
  readonly candidates: readonly Candidate[];
  /** By candidate, in the order of `candidates`. */
  readonly values: readonly CandidateValues[];
  readonly none: NoneValues;
}

/** Gives each candidate its probability, and last the one that the anaphor stands for none of them. */
export interface AntecedentRanker {
  probabilities(question: AntecedentQuestion): readonly number[];
}

export function groupOf(kind: PronounKind | "nominal"): AnaphorGroup {
  return kind === "he" || kind === "she" ? "person" : kind === "it" || kind === "nominal" ? kind : "they";
}

export const GROUPS: readonly AnaphorGroup[] = ["person", "it", "they", "nominal"];

/** By feature and value. */
interface Weights {
  readonly candidate: readonly Float64Array[];
  readonly none: readonly Map<string, number>[];
}

/**
 * A log-linear ranker (maximum entropy over the candidates of one anaphor, as in Denis and Baldridge 2008): a score is the
 * sum of the weights of its features' values, probabilities are the softmax over all. A table has one weight a line, with
 * the group of anaphors, the feature and its value. Throws an Error that names a line which is not so.
 */
export class LearnedRanker implements AntecedentRanker {
  readonly #weights = new Map<AnaphorGroup, Weights>(
    GROUPS.map((group) => [
      group,
      {
        candidate: CANDIDATE_FEATURES.map((feature) => new Float64Array(CANDIDATE_VALUES[feature].length)),
        none: NONE_FEATURES.map(() => new Map()),
      },
    ]),
  );

  constructor(table: string) {
    const places = CANDIDATE_FEATURES.map(
      (feature) => new Map<string, number>(CANDIDATE_VALUES[feature].map((value, place) => [value, place])),
    );
    table.split("\n").forEach((line, i) => {
      if (line === "" || line.startsWith("#") || line.startsWith("pronouns\t")) return;
      const [group, feature, value, weight] = line.split("\t") as [AnaphorGroup, string, string, string];
      const number = Number.parseFloat(weight);
      const of = this.#weights.get(group);
      const ofCandidate = (CANDIDATE_FEATURES as readonly string[]).indexOf(feature);
      const ofNone = (NONE_FEATURES as readonly string[]).indexOf(feature);
      const place = places[ofCandidate]?.get(value);
      if (of && Number.isFinite(number) && place !== undefined) of.candidate[ofCandidate]![place] = number;
      else if (of && Number.isFinite(number) && ofNone >= 0) of.none[ofNone]!.set(value, number);
      else
        throw new Error(
          `weights of the antecedent ranker, line ${i + 1}: pronouns, feature, value, weight expected`,
        );
    });
  }

  probabilities({ group, values, none }: AntecedentQuestion): readonly number[] {
    const weights = this.#weights.get(group)!;
    const scores = values.map((v) => scoreOf(weights.candidate, v));
    let sum = 0;
    for (const [i, value] of none.entries()) {
      if (value !== undefined) sum += weights.none[i]!.get(value) ?? 0;
    }
    scores.push(sum);
    return softmax(scores);
  }
}

function scoreOf(weights: readonly Float64Array[], values: CandidateValues): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value >= 0) sum += weights[i]![value]!;
  }
  return sum;
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

let shipped: AntecedentRanker | undefined;

/** The ranker of `models/en/coreference.tsv`, read once. */
export function shippedRanker(): AntecedentRanker {
  shipped ??= new LearnedRanker(
    readFileSync(fileURLToPath(new URL("../../models/en/coreference.tsv", import.meta.url)), "utf8"),
  );
  return shipped;
}
