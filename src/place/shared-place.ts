import { peopleNoun } from "../knowledge/people-nouns.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { placeRoles } from "./place-roles.js";
import type { Where } from "./where.js";

/**
 * The place that another word of its sentence tells of a predicate which has none of its own, as an index in `places`;
 * `ownPlace` gives that of a word. Of a noun, the verb that it stands with ("killed in an attack on Friday near Orla",
 * "clashes broke out in Orla", "a treaty signed in Orla"); of a verb, the first of several that a place opens ("in Orla,
 * police fired and arrested two"), or the people who are told to act ("asked envoys in Orla to return").
 */
export function sharedPlace(
  analysis: Analysis,
  places: readonly Where[],
  predicate: Word,
  ownPlace: (word: Word) => number | undefined,
): number | undefined {
  const over = governor(analysis, predicate);
  const behind = (index: number | undefined, word: Word) =>
    index !== undefined && places[index]!.start >= word.end ? index : undefined;
  if (predicate.upos === "NOUN") {
    const verb = over && (relation(predicate) === "obl" || isOccurrence(predicate, over)) ? over : undefined;
    if (verb) return behind(ownPlace(verb), predicate);
    const participle = children(analysis, predicate).find((c) => c.deprel === "acl" && c.xpos === "VBN");
    return participle && behind(ownPlace(participle), participle);
  }
  if (over && predicate.upos === "VERB" && relation(predicate) === "conj") {
    const index = ownPlace(over);
    const subject = children(analysis, over).find((c) => relation(c) === "nsubj");
    return subject && index !== undefined && places[index]!.end <= subject.start ? index : undefined;
  }
  if (over && predicate.deprel === "xcomp") {
    const told = children(analysis, over).find((c) => relation(c) === "obj" && c.index < predicate.index);
    return told && peopleNoun(told.lemma) !== undefined ? behind(ownPlace(told), told) : undefined;
  }
  return undefined;
}

/** "Clashes broke out": the noun is what the verb says to happen. */
const isOccurrence = (noun: Word, verb: Word): boolean =>
  relation(noun) === "nsubj" && placeRoles().occurring.has(verb.lemma.toLowerCase());
