import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import { caseOf } from "./clause.js";
import type { Act } from "./read-acts.js";
import { surfaceSubject } from "./subjects.js";

const PRICES = new Set(["unless", "until", "till"]);

/** What a refusal asks for: the predicate after "unless" and who is to carry it out. */
export interface Price {
  readonly refusal: Act;
  readonly verb: Word;
  readonly whose: readonly Word[];
}

/**
 * The prices that refusals name, by their predicate: "will not abandon its missiles unless the US ends its hostility"
 * asks the US to end it. A refusal that names none, or one for the refusing side itself, has none.
 */
export function pricesOf(analysis: Analysis, acts: readonly Act[]): ReadonlyMap<Word, Price> {
  const out = new Map<Word, Price>();
  for (const refusal of acts) {
    if (refusal.type !== "REJECT") continue;
    const refusing = new Set(refusal.match.sources.flatMap((g) => g.words.map((w) => w.lemma)));
    for (const child of children(analysis, refusal.match.frame.anchor)) {
      if (relation(child) !== "advcl" || !PRICES.has(caseOf(analysis, child) ?? "")) continue;
      const whose = surfaceSubject(analysis, child).filter(
        (w) => w.upos !== "PRON" || !refusing.has(w.lemma),
      );
      if (whose.length > 0) out.set(child, { refusal, verb: child, whose });
    }
  }
  return out;
}
