import type { Span } from "../record/span.js";

/** Universal part-of-speech tags, https://universaldependencies.org/u/pos/. */
export type UniversalTag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** A syntactic word in the Universal Dependencies manner: "don't" is two words, "do" and "n't". */
export interface Word extends Span {
  /** Place in `Analysis.words`. */
  readonly index: number;
  /** The words of the text, as written. */
  readonly form: string;
  readonly lemma: string;
  readonly upos: UniversalTag;
  /** Penn Treebank tag, as English UD treebanks use it (VBD, NNP, ...). */
  readonly xpos: string;
  /** Index in `Analysis.words` of the governor; -1 for the root of a sentence. */
  readonly head: number;
  /** UD relation with its subtype, for instance "nsubj:pass", "obl:agent", "acl:relcl". */
  readonly deprel: string;
  /** Index in `Analysis.sentences`. */
  readonly sentence: number;
}

export interface Sentence extends Span {
  readonly index: number;
  /** First word and one past the last, indices in `Analysis.words`. */
  readonly first: number;
  readonly last: number;
  /** Index of the sentence's root word. */
  readonly root: number;
  /** Index of the paragraph in `Report.paragraphs` that it stands in. */
  readonly paragraph: number;
}

/** OntoNotes' name types, as far as they serve. */
export type NameType =
  | "PERSON"
  | "NORP"
  | "GPE"
  | "LOC"
  | "FAC"
  | "ORG"
  | "EVENT"
  | "LAW"
  | "WORK_OF_ART"
  | "PRODUCT"
  | "DATE"
  | "TIME"
  | "MONEY"
  | "PERCENT"
  | "QUANTITY"
  | "CARDINAL"
  | "ORDINAL";

/** The name types that are expressions of time and number. */
export const NUMERIC_NAME_TYPES: readonly NameType[] = [
  "DATE",
  "TIME",
  "MONEY",
  "PERCENT",
  "QUANTITY",
  "CARDINAL",
  "ORDINAL",
];

/** A name, or an expression of time or number, found by the model. */
export interface Name extends Span {
  readonly type: NameType;
  /** First word and one past the last, indices in `Analysis.words`. */
  readonly first: number;
  readonly last: number;
}

/** Part of an attribution in PolNeAR's sense (Newell et al. 2018): who says, the words that say so, what is said. */
export type AttributionRole = "source" | "cue" | "content";

/** A stretch of words that the model takes for part of an attribution; it may run over sentences, not over a window. */
export interface RoleSpan extends Span {
  readonly role: AttributionRole;
  /** First word and one past the last, indices in `Analysis.words`. */
  readonly first: number;
  readonly last: number;
  /** First word of the cue that it hangs on; a cue's own first word, or another's where one cue is in parts. -1: no cue. */
  readonly cue: number;
  /** How sure the model is of the role of the words and of their cue, 0 to 1. */
  readonly confidence?: number;
}

/**
 * What each word says about the type of an act that it may tell, by the classes of an event coder: numbers to be summed
 * over the words around an act. Whole numbers, of which `unit` make one.
 */
export interface Evidence {
  readonly classes: readonly string[];
  readonly unit: number;
  /** A row of `classes` for each word. */
  readonly scores: readonly number[];
}

/**
 * How much speaks for a type of event at a word that may tell one, against none: logarithms of odds as whole numbers, of
 * which `unit` make one. Three lists side by side, by word; what is not listed is less than `least`.
 */
export interface ActScores {
  readonly unit: number;
  readonly least: number;
  /** Indices of words, ascending; a word stands once for each of its types. */
  readonly words: readonly number[];
  /** Places in the list of event types. */
  readonly types: readonly number[];
  readonly scores: readonly number[];
  /** One for each of the words, in their order; absent where the weights do not say. */
  readonly tellings?: readonly ActTelling[];
}

/** A place and how likely it is: the logarithm of a probability as a whole number, of which `unit` (`ActScores`) make one. */
export type Weighed = readonly [place: number, score: number];

/** What the model says of a word that may tell an act; the likeliest first, the least likely left out. */
export interface ActTelling {
  readonly word: number;
  /** Places in the list of statuses. */
  readonly statuses: readonly Weighed[];
  /** Words of the same sentence that may name the source; -1: nobody there does. */
  readonly source: readonly Weighed[];
  readonly target: readonly Weighed[];
}

/** What the language model saw in a report: the one object that all later readers share. Frozen. */
export interface Analysis {
  readonly kind: "analysis";
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  readonly names: readonly Name[];
  /** Parts of attributions in text order; absent where the words come from a treebank's gold. */
  readonly roles?: readonly RoleSpan[];
  /** Absent where the weights have no event coder. */
  readonly evidence?: Evidence;
  /** Absent where the weights were not trained on whole reports. */
  readonly acts?: ActScores;
}
