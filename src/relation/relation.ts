import type { Participant } from "../event/event.js";
import type { Span } from "../record/span.js";

/** How somebody stands to somebody else, as a report states it: a dated claim, not a fact. */
export interface Relation {
  readonly kind: "relation";
  readonly id: string;
  readonly report: string;
  /** Name in knowledge/relations.yaml: "ally", "trading partner", "forces stationed in". */
  readonly relation: string;
  /** "past" where the words say that it is no more. */
  readonly status: "asserted" | "denied" | "past";
  /** Who is the ally, the partner, the member; whose forces they are. */
  readonly source: Participant;
  /** Whose ally; the organisation; where the forces are. */
  readonly target: Participant;
  /** The words that say so. */
  readonly span: Span;
  /** The words of the span that say how much: "only", "largest". */
  readonly degree?: Span;
  /** Index in the reading's times. */
  readonly when?: number;
  /** Identifier of the statement inside which it is told. */
  readonly claimedBy?: string;
  readonly part: "title" | "body";
  /** The entry of knowledge/relations.yaml and how the words hang together, for `explain`. */
  readonly by: string;
}
