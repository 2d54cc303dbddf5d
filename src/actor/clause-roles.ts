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

/** A verb's subject: its own, or the understood one that it shares with the verb above ("shifting it onto China, urging it"). */
export function subjectOf(analysis: Analysis, verb: Word): Word | undefined {
  for (let at: Word | undefined = verb; at; at = governor(analysis, at)) {
    const own = children(analysis, at);
    const subject = own.find((c) => relation(c) === "nsubj");
    if (subject) return subject;
    const rel = relation(at);
    const above = governor(analysis, at);
    if (rel === "xcomp" && above) {
      const object = children(analysis, above).find((c) => relation(c) === "obj" || relation(c) === "iobj");
      if (object) return object;
    }
    if (rel !== "xcomp" && rel !== "advcl" && rel !== "conj") return undefined;
  }
  return undefined;
}

/** The verb or predicate that a pronoun is an argument of; undefined for a possessive inside a noun phrase. */
export function clauseOf(analysis: Analysis, word: Word): Word | undefined {
  const rel = relation(word);
  return ARGUMENTS.has(rel) || rel === "obl" ? governor(analysis, word) : undefined;
}
