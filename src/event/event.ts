import type { Actor } from "../actor/actor.js";
import type { Span } from "../record/span.js";
import type { Value } from "../record/value.js";

/** PLOVER's sixteen event types. */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const STATUSES = [
  "asserted",
  "denied",
  "planned",
  "conditional",
  "demanded",
  "possible",
  "habitual",
  "background",
] as const;
export type Status = (typeof STATUSES)[number];

/** A source or target: who, and the words. */
export interface Participant {
  readonly actor: Value<Actor>;
  /** Index in the reading's mentions, where there is one. */
  readonly mention?: number;
  readonly span?: Span;
}

/** What the explanation of a row records while the rules run. */
export interface Explanation {
  /** Codebook pattern or model that decided, for instance "SANCTION/impose-sanctions-on". */
  readonly by: string;
  /** The steps in order, as sentences for people. */
  readonly steps: readonly string[];
  /** Codes that lost, with the reason. */
  readonly rivals: readonly { readonly type: EventType; readonly by: string; readonly reason: string }[];
}

/** Who did what to whom, as one report tells it. */
export interface Event {
  readonly kind: "event";
  readonly id: string;
  readonly report: string;
  readonly type: EventType;
  readonly mode?: string;
  readonly status: Status;
  readonly sources: readonly Participant[];
  readonly targets: readonly Participant[];
  /** True for mutual acts ("met", "agreed"): source and target may be swapped. */
  readonly mutual: boolean;
  readonly trigger: Span;
  /** What the act was about, in the text's words ("imports of North Korean coal"). */
  readonly what?: Span;
  /** Index in the reading's times. */
  readonly when?: number;
  /** Index in the reading's places. */
  readonly where?: number;
  /** Indices in the reading's quantities of those that measure the event ("killed 12"); absent where there are none. */
  readonly quantities?: readonly number[];
  /** Identifier of the statement inside which the event is told. */
  readonly claimedBy?: string;
  /** The words that a condition is stated in, for status conditional or a THREATEN with a condition. */
  readonly condition?: Span;
  readonly part: "title" | "body";
  /**
   * How likely type, status, source and target are all right, 0 to 1 in hundredths: of events with 0.5 about half are.
   * Absent where nothing learned tells, as of an act that a rule alone finds.
   */
  readonly probability?: number;
  readonly explanation: Explanation;
}
