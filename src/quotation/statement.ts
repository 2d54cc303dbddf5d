import type { Actor } from "../actor/actor.js";
import type { Span } from "../record/span.js";
import type { Value } from "../record/value.js";

/** Something that the report attributes to somebody (attribution: source, cue, content). */
export interface Statement {
  readonly kind: "statement";
  readonly id: string;
  readonly report: string;
  readonly form: "direct" | "indirect" | "mixed";
  /** The words that name the source ("Ministry of Foreign Affairs spokesman Geng Shuang"), absent for a quotation that goes on. */
  readonly source?: Span;
  /** Index of the source's mention in the reading's mentions. */
  readonly mention?: number;
  /** The word or words of saying ("said", "according to"). */
  readonly cue?: Span;
  /** What is said, without outer quotation marks; several spans for a split quotation. */
  readonly content: readonly Span[];
  readonly speaker: Value<Actor>;
  /** When it was said: index in the reading's times. */
  readonly when?: number;
  readonly medium?: Span;
  /** What the words do: "asserts", "denies", "demands", ... (`ACTS` in cues.ts), by the cue; absent without a cue. */
  readonly act?: string;
  /** Identifier of the statement whose speaker goes on here. */
  readonly goesOnFrom?: string;
  readonly part: "title" | "body";
  /** The rule that found it. */
  readonly by: string;
}
