import type { Actor } from "../actor/actor.js";
import type { Span } from "../record/span.js";
import type { Value } from "../record/value.js";

/** One of those through whom words came to the report. */
export interface AttributionLink {
  /**
   * "origin": whom the speaker cites ("said, citing officials"); "speaker": whose words the report gives; "relay": who
   * passes them on ("quoted by Yonhap", "told Yonhap", "Yonhap said that Kim said"); "report": the report itself.
   */
  readonly role: "origin" | "speaker" | "relay" | "report";
  /** The words that name who it is; absent where nobody is named. For the report what names its outlet, if anything. */
  readonly span?: Span;
  /** The word by which the words were passed on: "quoted", "told". */
  readonly cue?: Span;
  /** Index of the mention in the reading's mentions. */
  readonly mention?: number;
  /** Absent for the report. */
  readonly actor?: Value<Actor>;
  /** Identifier of the relay's own statement, inside which this one is told. */
  readonly statement?: string;
}

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
  /** The words of the content that stand in quotation marks, without the marks; absent where all or none do. */
  readonly quoted?: readonly Span[];
  readonly speaker: Value<Actor>;
  /** When it was said: index in the reading's times. */
  readonly when?: number;
  /** Where it was said: index in the reading's places. */
  readonly where?: number;
  /** What carries the words: "a statement", "Twitter", "tweeted". */
  readonly medium?: Span;
  /** The occasion: "a press briefing", "a rally". */
  readonly venue?: Span;
  /** To whom it was said: "reporters", "the Security Council". */
  readonly addressee?: Span;
  /**
   * What the words do: "asserts", "denies", "demands", ... (`ACTS` in cues.ts), by cue and content; absent, and so
   * unknown, without a cue and at a cue whose act no list tells.
   */
  readonly act?: string;
  /** Identifier of the statement whose speaker goes on here. */
  readonly goesOnFrom?: string;
  /** Through whom the words came to the report, from their origin to the report itself, which is always last. */
  readonly chain?: readonly AttributionLink[];
  readonly part: "title" | "body";
  /** The rule that found it, or "learned", and what the other says of it. */
  readonly by: string;
}
