import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children } from "../language/tree.js";

/** The words before a noun that make it definite; lower case. */
export interface Determination {
  readonly definite: boolean;
  /** "a government", "any president": nobody spoken of before. */
  readonly indefinite: boolean;
  readonly two: boolean;
  readonly both: boolean;
  readonly side?: string;
}

const INDEFINITE: ReadonlySet<string> = new Set([
  "a",
  "an",
  "any",
  "no",
  "some",
  "every",
  "each",
  "another",
  "either",
  "neither",
]);

/** Reads the article, number and compass adjective of a phrase. */
export function determinationOf(analysis: Analysis, word: Word): Determination {
  const { sides } = referenceWords();
  let definite = false;
  let indefinite = false;
  let two = false;
  let both = false;
  let side: string | undefined;
  for (const child of children(analysis, word)) {
    const form = child.form.toLowerCase();
    if (child.index > word.index) continue;
    if (form === "the" || form === "this" || form === "that" || form === "these" || form === "those")
      definite = true;
    if (child.deprel === "det" && INDEFINITE.has(form)) indefinite = true;
    if (form === "both") both = true;
    if (form === "two") two = true;
    if (child.deprel === "nmod:poss") definite = true;
    side ??= sides.get(form);
  }
  return { definite, indefinite, two, both, ...(side && { side }) };
}
