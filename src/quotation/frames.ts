import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Act, Frame } from "./cues.js";

const CLAUSES = new Set(["ccomp", "csubj", "csubj:pass", "csubj:outer"]);
const FINITE = new Set(["MD", "VBD", "VBZ", "VBP"]);
const OBJECTS = new Set(["obj", "iobj", "nsubj:pass"]);
const CONTENT_MARKS = new Set(["that", "whether", "if", "to", "how", "why", "when", "where", "for", "lest"]);
/** Frames whose content is told as said or thought, not only named. */
const TELLING = new Set<Frame>(["clause", "quotation", "infinitive", "gerund", "predicate", "as"]);
const STANCES = new Set<Act>(["wants", "refuses", "supports", "opposes"]);
const PREPOSITIONS = new Set<string>(["to", "for", "of", "against", "about", "on", "as"]);

/** True where a cue only names what somebody wants, is for or against, or spoke about. */
export function isStance(act: Act, frame: Frame): boolean {
  if (STANCES.has(act)) return true;
  const tells = TELLING.has(frame) || (act === "accuses" && frame !== "object");
  return !tells && !(act === "demands" && (frame === "for" || frame === "against"));
}

/** A preposition that the cue list knows as a frame. */
export function isPrepositionFrame(form: string): form is Frame {
  return PREPOSITIONS.has(form);
}

/** The preposition or subordinator of a phrase or clause. */
export function markerOf(analysis: Analysis, word: Word): Word | undefined {
  return children(analysis, word).find((c) => c.deprel === "case" || c.deprel === "mark");
}

/** A content clause: finite, and not an adjunct with a preposition ("said about talking") that the tree mistook. */
export function isContentClause(analysis: Analysis, child: Word): boolean {
  const kids = children(analysis, child);
  const finite = kids.some((c) => (relation(c) === "aux" && FINITE.has(c.xpos)) || c.deprel === "nsubj");
  if (!CLAUSES.has(child.deprel) && !(child.deprel === "xcomp" && finite)) return false;
  // "said Israel was behind the attack": the preposition belongs to the predicate.
  const copula = kids.some((c) => c.deprel === "cop");
  const marker = kids.find((c) => c.deprel === "mark" || (c.deprel === "case" && !copula));
  return !marker || marker.index > child.index || CONTENT_MARKS.has(marker.lemma.toLowerCase());
}

/** How `child` completes the verb or adjective whose children are `siblings`. */
export function complementFrame(
  analysis: Analysis,
  child: Word,
  siblings: readonly Word[],
): Frame | undefined {
  // "called her a champion": two objects.
  if (child.deprel === "obj") {
    return siblings.some((c) => OBJECTS.has(c.deprel) && c.index < child.index) ? "predicate" : undefined;
  }
  const marker = markerOf(analysis, child)?.form.toLowerCase() ?? "";
  if (child.deprel === "xcomp" || child.deprel === "ccomp") {
    if (hasTo(analysis, child)) return isInfinitive(analysis, child) ? "infinitive" : undefined;
    if (marker === "as") return "as";
    if (child.xpos === "VBG") return "gerund";
    return isPredicative(child) ? "predicate" : undefined;
  }
  if (child.deprel === "advcl") {
    if (hasTo(analysis, child) && isInfinitive(analysis, child)) return "infinitive";
    const ownSubject = children(analysis, child).some((c) => relation(c) === "nsubj");
    if (marker === "as" && ownSubject) return undefined;
  } else if (relation(child) !== "obl") return undefined;
  return isPrepositionFrame(marker) ? marker : undefined;
}

/** How `child` completes a noun of saying. */
export function nounFrame(analysis: Analysis, child: Word): Frame | undefined {
  if (child.deprel === "acl" || child.deprel === "ccomp" || child.deprel === "acl:relcl") {
    if (children(analysis, child).some((c) => c.deprel === "mark" && c.lemma === "that")) return "clause";
    return hasTo(analysis, child) ? "infinitive" : undefined;
  }
  const marker = markerOf(analysis, child)?.form.toLowerCase() ?? "";
  return relation(child) === "nmod" && isPrepositionFrame(marker) ? marker : undefined;
}

function hasTo(analysis: Analysis, child: Word): boolean {
  return children(analysis, child).some((c) => c.deprel === "mark" && c.upos === "PART");
}

function isInfinitive(analysis: Analysis, child: Word): boolean {
  return (
    child.xpos === "VB" || children(analysis, child).some((c) => c.deprel === "cop" || relation(c) === "aux")
  );
}

function isPredicative(child: Word): boolean {
  return ["ADJ", "NOUN", "PROPN"].includes(child.upos) || child.xpos === "VBN";
}
