/** The readers that can be scored. Apart from the evaluators, so that help can name them without loading a model. */
export const EVALUATIONS = ["syntax", "names", "quotations", "events", "times", "pages"] as const;
export type EvaluationName = (typeof EVALUATIONS)[number];

export interface EvaluationOptions {
  /** Where the predictions go, in the format of the gold. */
  readonly out?: string | undefined;
  /** Syntax only: own sentences and words instead of the gold's. */
  readonly raw?: boolean | undefined;
}

export interface Evaluation {
  /** Figures by name, in per cent unless the evaluator says otherwise. */
  readonly metrics: Readonly<Record<string, number>>;
  /** A table for people. */
  readonly lines?: readonly string[];
}
