import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { softmax } from "./antecedent-ranker.js";
import { PHRASE_FEATURES, PHRASE_KINDS, type PhraseKind } from "./phrase-features.js";
import { STATE_FEATURES, type Surrounded } from "./surrounding-features.js";

/** Begins the line of a noun in the table of weights. */
export const NOUN = "noun: ";

/** The weights of the model, and the probability from which a state is taken. */
export class SurroundingWeights {
  readonly #states = new Map<PhraseKind, readonly number[]>();
  readonly #phrase = new Map<PhraseKind, readonly number[]>();
  /** What a noun adds to "none of them". */
  readonly #nouns = new Map<string, number>();
  /** The probability from which a state is taken. */
  readonly #thresholds: readonly number[];

  /**
   * @param table a feature a line with its weights in the order of `PHRASE_KINDS`, a noun a line ("noun: people") with
   * one weight, and a line "threshold" with a probability for each kind. A feature that is missing counts nothing. Throws
   * an Error that names a line which is not so
   */
  constructor(table: string) {
    const rows = new Map<string, readonly number[]>();
    table.split("\n").forEach((line, i) => {
      if (line === "" || line.startsWith("#") || line.startsWith("feature\t")) return;
      const [feature, ...rest] = line.split("\t");
      const values = rest.map((text) => Number(text || Number.NaN));
      const noun = feature!.startsWith(NOUN) ? feature!.slice(NOUN.length) : undefined;
      const expected = noun !== undefined ? 1 : PHRASE_KINDS.length;
      if (values.length !== expected || !values.every(Number.isFinite))
        throw new Error(
          `weights of the surroundings, line ${i + 1}: feature and ${expected} numbers expected`,
        );
      if (noun !== undefined) this.#nouns.set(noun, values[0]!);
      else rows.set(feature!, values);
    });
    PHRASE_KINDS.forEach((kind, k) => {
      this.#states.set(
        kind,
        STATE_FEATURES.map((name) => rows.get(name)?.[k] ?? 0),
      );
      this.#phrase.set(
        kind,
        PHRASE_FEATURES.map((name) => rows.get(name)?.[k] ?? 0),
      );
    });
    this.#thresholds = rows.get("threshold") ?? [];
  }

  /** The probability from which the state of a phrase of this kind is taken. */
  thresholdOf(kind: PhraseKind): number {
    return this.#thresholds[PHRASE_KINDS.indexOf(kind)] ?? 1;
  }

  /** The probability of each state; the rest to 1 is that it is none of them. */
  probabilities({ kind, states, phrase, noun }: Surrounded): ReadonlyMap<string, number> {
    const weights = this.#states.get(kind)!;
    const scores = [...states.values()].map((values) => product(weights, values));
    const none = product(this.#phrase.get(kind)!, phrase) + (this.#nouns.get(noun ?? "") ?? 0);
    const all = softmax([...scores, none]);
    return new Map([...states.keys()].map((code, i) => [code, all[i]!]));
  }
}

function product(weights: readonly number[], values: readonly number[]): number {
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
