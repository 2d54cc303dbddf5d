import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { softmax } from "./antecedent-ranker.js";

/** What is seen of each state around a phrase. Shares and nearness lie between 0 and 1; what holds is 1. */
export const SURROUNDING_FEATURES = [
  "share of the report",
  "share of the names",
  "logarithm of the times",
  "title",
  "dateline",
  "sentence",
  "named in the sentence",
  "subject of the sentence",
  "place in the sentence",
  "last before it",
  "alone in the sentence",
  "sentences before, by nearness",
  "paragraph before",
  "last sentence with a state",
  "subject before",
  "place before",
  "sentence after",
  "alone in the report",
] as const;

/** The weight of "the state is none that the text speaks of". */
export const NONE = "none of them";

/** The weights of the model and the probability from which a state is taken. */
export class SurroundingWeights {
  readonly #weights: readonly number[];
  readonly #none: number;
  /** The probability from which a state is taken. */
  readonly threshold: number;

  /** @param table one weight a line: feature, number. Throws an Error that names a line which is not so */
  constructor(table: string) {
    const weights = new Map<string, number>();
    table.split("\n").forEach((line, i) => {
      if (line === "" || line.startsWith("#") || line.startsWith("feature\t")) return;
      const [feature, text] = line.split("\t");
      const value = Number(text || Number.NaN);
      if (!Number.isFinite(value))
        throw new Error(`weights of the surroundings, line ${i + 1}: feature, number expected`);
      weights.set(feature!, value);
    });
    this.#weights = SURROUNDING_FEATURES.map((name) => weights.get(name) ?? 0);
    this.#none = weights.get(NONE) ?? 0;
    this.threshold = weights.get("threshold") ?? 1;
  }

  /** The probability of each state. */
  probabilities(features: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, number> {
    const scores = [...features.values()].map((values) => scoreOf(this.#weights, values));
    const all = softmax([...scores, this.#none]);
    return new Map([...features.keys()].map((code, i) => [code, all[i]!]));
  }
}

function scoreOf(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
  return sum;
}

let shipped: SurroundingWeights | undefined;

/** The weights of `models/en/surroundings.tsv`, read once. */
export function shippedWeights(): SurroundingWeights {
  shipped ??= new SurroundingWeights(
    readFileSync(fileURLToPath(new URL("../../models/en/surroundings.tsv", import.meta.url)), "utf8"),
  );
  return shipped;
}
