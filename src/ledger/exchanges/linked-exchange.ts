import type { AnswerKind, OpeningKind } from "./exchange.js";

/** A demand, request, offer, charge or threat, however many reports tell it, and its answers, in whatever report. */
export interface LinkedExchange {
  readonly kind: "linked exchange";
  /** `d` + hash of the happening that opens it, or of the event or statement where that is in none. */
  readonly id: string;
  readonly openingIs: OpeningKind;
  /** The first record that tells the opening. */
  readonly opening: ExchangeTurn;
  /** The happening that the opening is. */
  readonly happening?: string;
  /** Words that tell what it is about. */
  readonly name: string;
  /** Day of the first telling and of the last answer, ISO 8601. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  /** How many reports tell the opening. */
  readonly reports: number;
  /** Codes of those who open it, of those whom it is aimed at, and of others whom it names. */
  readonly asks: readonly string[];
  readonly asked: readonly string[];
  readonly about: readonly string[];
  /** In the order of days; empty for silence so far. */
  readonly answers: readonly LinkedAnswer[];
}

/** A record that tells one side of an exchange. */
export interface ExchangeTurn {
  /** Of an event or a statement; of an exchange of one report where only its joining words tell the opening. */
  readonly id: string;
  readonly report: string;
  readonly outlet?: string;
  readonly published?: string;
  /** The event's sentence, the statement's words, or the joining words. */
  readonly words: string;
}

export interface LinkedAnswer extends ExchangeTurn {
  readonly answerIs: AnswerKind;
  readonly happening?: string;
  readonly day?: string;
  /** "explicit": the words of a report join them; "inferred": worked out, for `reasons`. */
  readonly link: "explicit" | "inferred";
  /** The exchange of one report that joins them. */
  readonly exchange?: string;
  /** The words of that report that join them. */
  readonly joinedBy?: string;
  /** How sure an inferred link is, 0 to 1. */
  readonly sure?: number;
  readonly reasons?: readonly string[];
}
