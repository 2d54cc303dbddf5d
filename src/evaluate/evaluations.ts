import type { Coder } from "../event/learned-coder.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { CodeScheme } from "./gold-class.js";

/** The readers that can be scored. Apart from the evaluators, so that help can name them without loading a model. */
export const EVALUATIONS = [
  "syntax",
  "names",
  "actors",
  "pronouns",
  "quotations",
  "events",
  "coding",
  "marked-events",
  "marked-exchanges",
  "times",
  "places",
  "quantities",
  "statuses",
  "stories",
  "ledger",
  "pages",
] as const;
export type EvaluationName = (typeof EVALUATIONS)[number];

export interface EvaluationOptions {
  /** Where the predictions go, in the format of the gold. */
  readonly out?: string | undefined;
  /** Syntax: own sentences and words instead of the gold's. Pronouns: own tags and trees. */
  readonly raw?: boolean | undefined;
  /** Actors, marked events and exchanges, places, quantities and ledger: files in which the texts of the reports are looked up. */
  readonly reports?: readonly string[] | undefined;
  /** Pronouns only: the genres of the documents to score ("news"); all where it is missing. */
  readonly genres?: readonly string[] | undefined;
  /** Quotations: rules or language model alone. Events and coding: one of the two coders. Both together where it is missing. */
  readonly alone?: "rules" | Coder | undefined;
  /** Coding: whose codes the gold has; CAMEO's where it is missing. */
  readonly scheme?: CodeScheme | undefined;
  /** Coding only: who is known beforehand; what demarche ships where it is missing. */
  readonly knowledge?: Knowledge | undefined;
}

export interface Evaluation {
  /** Figures by name, in per cent unless the evaluator says otherwise. */
  readonly metrics: Readonly<Record<string, number>>;
  /** A table for people. */
  readonly lines?: readonly string[];
}
