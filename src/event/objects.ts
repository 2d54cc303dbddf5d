import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { caseOf, childrenBy, INDIRECT, isPassive, isRelativePronoun, OBJECTS, SUBJECTS } from "./clause.js";
import { surfaceSubject } from "./subjects.js";

/** Who is acted on: the object of an active verb, the subject of a passive one. */
export function object(analysis: Analysis, verb: Word): Word[] {
  if (!isPassive(analysis, verb)) return surfaceObject(analysis, verb);
  const own = childrenBy(analysis, verb, OBJECTS);
  return own.length > 0 ? own : surfaceSubject(analysis, verb);
}

/** To whom: the indirect object; in a passive that keeps an object ("was given a deadline"), the subject. */
export function indirectObject(analysis: Analysis, verb: Word): Word[] {
  const own = childrenBy(analysis, verb, INDIRECT);
  if (own.length > 0) return own;
  const objects = childrenBy(analysis, verb, OBJECTS);
  if (isPassive(analysis, verb)) return objects.length > 0 ? surfaceSubject(analysis, verb) : [];
  return objects.slice(0, -1);
}

/** The object as it stands on the surface, with the antecedent of a relative clause that lacks one. */
function surfaceObject(analysis: Analysis, verb: Word): Word[] {
  const own = childrenBy(analysis, verb, OBJECTS);
  // Of two objects ("gave Pakistan a deadline") the last is the direct one, unless a preposition stands before it.
  if (own.length > 0) {
    const bare = own.filter((word) => caseOf(analysis, word) === undefined);
    return (bare.length > 0 ? bare : own).slice(-1);
  }
  const indirect = childrenBy(analysis, verb, INDIRECT);
  if (indirect.length > 0) return indirect;
  // "their firing of a missile": a gerund's object may follow as a noun's does.
  if (verb.xpos === "VBG") {
    const named = children(analysis, verb).filter((c) => c.deprel === "nmod" && caseOf(analysis, c) === "of");
    if (named.length > 0) return named;
  }
  if (
    verb.deprel === "acl:relcl" &&
    !children(analysis, verb).some((c) => SUBJECTS.has(c.deprel) && isRelativePronoun(c))
  ) {
    const head = governor(analysis, verb);
    const gap = children(analysis, verb).some((c) => SUBJECTS.has(c.deprel));
    const filled = children(analysis, verb).some(
      (c) => c.deprel === "ccomp" || c.deprel === "xcomp" || (relation(c) === "obl" && isRelativePronoun(c)),
    );
    if (head && gap && !filled) return [head];
  }
  // "condemned and rejected the plan": the object may hang on the other verb.
  const complete = children(analysis, verb).some(
    (c) => c.deprel === "ccomp" || c.deprel === "xcomp" || relation(c) === "obl",
  );
  if (!complete) {
    for (const child of children(analysis, verb)) {
      if (child.deprel !== "conj" || child.upos !== "VERB") continue;
      const shared = childrenBy(analysis, child, OBJECTS);
      const between = child.index - verb.index <= 3;
      if (shared.length > 0 && between) return shared;
    }
  }
  return [];
}
