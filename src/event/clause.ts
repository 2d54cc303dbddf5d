import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { wordList } from "./words.js";

/** How far up a tree any of the readers of this room looks. */
export const MAX_CLIMB = 12;
export const SUBJECTS: ReadonlySet<string> = new Set(["nsubj", "nsubj:pass", "nsubj:outer"]);
export const OBJECTS: ReadonlySet<string> = new Set(["obj"]);
export const INDIRECT: ReadonlySet<string> = new Set(["iobj"]);
const LEADING_PARTICIPLES = wordList("leading-participles");
const HEADLINE_PASSIVES = wordList("headline-passives");
/** What happened then is dated by the phrase, not done by whom it names: "imposed after bombings by militants". */
const DATING = new Set(["after", "before", "since", "during", "amid", "following", "despite"]);
/** Relations and prepositions that make a past form active: "shot the king", "has shot", "shot at the king". */
const COMPLETED = new Set(["obj", "iobj", "aux", "ccomp", "conj", "compound"]);
const COMPLETING = new Set(["at", "into", "towards", "toward"]);
const RELATIVE_TAGS = new Set(["WDT", "WP", "WP$", "WRB"]);

/** The words of a coordination that `word` opens, in text order: "China" and "Russia" of "China and Russia". */
export function coordination(analysis: Analysis, word: Word): readonly Word[] {
  const out = [word];
  for (const child of children(analysis, word)) if (child.deprel === "conj") out.push(child);
  return out;
}

/** The child that carries a preposition or conjunction of `word`, in lower case: "on" of "on China", "because of". */
export function caseOf(analysis: Analysis, word: Word): string | undefined {
  let last: Word | undefined;
  for (const child of children(analysis, word)) {
    if (child.deprel !== "case" && child.deprel !== "mark") continue;
    const fixed = children(analysis, child).filter((c) => c.deprel === "fixed");
    if (fixed.length > 0) return [child, ...fixed].map((c) => c.form.toLowerCase()).join(" ");
    // "out of Moldova", "from inside Syria": the last of several prepositions says the relation.
    if (child.index < word.index) last = child;
    else last ??= child;
  }
  return last?.form.toLowerCase();
}

/** True where `word` is a verb, or an adjective or noun with a copula. */
export function isPredicate(analysis: Analysis, word: Word): boolean {
  return word.upos === "VERB" || children(analysis, word).some((c) => c.deprel === "cop");
}

export function isInfinitive(analysis: Analysis, word: Word): boolean {
  return word.xpos !== "VBG" && children(analysis, word).some((c) => c.deprel === "mark" && c.lemma === "to");
}

/** True for a word that modifies the noun before which it stands: "U.S." and "missile" of "U.S. missile test". */
export function isModifier(child: Word): boolean {
  return child.deprel === "compound" || child.deprel === "amod" || child.deprel === "nmod:desc";
}

/** "U.S.-brokered" of "a U.S.-brokered truce": its maker is no side of it; "U.S.-led" is. */
export function namesMaker(analysis: Analysis, child: Word): boolean {
  if (child.xpos !== "VBN" || LEADING_PARTICIPLES.has(child.lemma)) return false;
  return analysis.words[child.index - 1]?.form === "-" && children(analysis, child).length > 0;
}

/** True where the surface subject of `verb` is the one acted on. */
export function isPassive(analysis: Analysis, verb: Word, depth = 0): boolean {
  // A participle in -ed or nothing: "is mediating" is active whatever label its subject has.
  if (verb.xpos !== "VBN" && verb.xpos !== "VBD") return false;
  let auxiliary = false;
  for (const child of children(analysis, verb)) {
    if (child.deprel === "nsubj:pass" || child.deprel === "aux:pass" || child.deprel === "csubj:pass")
      return true;
    if (child.deprel === "obl:agent") return true;
    if (relation(child) === "aux" || child.deprel === "nsubj") auxiliary = true;
  }
  if (isHeadlinePassive(analysis, verb)) return true;
  if (auxiliary || verb.xpos !== "VBN") return false;
  if (verb.deprel === "acl" || verb.deprel === "amod" || verb.deprel === "advcl") return true;
  const above = governor(analysis, verb);
  return (
    // "were reported killed": the participle shares its subject with the passive above it.
    (verb.deprel === "conj" || verb.deprel === "xcomp") &&
    above?.xpos === "VBN" &&
    depth < MAX_CLIMB &&
    isPassive(analysis, above, depth + 1)
  );
}

/** "Policeman shot dead in Lima": a verb of what befalls somebody, with a subject and nothing that it is done to. */
function isHeadlinePassive(analysis: Analysis, verb: Word): boolean {
  if (!HEADLINE_PASSIVES.has(verb.lemma) || verb.deprel !== "root") return false;
  const below = children(analysis, verb);
  if (!below.some((c) => c.deprel === "nsubj")) return false;
  return below.every((c) => !COMPLETED.has(relation(c)) && !COMPLETING.has(caseOf(analysis, c) ?? ""));
}

/** What a relative pronoun stands for: the noun that its clause describes. */
function antecedent(analysis: Analysis, pronoun: Word): Word | undefined {
  let clause: Word | undefined = governor(analysis, pronoun);
  for (let i = 0; clause && i < MAX_CLIMB; i++) {
    if (clause.deprel === "acl:relcl") return governor(analysis, clause);
    clause = governor(analysis, clause);
  }
  return undefined;
}

export function isRelativePronoun(word: Word): boolean {
  return (
    word.upos === "PRON" && (RELATIVE_TAGS.has(word.xpos) || (word.lemma === "that" && word.xpos === "WDT"))
  );
}

/** `word`, or its antecedent where it is a relative pronoun. */
export function resolved(analysis: Analysis, word: Word): Word {
  return isRelativePronoun(word) ? (antecedent(analysis, word) ?? word) : word;
}

/** The children of `word` with one of the relations; relative pronouns give way to what they stand for. */
export function childrenBy(analysis: Analysis, word: Word, deprels: ReadonlySet<string>): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, word)) {
    if (deprels.has(child.deprel)) out.push(resolved(analysis, child));
  }
  return out;
}

/** What stands after one of the prepositions, at a verb or a noun: "on" of "imposed sanctions on Iran". */
export function afterPreposition(analysis: Analysis, word: Word, preposition: string): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, word)) {
    const kind = relation(child);
    if (kind !== "obl" && kind !== "nmod" && kind !== "advmod") continue;
    if (caseOf(analysis, child) === preposition) out.push(resolved(analysis, child));
  }
  return out;
}

/**
 * Phrases of a preposition that the tree hangs on a neighbour below the verb instead of on the verb: "by Washington" of
 * "was threatened with tariffs by Washington".
 */
export function strayed(analysis: Analysis, verb: Word, preposition: string): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, verb)) {
    const holds =
      relation(child) === "obj" ||
      child.deprel === "obl:agent" ||
      (preposition === "by" && relation(child) === "obl" && !DATING.has(caseOf(analysis, child) ?? ""));
    if (child.index < verb.index || !holds) continue;
    for (const below of children(analysis, child)) {
      if (relation(below) === "nmod" && caseOf(analysis, below) === preposition) out.push(below);
    }
  }
  return out;
}

/** The clause that completes a verb, noun or adjective: what is demanded, agreed, threatened. */
export function complement(analysis: Analysis, word: Word): Word | undefined {
  let second: Word | undefined;
  for (const child of children(analysis, word)) {
    if (
      child.deprel === "ccomp" ||
      child.deprel === "xcomp" ||
      child.deprel === "csubj" ||
      child.deprel === "csubj:pass"
    ) {
      if (child.upos === "VERB" || isPredicate(analysis, child)) return child;
    }
    if (
      child.index > word.index &&
      (child.deprel === "advcl" || child.deprel === "acl") &&
      isInfinitive(analysis, child)
    ) {
      second ??= child;
    } else if (word.upos === "NOUN" && child.deprel === "acl") second ??= child;
  }
  return second;
}
