/**
 * How a value came to be known. What the text states is kept apart from what was inferred:
 * - `stated`: the report's own words say it;
 * - `inferred`: worked out from the report by the rule or model that `by` names;
 * - `given`: told from outside (a command-line option, a page's address);
 */
export type Basis = "stated" | "inferred" | "given";

/** A value that is known, with how and from which words. */
export interface Known<T> {
  readonly known: true;
  readonly value: T;
  readonly basis: Basis;
  /** The rule, list or model that gave the value, for `explain`. */
  readonly by: string;
  /** The words that say so, where there are any. */
  readonly evidence?: import("./span.js").Span;
}

/** A value that the text does not give. `reason` is a sentence for people. */
export interface Unknown {
  readonly known: false;
  readonly reason: string;
}

/** Known with its basis, or unknown with its reason: never a default. */
export type Value<T> = Known<T> | Unknown;

export function known<T>(value: T, basis: Basis, by: string, evidence?: import("./span.js").Span): Known<T> {
  return evidence ? { known: true, value, basis, by, evidence } : { known: true, value, basis, by };
}

export function unknown(reason: string): Unknown {
  return { known: false, reason };
}
