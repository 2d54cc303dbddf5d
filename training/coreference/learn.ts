import { type CandidateValues, NONE_FEATURES, type NoneValues } from "../../src/actor/antecedent-features.js";
import { type AnaphorGroup, GROUPS, softmax } from "../../src/actor/antecedent-ranker.js";
import { CANDIDATE_FEATURES, CANDIDATE_VALUES } from "../../src/actor/antecedent-values.js";
import type { AnsweredQuestion } from "./questions.js";

export interface LearnOptions {
  /** Passes over the questions. */
  readonly epochs: number;
  /** Step of AdaGrad. */
  readonly rate: number;
  /** Strength of the quadratic penalty on weights, for one question. */
  readonly penalty: number;
  /** A feature's value seen with fewer candidates than this has no weight. */
  readonly rarest: number;
  /** Features that are left out, to see what they are worth. */
  readonly without?: readonly string[];
}

export const OPTIONS: LearnOptions = { epochs: 12, rate: 0.08, penalty: 0.2, rarest: 8 };

/** A weight with the anaphors, the feature and the value that it counts for. */
export interface Weight {
  readonly group: AnaphorGroup;
  readonly feature: string;
  readonly value: string;
  readonly weight: number;
}

interface Row {
  readonly options: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

/**
 * Learns the weights of each group of anaphors by AdaGrad: what is made likelier is all right answers together. The weights
 * are a mean over the later half of the epochs. No randomness: questions are taken in their order.
 */
export function learn(questions: readonly AnsweredQuestion[], options = OPTIONS): Weight[] {
  return GROUPS.flatMap((group) =>
    learnGroup(
      questions.filter((q) => q.group === group),
      group,
      options,
    ),
  );
}

function learnGroup(
  questions: readonly AnsweredQuestion[],
  group: AnaphorGroup,
  { epochs, rate, penalty, rarest, without = [] }: LearnOptions,
): Weight[] {
  const counts = new Map<string, number>();
  const named = (features: readonly string[], values: NoneValues) =>
    values.flatMap((value, i) =>
      value === undefined || without.includes(features[i]!) ? [] : [`${features[i]}\t${value}`],
    );
  const worded = (values: CandidateValues): NoneValues =>
    values.map((value, i) => CANDIDATE_VALUES[CANDIDATE_FEATURES[i]!][value]);
  const written = questions.map(({ values, none, right }) => {
    const all = [...values.map((v) => named(CANDIDATE_FEATURES, worded(v))), named(NONE_FEATURES, none)];
    for (const name of all.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
    return { all, right: [...right, !right.includes(true)] };
  });
  const names = [...counts].filter(([, count]) => count >= rarest).map(([name]) => name);
  const places = new Map(names.map((name, place) => [name, place]));
  const rows: Row[] = written.map(({ all, right }) => ({
    options: all.map((option) => option.flatMap((name) => places.get(name) ?? [])),
    right,
  }));

  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const gradient = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const averaged = Math.ceil(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { options, right } of rows) {
      const p = softmax(options.map((o) => o.reduce((sum, place) => sum + weights[place]!, 0)));
      const sure = p.reduce((sum, probability, i) => sum + (right[i] ? probability : 0), 0);
      const touched = new Set<number>();
      options.forEach((option, i) => {
        const pull = (right[i] ? p[i]! / Math.max(sure, 1e-9) : 0) - p[i]!;
        for (const place of option) {
          gradient[place]! += pull;
          touched.add(place);
        }
      });
      for (const place of touched) {
        const g = gradient[place]! - penalty * weights[place]!;
        squares[place]! += g * g;
        weights[place]! += (rate * g) / Math.sqrt(squares[place]!);
        gradient[place] = 0;
      }
    }
    if (epoch >= epochs - averaged)
      for (let place = 0; place < mean.length; place++) mean[place]! += weights[place]! / averaged;
  }
  return names.map((name, place) => {
    const [feature, value] = name.split("\t") as [string, string];
    return { group, feature, value, weight: mean[place]! };
  });
}
