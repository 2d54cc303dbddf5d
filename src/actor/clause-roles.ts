import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";

/** Relations of a verb's arguments. */
export const ARGUMENTS: ReadonlySet<string> = new Set(["nsubj", "obj", "iobj"]);

/** True for a verb or predicate with a subject of its own. */
export function hasSubject(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((c) => relation(c) === "nsubj");
}

/** The first conjunct of a coordination, or the word itself. */
export function topOfCoordination(analysis: Analysis, word: Word): Word {
  let top = word;
  while (relation(top) === "conj") {
    const over = governor(analysis, top);
    if (!over) break;
    top = over;
  }
  return top;
}

/** The verb or predicate that a pronoun is an argument of; undefined for a possessive inside a noun phrase. */
export function clauseOf(analysis: Analysis, word: Word): Word | undefined {
  const rel = relation(word);
  return ARGUMENTS.has(rel) || rel === "obl" ? governor(analysis, word) : undefined;
}
