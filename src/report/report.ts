import type { Span } from "../record/span.js";
import type { Value } from "../record/value.js";

/**
 * What a paragraph is to the report. Only `title` and `body` are read for statements and events; captions and subheadings,
 * which are furniture, for who, where, when and how much (`told.ts`).
 */
export type ParagraphRole = "title" | "byline" | "dateline" | "body" | "furniture" | "licence";

/** One paragraph of the canonical text. */
export interface Paragraph extends Span {
  readonly role: ParagraphRole;
  /** Why it has this role when that is not `body`: the rule's name, for `explain`. */
  readonly reason?: string;
}

export interface Byline {
  readonly name: string;
  readonly role?: string;
}

export interface Licence {
  /** The sentence that states the terms. */
  readonly terms: string;
  /** What a republished copy must carry ("logo", "byline", "DCNF affiliation"). */
  readonly mustCarry: readonly string[];
}

/** A dateline's parts as it writes them; a date without its year stays so. */
export interface Dateline extends Span {
  readonly place?: string;
  readonly agency?: string;
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
}

/** A report as it was published, with what the page itself says about it. Frozen. */
export interface Report {
  readonly kind: "report";
  /** `r` + hash of the canonical text and title: the same text has the same identifier wherever it came from. */
  readonly id: string;
  /** Where it was read from (path, URL, `-`); not part of the identity. */
  readonly origin: string;
  /**
   * Canonical text: paragraphs joined by "\n\n" (a dateline and the paragraph that it opens by a space), furniture
   * included in its place. All spans point into it.
   */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly title: Value<string>;
  readonly outlet: Value<string>;
  /** ISO 8601 calendar date, "2017-02-28". */
  readonly published: Value<string>;
  readonly bylines: readonly Byline[];
  readonly licence: Value<Licence>;
  /** The dateline that opens the text, "BEIJING, Sept 15 (Xinhua) --", in its parts. */
  readonly dateline?: Dateline;
  /** What a person should know of how it was read: that the page was cut off, for instance. */
  readonly notes?: readonly string[];
}
