import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import { caseOf, surfaceSubject } from "./clause.js";
import type { Reading } from "./read-acts.js";

const PRICES = new Set(["unless", "until", "till"]);

/** What a refusal asks for: the predicate after "unless" and who is to carry it out. */
export interface Price {
  readonly verb: Word;
  readonly whose: readonly Word[];
}

/**
 * The price that a refusal names: "will not abandon its missiles unless the US ends its hostility" asks the US to end it.
 * Undefined where the refusal names none, or one for the refusing side itself.
 */
export function priceOf(analysis: Analysis, refusal: Reading): Price | undefined {
  if (refusal.type !== "REJECT") return undefined;
  const refusing = new Set(refusal.match.sources.flatMap((g) => g.words.map((w) => w.lemma)));
  for (const child of children(analysis, refusal.match.frame.anchor)) {
    if (relation(child) !== "advcl" || !PRICES.has(caseOf(analysis, child) ?? "")) continue;
    const whose = surfaceSubject(analysis, child).filter((w) => w.upos !== "PRON" || !refusing.has(w.lemma));
    if (whose.length > 0) return { verb: child, whose };
  }
  return undefined;
}
