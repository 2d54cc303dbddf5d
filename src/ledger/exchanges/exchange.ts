import type { Span } from "../../record/span.js";

/** What opens an exchange: "act" and "remark" do only where the text joins them to an answer. */
export const OPENING_KINDS = ["demand", "request", "offer", "charge", "threat", "act", "remark"] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];

/** What an answer is. */
export const ANSWER_KINDS = [
  "acceptance",
  "yielding",
  "refusal",
  "conditional refusal",
  "counter-demand",
  "denial",
  "counter-charge",
  "charge",
  "threat",
  "deflection",
  "response",
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** A demand, charge, offer or threat and what answered it. */
export interface Exchange {
  readonly kind: "exchange";
  readonly id: string;
  readonly report: string;
  /** Identifier of the event or statement that demands; absent where only the joining words name it. */
  readonly demand?: string;
  readonly answer: string;
  readonly answerIs: AnswerKind;
  readonly link: "explicit" | "inferred";
  /** The words that join the two ("in response to demands"). */
  readonly joinedBy?: Span;
  readonly by: string;
}
