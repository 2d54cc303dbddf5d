import { peopleNoun } from "../knowledge/people-nouns.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { rangeWithin } from "../record/within.js";
import { placeRoles } from "./place-roles.js";
import { isAcrossBorder, isBornThere, isExample, isPart, placePreposition } from "./role.js";
import { sharedPlace } from "./shared-place.js";
import type { Where } from "./where.js";

/**
 * The place that belongs to a predicate: index in `places` of the one that hangs below it in its own clause as an
 * adverbial or as the object of a verb of motion, the nearest where there are several; else one that stands in front
 * of the clause ("In Geneva, envoys said ..."); else that of the word that it shares its place with
 * (`shared-place.ts`). Undefined where there is none: a place is never taken from elsewhere.
 */
export function clausePlace(
  analysis: Analysis,
  places: readonly Where[],
  wordIndex: number,
): number | undefined {
  const predicate = analysis.words[wordIndex];
  if (!predicate) return undefined;
  const own = (word: Word) => ownPlace(analysis, places, word);
  return own(predicate) ?? sharedPlace(analysis, places, predicate, own);
}

function ownPlace(analysis: Analysis, places: readonly Where[], predicate: Word): number | undefined {
  const sentence = analysis.sentences[predicate.sentence]!;
  const range = rangeWithin(places, sentence);
  const where = relativeWhere(analysis, places, predicate);
  if (where !== undefined) return where;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let index = range.first; index < range.last; index++) {
    const top = topWord(analysis, places[index]!, sentence.first, sentence.last);
    const steps =
      top &&
      (anchor(analysis, places[index]!, top) === predicate.index || isPredicate(top, predicate)
        ? 0
        : stepsTo(analysis, places[index]!, top, predicate));
    if (top === undefined || steps === undefined) continue;
    // Whence somebody came says less of where it was than whither.
    const whence = OUT.has(placePreposition(analysis, top) ?? "");
    // Of several, one that is known says more.
    const unknown = places[index]!.precision === "unknown" && !whence;
    const distance =
      steps * 100 + (whence ? 90 : 0) + (unknown ? 80 : 0) + Math.abs(top.index - predicate.index);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

const OUT: ReadonlySet<string> = new Set(["from", "out"]);

/**
 * "British and based in Orla", "the fighting in the town of Orla": the verb or noun right before the preposition of a
 * place, whatever the tree makes of them.
 */
function anchor(analysis: Analysis, place: Where, top: Word): number | undefined {
  const { words } = analysis;
  if (isBornThere(analysis, top)) return top.index + 2;
  const at = prepositionBefore(analysis, place, top);
  let word = at === undefined ? undefined : words[at - 1];
  while (word?.sentence === top.sentence && (word.upos === "ADV" || word.form === ","))
    word = words[word.index - 1];
  if (at === undefined || word?.sentence !== top.sentence) return undefined;
  const told =
    word.upos === "VERB" || ((word.upos === "NOUN" || word.upos === "ADJ") && word.index === at - 1);
  return told ? word.index : undefined;
}

/** The word of the preposition that the phrase of a place begins with. */
function prepositionBefore(analysis: Analysis, { start }: Where, top: Word): number | undefined {
  const { locative, kindsOfPlace, partsOfPlace } = placeRoles();
  const isLocative = ({ form }: Word) => locative.has(form.toLowerCase());
  const own = children(analysis, top).find(
    (c) => c.deprel === "case" && c.index < top.index && isLocative(c),
  );
  if (own) return own.index;
  if (top.deprel === "nmod:poss" || relation(top) === "compound") return undefined;
  const { words } = analysis;
  let at = top.index;
  while (at > 0 && words[at]!.start > start) at--;
  for (let steps = 0; steps < LONGEST; steps++) {
    const before = words[--at];
    if (before?.sentence !== top.sentence) return undefined;
    if (before.upos === "ADP" && isLocative(before)) return at;
    const lemma = before.lemma.toLowerCase();
    const inside = before.upos === "DET" || before.upos === "ADJ" || lemma === "of";
    // "In the Orla district of Basra" is told of Orla.
    if (before.upos === "PROPN") return undefined;
    if (!inside && !kindsOfPlace.has(lemma) && !partsOfPlace.has(lemma) && relation(before) !== "compound")
      return undefined;
  }
  return undefined;
}

/** Words between a preposition and the name, at most: "in the French resort city of Orla". */
const LONGEST = 7;

/** "The talks were in Orla": the place is what is told of them. */
function isPredicate(top: Word, predicate: Word): boolean {
  return relation(predicate) === "cop" && predicate.head === top.index;
}

/** "Sousse, where 38 people were killed": the place that the clause belongs to. */
function relativeWhere(analysis: Analysis, places: readonly Where[], predicate: Word): number | undefined {
  if (relation(predicate) !== "acl") return undefined;
  if (!children(analysis, predicate).some((c) => c.form.toLowerCase() === "where")) return undefined;
  const over = governor(analysis, predicate);
  if (!over) return undefined;
  const at = children(analysis, predicate).find((c) => c.form.toLowerCase() === "where")!.index - 1;
  const before = analysis.words[at]?.form === "," ? analysis.words[at - 1] : analysis.words[at];
  const index = places.findIndex(
    (p) => (over.start >= p.start && over.end <= p.end) || before?.end === p.end,
  );
  return index < 0 ? undefined : index;
}

function topWord(analysis: Analysis, place: Where, first: number, last: number): Word | undefined {
  for (let i = last - 1; i >= first; i--) {
    const word = analysis.words[i]!;
    if (word.start < place.start || word.end > place.end || word.upos === "PUNCT") continue;
    const over = governor(analysis, word);
    if (!over || over.start < place.start || over.end > place.end) return word;
  }
  return undefined;
}

/**
 * How many noun phrases lie between a place and the predicate above it; undefined where another clause does, or where
 * the place is no adverbial ("sanctions against Iran", "talks about Syria").
 */
function stepsTo(analysis: Analysis, place: Where, top: Word, predicate: Word): number | undefined {
  const { locative, takings } = placeRoles();
  let at = top;
  let placed = false;
  for (let steps = 0; steps < 16; steps++) {
    const over = governor(analysis, at);
    const rel = relation(at);
    if (!placed) {
      const preposition = placePreposition(analysis, at);
      // "In cities such as Orla"
      if (isPart(analysis, at, preposition) || isExample(analysis, at, over)) {
        at = over!;
        continue;
      }
      if ((preposition !== undefined && locative.has(preposition)) || isBornThere(analysis, at))
        placed = true;
      // "In a province on the border with Orla" is not in Orla.
      else if (isAcrossBorder(analysis, at, preposition)) {
        if (over?.index !== predicate.index && over?.head !== predicate.index) return undefined;
        placed = true;
      } else if (preposition === "of" && over === predicate && takings.has(over.lemma.toLowerCase()))
        placed = true;
      else if (preposition === "for" && over && isHeadedFor(over)) placed = true;
      else if (preposition !== undefined) return undefined;
      else if (rel === "advmod") placed = true;
      else if (over && (rel === "obj" || at.deprel === "nsubj:pass") && isDoneTo(place, over)) placed = true;
      else if (rel === "compound" || at.deprel === "nmod:poss") placed = over?.index === predicate.index;
      else if (rel !== "appos" && rel !== "conj" && rel !== "nmod" && rel !== "flat") return undefined;
    }
    if (!over) return undefined;
    if (over.index === predicate.index) return placed ? steps : undefined;
    const nominal =
      over.upos === "NOUN" || over.upos === "PROPN" || over.upos === "PRON" || over.upos === "NUM";
    if (!nominal || children(analysis, over).some((c) => relation(c) === "cop")) return undefined;
    if (relation(over) === "acl") return undefined;
    if (relation(over) === "nsubj") {
      const acts = over.head === predicate.index && isWhereTheyAct(analysis, top, over);
      return acts ? FAR + steps : undefined;
    }
    at = over;
  }
  return undefined;
}

/** "Left for Orla", "a summit set for Orla". */
function isHeadedFor({ lemma }: Word): boolean {
  const verb = lemma.toLowerCase();
  return referenceWords().motion.has(verb) || placeRoles().scheduled.has(verb);
}

/** More steps than any place has that is not in the subject. */
const FAR = 20;

/** "Police in Orla arrested two": where people are, they act, also where their phrase is the subject's. */
function isWhereTheyAct(analysis: Analysis, top: Word, subject: Word): boolean {
  const preposition = placePreposition(analysis, top);
  if (preposition === undefined || !referenceWords().placePrepositions.has(preposition)) return false;
  return peopleNoun(subject.lemma) !== undefined;
}

/** "Visited Orla", "Orla airport was evacuated": the place is what the act is done to. */
function isDoneTo({ precision }: Where, { lemma }: Word): boolean {
  const verb = lemma.toLowerCase();
  return (
    placeRoles().objectIsPlace.has(verb) || (precision !== "country" && referenceWords().motion.has(verb))
  );
}
