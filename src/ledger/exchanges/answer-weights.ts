import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Features } from "./answer-features.js";

/** A log-linear model of whether one turn answers another of its report. */
export class AnswerWeights {
  readonly #weights = new Map<string, number>();

  /**
   * @param table a feature a line with its weight, one line "none of them" with the weight that all pairs have, and one
   * "threshold" with a probability. A feature that is missing counts nothing. Throws an Error that names a line which is
   * not so.
   */
  constructor(table: string) {
    table.split("\n").forEach((line, i) => {
      if (line === "" || line.startsWith("#") || line.startsWith("feature\t")) return;
      const [feature, text, ...rest] = line.split("\t");
      const weight = Number(text || Number.NaN);
      if (!Number.isFinite(weight) || rest.length > 0)
        throw new Error(`weights of answers, line ${i + 1}: feature and number expected`);
      this.#weights.set(feature!, weight);
    });
  }

  /** The probability from which a pair is taken for an exchange. */
  get threshold(): number {
    return this.#weights.get("threshold") ?? 1;
  }

  probability(features: Features): number {
    let sum = this.#weights.get("none of them") ?? 0;
    for (const [name, value] of features) sum += this.#of(name) * value;
    return 1 / (1 + Math.exp(-sum));
  }

  /** What speaks for the pair, for people, what counts most first. */
  reasons(features: Features): string[] {
    return [...features]
      .map(([name, value]) => [name, this.#of(name) * value] as const)
      .filter(([, worth]) => worth > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([name]) => name);
  }

  #of(name: string): number {
    return this.#weights.get(name) ?? 0;
  }
}

let shipped: AnswerWeights | undefined;

/** The weights of `models/en/exchanges.tsv`, read once. */
export function answerWeights(): AnswerWeights {
  shipped ??= new AnswerWeights(
    readFileSync(fileURLToPath(new URL("../../../models/en/exchanges.tsv", import.meta.url)), "utf8"),
  );
  return shipped;
}
