import type { TensionRule } from "./tension-rules.js";

/** One side of a tension: where it stands, in whose words. */
export interface TensionSide {
  readonly report: string;
  readonly outlet?: string;
  readonly published?: string;
  /** Identifier of the event or statement; absent where a figure alone says it. */
  readonly id?: string;
  /** ISO 8601 date of what is told, else of the report. */
  readonly day?: string;
  /** Offsets in the report's text, UTF-16 code units, the end exclusive: the words that clash. */
  readonly start: number;
  readonly end: number;
  /** The words that clash, and the sentence that they stand in. */
  readonly words: string;
  readonly sentence: string;
}

/** Two things that do not sit well together, for a person to judge. */
export interface Tension {
  readonly kind: "tension";
  readonly id: string;
  /** Which rule of knowledge/tensions.yaml made the pair. */
  readonly rule: TensionRule;
  /** Why, as a sentence for people. */
  readonly reason: string;
  readonly first: TensionSide;
  readonly second: TensionSide;
  /** Codes of those who act or speak, and of others whom it names. */
  readonly actors: readonly string[];
  readonly about: readonly string[];
  /** How many more pairs of the same kind there are between the same. */
  readonly others: number;
}
