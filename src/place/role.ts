import { peopleNoun } from "../knowledge/people-nouns.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import { belongsThere, isAttribute } from "./belongs-there.js";
import { placeRoles } from "./place-roles.js";

/**
 * True where the sentence makes a name the place of what it tells: "in Seoul", "flew to China", "visited Moscow",
 * "missiles over Japan". A name that acts or is acted on ("China said", "sanctions against Iran") is none.
 */
export function isLocative(analysis: Analysis, top: Word, country: boolean): boolean {
  const {
    aims,
    flight,
    gatherings,
    inquiries,
    kindsOfPlace,
    moves,
    objectIsPlace,
    partsOfPlace,
    phrasal,
    raids,
    scheduled,
    takings,
    thingsThere,
  } = placeRoles();
  const { placePrepositions, motionPrepositions, motion } = referenceWords();
  const over = governor(analysis, top);
  const rel = relation(top);
  const preposition = placePreposition(analysis, top);
  const lemma = over?.lemma.toLowerCase() ?? "";
  if (isBornThere(analysis, top)) return true;
  if (preposition === undefined && over && isAttribute(top) && belongsThere(analysis, top, over, country))
    return true;
  // "In a Japan fishing town", "in Nigeria's north-central state", "at Iran's heavy water plant", "crossed the Iraq border"
  if (
    preposition === undefined &&
    over &&
    isAttribute(top) &&
    (kindsOfPlace.has(lemma) || thingsThere.has(lemma) || partsOfPlace.has(lemma))
  )
    return (
      (placePreposition(analysis, over) !== undefined || relation(over) === "obj") &&
      isLocative(analysis, over, country)
    );
  if (preposition !== undefined) {
    if (preposition === "from" && over && country && placeRoles().speaksFor.has(lemma)) return false;
    if (preposition === "from" && over && (isWhence(analysis, top, over) || isOutOf(analysis, top)))
      return true;
    if (preposition === "from" && !country && isStretch(analysis, top)) return true;
    if (preposition === "on" && raids.has(lemma)) return true;
    if (preposition === "of" && !country && takings.has(lemma)) return true;
    if (preposition === "at" && country && aims.has(lemma) && isBehind(top, over)) return false;
    if (preposition === "for" && !country && scheduled.has(lemma)) return true;
    if (preposition === "into") return !(inquiries.has(lemma) && isBehind(top, over));
    if (preposition === "on" && !country && gatherings.has(lemma)) return true;
    if (preposition === "of" && (isAside(analysis, top) || isNamedPart(analysis, over))) return true;
    if (isAcrossBorder(analysis, top, preposition)) return true;
    if (isPart(analysis, top, preposition)) return over !== undefined && isLocative(analysis, over, country);
    if (isExample(analysis, top, over)) return isLocative(analysis, over!, country);
    if (preposition === "in" && phrasal.has(lemma) && isBehind(top, over)) return false;
    if (preposition === "over" || preposition === "above" || preposition === "beyond")
      return flight.has(lemma) || isFlownOver(wordBefore(analysis, top));
    if (placePrepositions.has(preposition)) return true;
    if (preposition === "on" && partsOfPlace.has(top.lemma.toLowerCase())) return true;
    if (TOWARDS.has(preposition) && flight.has(lemma)) return true;
    if (ENDS.has(preposition) && (moves.has(lemma) || isOnTheWay(analysis, top) || isMoved(analysis, over)))
      return true;
    if (preposition === "to" && over && isSentThere(analysis, over)) return true;
    // "From Orla to Basra", whatever the tree hangs the second from.
    const from = preposition === "to" ? stretchBefore(analysis, top) : undefined;
    if (from) return isLocative(analysis, from, country);
    if (preposition === "for" && isOnTheWay(analysis, top)) return true;
    if (preposition === "from" && children(analysis, top).some((c) => relation(c) === "cop")) return true;
    return motionPrepositions.has(preposition) && motion.has(lemma);
  }
  if (rel === "conj" && over) return over.upos !== "VERB" && isLocative(analysis, over, country);
  if (over && (rel === "appos" || isPart(analysis, top, preposition)))
    return isLocative(analysis, over, country);
  if (rel === "obj" && over) return objectIsPlace.has(lemma) || (!country && motion.has(lemma));
  return false;
}

/** "Believe in Orla", and not "in Orla they believe". */
const isBehind = (top: Word, over: Word | undefined): boolean => over !== undefined && over.index < top.index;

/** "The border with Orla": it lies at the border. */
export function isAcrossBorder(analysis: Analysis, top: Word, preposition: string | undefined): boolean {
  return (
    preposition === "with" && placeRoles().borders.has(wordBefore(analysis, top)?.lemma.toLowerCase() ?? "")
  );
}

/** The preposition before a word that says where: "in" of "including in Germany", "from" of "out of Australia". */
export function placePreposition(analysis: Analysis, top: Word): string | undefined {
  const first = prepositionOf(analysis, top);
  const { placePrepositions } = referenceWords();
  if (first === undefined) return rightBefore(analysis, top);
  if (placePrepositions.has(first)) return first;
  const cases = children(analysis, top).filter((c) => c.deprel === "case" && c.index < top.index);
  if (first === "out" && cases.some((c) => c.form.toLowerCase() === "of")) return "from";
  return cases.map((c) => c.form.toLowerCase()).find((form) => placePrepositions.has(form)) ?? first;
}

/** "Many in Orla fear": a preposition that the tree hangs from another word. */
function rightBefore(analysis: Analysis, top: Word): string | undefined {
  if (top.upos !== "PROPN" || isAttribute(top)) return undefined;
  const { words } = analysis;
  let at = top.index - 1;
  while (at >= 0 && words[at]!.head === top.index && words[at]!.upos !== "ADP" && words[at]!.upos !== "AUX")
    at--;
  const before = words[at];
  if (before?.upos !== "ADP" || before.sentence !== top.sentence || before.deprel !== "case")
    return undefined;
  const form = before.form.toLowerCase();
  return form === "in" || form === "near" ? form : undefined;
}

/** "The Basra-born poet", "an Orla-based group". */
export function isBornThere({ words }: Analysis, { index, end }: Word): boolean {
  const [hyphen, participle] = [words[index + 1], words[index + 2]];
  if (hyphen?.form !== "-" || hyphen.start !== end || participle?.start !== hyphen.end) return false;
  return placeRoles().bornThere.has(participle.form.toLowerCase());
}

/** "Went over Japan". */
function isFlownOver(before: Word | undefined): boolean {
  const lemma = before?.lemma.toLowerCase() ?? "";
  return placeRoles().flight.has(lemma) || (before?.upos === "VERB" && referenceWords().motion.has(lemma));
}

/** The first name of "from Orla to Basra", for the second. */
function stretchBefore(analysis: Analysis, top: Word): Word | undefined {
  const over = governor(analysis, top);
  if (over && relation(top) === "nmod" && placePreposition(analysis, over) === "from") return over;
  const before = wordBefore(analysis, top);
  return before?.upos === "PROPN" && placePreposition(analysis, before) === "from" ? before : undefined;
}

/** "From Orla to Basra": the first of two names that stand for all between them. */
function isStretch({ words }: Analysis, { index, sentence }: Word): boolean {
  const second = words[index + 2];
  return words[index + 1]?.form === "to" && second?.upos === "PROPN" && second.sentence === sentence;
}

/** "The deployment of units to Orla": what is moved has the place. */
function isMoved(analysis: Analysis, over: Word | undefined): boolean {
  const moving = over && relation(over) === "nmod" ? governor(analysis, over) : undefined;
  return moving !== undefined && placeRoles().moves.has(moving.lemma.toLowerCase());
}

/** Before the place that something flies to or passes. */
const TOWARDS: ReadonlySet<string> = new Set(["toward", "towards", "through"]);

/** Before the ends of a journey. */
const ENDS: ReadonlySet<string> = new Set(["to", "from", "between"]);
/** Right before "to", they lead to a place. */
const ONWARD: ReadonlySet<string> = new Set(["back", "onward", "onwards", "home", "halfway", "adjacent"]);

/** "Sent back to Cuba", "blocked his return to Cuba": a word of moving stands right before the preposition. */
function isOnTheWay(analysis: Analysis, top: Word): boolean {
  const lemma = wordBefore(analysis, top)?.lemma.toLowerCase() ?? "";
  return ONWARD.has(lemma) || referenceWords().motion.has(lemma) || placeRoles().moves.has(lemma);
}

/** The word right before the preposition of a name, in its sentence. */
function wordBefore(analysis: Analysis, top: Word): Word | undefined {
  const preposition = children(analysis, top).find((c) => c.deprel === "case");
  const before = preposition && analysis.words[preposition.index - 1];
  return before?.sentence === top.sentence ? before : undefined;
}

/** "Sent advisers to Syria", "jobs are sent to Mexico": people or things, and no message. */
function isSentThere(analysis: Analysis, over: Word): boolean {
  const { messages, sending } = placeRoles();
  if (over.upos !== "VERB" || !sending.has(over.lemma.toLowerCase())) return false;
  const sent = children(analysis, over).find((c) => relation(c) === "obj" || c.deprel === "nsubj:pass");
  return sent !== undefined && sent.upos === "NOUN" && !messages.has(sent.lemma.toLowerCase());
}

/** "Students from China", "cleared them from Iraq", "stopped people from Cuba": whence somebody comes, whatever the tree makes of it. */
function isWhence(analysis: Analysis, top: Word, over: Word): boolean {
  if (isOrigin(over) || (over.upos === "VERB" && placeRoles().movesFrom.has(over.lemma.toLowerCase())))
    return true;
  const before = wordBefore(analysis, top);
  // "Took off from Orla"
  if (before?.form.toLowerCase() === "off") return over.upos === "VERB";
  return before?.upos === "NOUN" && isOrigin(before);
}

/** "Smuggle cash out of Australia". */
function isOutOf(analysis: Analysis, top: Word): boolean {
  return prepositionOf(analysis, top) === "out";
}

/** "The Orla region of France": an address. */
function isNamedPart(analysis: Analysis, over: Word | undefined): boolean {
  if (!over || !placeRoles().kindsOfPlace.has(over.lemma.toLowerCase())) return false;
  return children(analysis, over).some((c) => relation(c) === "compound" && c.upos === "PROPN");
}

/** "Countries such as Syria", "places like Guam". */
export function isExample(analysis: Analysis, top: Word, over: Word | undefined): boolean {
  if (!over || relation(top) !== "nmod") return false;
  const { examples, kindsOfPlace } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  if (!kindsOfPlace.has(lemma) && !examples.has(lemma)) return false;
  const first = prepositionOf(analysis, top);
  return first === "such" || first === "like" || first === "including";
}

/** "Students from China", "a telegram from Amman", "800 miles away from Tokyo": more than who gave or said it. */
function isOrigin(over: Word): boolean {
  const { comesFrom, away } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  return comesFrom.has(lemma) || away.has(lemma) || peopleNoun(lemma) === "person";
}

/** "West of South Africa", whatever the tree makes of it. */
function isAside(analysis: Analysis, top: Word): boolean {
  const of = children(analysis, top).find((c) => c.deprel === "case" && c.index < top.index);
  const before = of && analysis.words[of.index - 1];
  return (
    before !== undefined && before.upos === "ADV" && placeRoles().partsOfPlace.has(before.form.toLowerCase())
  );
}

/** "The city of Kusong", "west of Mosul", "Japan's coast": the word above names the place's kind, or a part of it. */
export function isPart(analysis: Analysis, top: Word, preposition: string | undefined): boolean {
  const over = governor(analysis, top);
  if (!over || (relation(top) !== "nmod" && relation(top) !== "obl")) return false;
  const { kindsOfPlace, partsOfPlace, streetsOf } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  const owner = top.deprel === "nmod:poss" && preposition === undefined;
  if (preposition !== "of" && !owner) return false;
  return partsOfPlace.has(lemma) || ((kindsOfPlace.has(lemma) || streetsOf.has(over.lemma)) && !owner);
}
