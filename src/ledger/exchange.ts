import type { Span } from "../record/span.js";

/** A demand, charge, offer or threat and what answered it. */
export interface Exchange {
  readonly kind: "exchange";
  readonly id: string;
  readonly report: string;
  /** Identifier of the event or statement that demands; absent where only the joining words name it. */
  readonly demand?: string;
  readonly answer: string;
  readonly answerIs:
    | "acceptance"
    | "refusal"
    | "counter-demand"
    | "denial"
    | "charge"
    | "conditional refusal"
    | "response";
  readonly link: "explicit" | "inferred";
  /** The words that join the two ("in response to demands"). */
  readonly joinedBy?: Span;
  readonly by: string;
}
