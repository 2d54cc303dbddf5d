import type { Word } from "../language/analysis.js";
import type { Span } from "../record/span.js";
import type { Act } from "./cues.js";

/** A word of saying, with what the tree says about its content. */
export interface Candidate {
  /** The cue's main word: "said", "according", "claim". */
  readonly cue: Word;
  /** First and one past the last word of the cue: "according to", "called for". */
  readonly first: number;
  readonly last: number;
  /** What the cue does; undefined where the lists do not have it. */
  readonly act: Act | undefined;
  /** Stretches of words that are the content, [first, one past the last]; empty where only a quotation can be the content. */
  readonly content: readonly WordRange[];
  /** True for what somebody wants, supports or is against: attributed to them, but not told as their words or thoughts. */
  readonly stance: boolean;
  /** True where nothing was said: "did not say", "may say", "plans to say". */
  readonly unsaid: boolean;
  /** How direct speech may hang on the cue: as its object too, or only beside it; undefined for not at all. */
  readonly takesQuotations: "as object" | "beside" | undefined;
  /** The noun or verb whose holder or subject is the source; the source itself for "according to". */
  readonly sourceFrom: { readonly by: "subject" | "holder" | "itself"; readonly word: Word };
  /** The words that name the source, where no tree tells them; "nobody" where the text names none ("Q:"). */
  readonly names?: Span | "nobody";
  /** True where the content is speech to the letter without marks: a transcript. */
  readonly verbatim?: boolean;
  readonly rule: string;
}

export type WordRange = readonly [first: number, last: number];

/** Who a cue's content is from. */
export interface Source {
  /** The head of the phrase that names the source; the antecedent of "who". */
  readonly head: Word;
  /** The phrase without clauses that only describe the source. */
  readonly span: Span;
  /** The word that stands in the source's place in the cue's clause ("who"), often the head itself. */
  readonly subject: Word;
  /** The noun for what the source gave out with these words ("statement" of "issued a statement saying"). */
  readonly medium?: Word;
}

/** What the text attributes to somebody, before actors and times are known. */
export interface Attribution {
  readonly cue?: Candidate;
  readonly source?: Source;
  readonly content: readonly Span[];
  /** The words of a mixed content that stand in quotation marks, without the marks. */
  readonly quoted?: readonly Span[];
  readonly form: "direct" | "indirect" | "mixed";
  readonly act?: Act;
  /** Place in the list of the attribution whose speaker goes on here. */
  readonly goesOnFrom?: number;
  readonly rule: string;
  /** Who tells it: the rules, the language model, or both; absent where the model was not asked. */
  readonly by?: "rules" | "learned" | "both";
  /** What the one that did not decide tells, where both tell the attribution. */
  readonly lost?: { readonly content: readonly Span[]; readonly source?: Source; readonly rule: string };
}
