import type { Analysis, Word } from "./analysis.js";
import { children, governor, relation } from "./tree.js";

const SHARING = new Set(["xcomp", "advcl", "conj"]);

/**
 * A verb's subject: its own, or the understood one: the object or subject of the verb above that it shares it with
 * ("shifting it onto China, urging it"), or the noun that its clause describes ("a fund buying shares").
 */
export function subjectOf(analysis: Analysis, verb: Word): Word | undefined {
  for (let at: Word | undefined = verb; at; at = governor(analysis, at)) {
    const subject = children(analysis, at).find((c) => relation(c) === "nsubj");
    if (subject) return subject;
    const role = relation(at);
    const above = governor(analysis, at);
    if (!above || role === "acl") return above;
    if (role === "xcomp") {
      const object = children(analysis, above).find((c) => relation(c) === "obj" || relation(c) === "iobj");
      if (object) return object;
    }
    if (!SHARING.has(role)) return undefined;
  }
  return undefined;
}
