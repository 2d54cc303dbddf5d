import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { MAX_CLIMB } from "./clause.js";
import { MODALS, NEGATIONS, REFUSAL_GOVERNORS, REFUSAL_MODALS } from "./status-words.js";

const ARGUMENTS = new Set(["nsubj", "nsubj:pass", "obj"]);
/** Relations of a negating word; "nor" of "neither confirmed nor denied" stands as the conjunction. */
const NEGATING = new Set(["advmod", "det", "cc"]);
/** "no fewer than three", "no other state": these deny nothing. */
const AFTER_NO = new Set(["few", "fewer", "less", "more", "later", "doubt", "wonder"]);

/**
 * The word that negates `word` ("not", "never", "no"), leaving out "not only" and "not just"; of a verb also the one that
 * negates its subject or object ("no sanctions were imposed", "neither side signed").
 */
export function negation(analysis: Analysis, word: Word): Word | undefined {
  const own = ownNegation(analysis, word);
  if (own || word.upos !== "VERB") return own;
  for (const child of children(analysis, word)) {
    if (!ARGUMENTS.has(child.deprel)) continue;
    if (child.deprel !== "obj" && NOBODY.has(child.lemma.toLowerCase())) return child;
    const not = ownNegation(analysis, child);
    const next = not && analysis.words[not.index + 1]?.lemma.toLowerCase();
    if (not && child.upos !== "VERB" && !AFTER_NO.has(next ?? "")) return not;
  }
  return undefined;
}

const NOBODY = new Set(["nobody", "none", "neither"]);

function ownNegation(analysis: Analysis, word: Word): Word | undefined {
  for (const child of children(analysis, word)) {
    if (!NEGATIONS.has(child.lemma.toLowerCase()) && !NEGATIONS.has(child.form.toLowerCase())) continue;
    if (!NEGATING.has(relation(child)) && child.deprel !== "cc:preconj") continue;
    const next = analysis.words[child.index + 1]?.lemma;
    if (next !== "only" && next !== "just" && next !== "merely") return child;
  }
  return undefined;
}

/**
 * The words by which an act is refused rather than reported as not done: "will not", "cannot", "is not ready to",
 * "has no intention of". Undefined where nothing is refused.
 */
export function refusal(analysis: Analysis, word: Word): Word | undefined {
  let at: Word = word;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const not = negation(analysis, at);
    if (not) {
      const modal = children(analysis, at).find(
        (c) => relation(c) === "aux" && REFUSAL_MODALS.has(c.lemma.toLowerCase()),
      );
      if (modal || (at !== word && REFUSAL_GOVERNORS.has(at.lemma))) return not;
    }
    const head = governor(analysis, at);
    if (!head) return undefined;
    const linked =
      at.deprel === "xcomp" ||
      (at.deprel === "acl" && REFUSAL_GOVERNORS.has(head.lemma)) ||
      at.deprel === "conj" ||
      (at.deprel === "advcl" && REFUSAL_GOVERNORS.has(head.lemma));
    if (!linked) return undefined;
    if (
      at.deprel === "conj" &&
      children(analysis, at).some((c) => relation(c) === "nsubj" || c.deprel === "aux")
    )
      return undefined;
    at = head;
  }
  return undefined;
}

/** The auxiliary by which an act is announced ("will retaliate"); undefined where there is none or it is negated. */
export function promise(analysis: Analysis, word: Word, depth = 0): Word | undefined {
  if (negation(analysis, word)) return undefined;
  const own = children(analysis, word).find(
    (c) => relation(c) === "aux" && MODALS.get(c.lemma.toLowerCase())?.has("planned"),
  );
  if (own) return own;
  const head = governor(analysis, word);
  return head && word.deprel === "conj" && depth < MAX_CLIMB ? promise(analysis, head, depth + 1) : undefined;
}

/** True for auxiliaries that ask for the act: "must", "should", "ought". */
export function isDemanding(auxiliary: string): boolean {
  return MODALS.get(auxiliary)?.has("demanded") ?? false;
}
