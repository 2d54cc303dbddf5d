import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { peopleNoun } from "../knowledge/people-nouns.js";
import { referenceWords } from "../knowledge/reference.js";
import { knowledgePath } from "../knowledge/table.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";

interface Roles {
  readonly locative: ReadonlySet<string>;
  readonly flight: ReadonlySet<string>;
  readonly objectIsPlace: ReadonlySet<string>;
  readonly phrasal: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly partsOfPlace: ReadonlySet<string>;
  readonly kindsOfPlace: ReadonlySet<string>;
  readonly happenings: ReadonlySet<string>;
  readonly gatherings: ReadonlySet<string>;
  readonly thingsThere: ReadonlySet<string>;
  readonly comesFrom: ReadonlySet<string>;
  readonly away: ReadonlySet<string>;
}

let loaded: Roles | undefined;

/** The lists of `knowledge/places/roles.yaml`, read once. */
export function placeRoles(): Roles {
  if (loaded) return loaded;
  const file = parse(readFileSync(knowledgePath("places/roles.yaml"), "utf8")) as Record<string, string[]>;
  loaded = {
    locative: new Set(file.locative),
    flight: new Set(file.flight),
    objectIsPlace: new Set(file["object-is-place"]),
    phrasal: new Set(file.phrasal),
    notNames: new Set(file["not-names"]),
    partsOfPlace: new Set(file["parts-of-place"]),
    kindsOfPlace: new Set(file["kinds-of-place"]),
    happenings: new Set(file.happenings),
    gatherings: new Set(file.gatherings),
    thingsThere: new Set(file["things-there"]),
    comesFrom: new Set(file["comes-from"]),
    away: new Set(file.away),
  };
  return loaded;
}

/**
 * True where the sentence makes a name the place of what it tells: "in Seoul", "flew to China", "visited Moscow",
 * "missiles over Japan". A name that acts or is acted on ("China said", "sanctions against Iran") is none.
 */
export function isLocative(analysis: Analysis, top: Word, country: boolean): boolean {
  const { flight, objectIsPlace, phrasal } = placeRoles();
  const { placePrepositions, motionPrepositions, motion } = referenceWords();
  const over = governor(analysis, top);
  const rel = relation(top);
  const preposition = placePreposition(analysis, top);
  const lemma = over?.lemma.toLowerCase() ?? "";
  if (preposition === undefined && over && isAttribute(top) && belongsThere(analysis, top, over, country))
    return true;
  if (preposition !== undefined) {
    if (preposition === "from" && over && isOrigin(over)) return true;
    if (preposition === "of" && isAside(analysis, top)) return true;
    if (isPart(analysis, top, preposition)) return over !== undefined && isLocative(analysis, over, country);
    if (preposition === "in" && phrasal.has(lemma)) return false;
    if (preposition === "over" || preposition === "above" || preposition === "beyond")
      return flight.has(lemma);
    if (placePrepositions.has(preposition)) return true;
    return motionPrepositions.has(preposition) && motion.has(lemma);
  }
  if (rel === "conj" && over) return over.upos !== "VERB" && isLocative(analysis, over, country);
  if (over && (rel === "appos" || isPart(analysis, top, preposition)))
    return isLocative(analysis, over, country);
  if (rel === "obj" && over) return objectIsPlace.has(lemma) || (!country && motion.has(lemma));
  return false;
}

/** The preposition before a word that says where: "in" of "including in Germany", "from" of "out of Australia". */
export function placePreposition(analysis: Analysis, top: Word): string | undefined {
  const first = prepositionOf(analysis, top);
  const { placePrepositions } = referenceWords();
  if (first === undefined || placePrepositions.has(first)) return first;
  const cases = children(analysis, top).filter((c) => c.deprel === "case" && c.index < top.index);
  if (first === "out" && cases.some((c) => c.form.toLowerCase() === "of")) return "from";
  return cases.map((c) => c.form.toLowerCase()).find((form) => placePrepositions.has(form)) ?? first;
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

const isAttribute = (word: Word): boolean => relation(word) === "compound" || word.deprel === "nmod:poss";

/** "The Berlin market attack", "Havana roofs", "Cologne's festivities": what happened there, or what stands there. */
function belongsThere(analysis: Analysis, top: Word, over: Word, country: boolean): boolean {
  const { happenings, gatherings, thingsThere } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  if (happenings.has(lemma) || (!country && thingsThere.has(lemma))) return true;
  // "Moscow's attack" is one that it makes, "the Moscow attack" one that happened there.
  if (!country && gatherings.has(lemma) && relation(top) === "compound") return true;
  const outer = relation(over) === "compound" ? governor(analysis, over) : undefined;
  return outer !== undefined && outer.index !== top.index && belongsThere(analysis, over, outer, country);
}

/** "The city of Kusong", "west of Mosul", "Japan's coast": the word above names the place's kind, or a part of it. */
export function isPart(analysis: Analysis, top: Word, preposition: string | undefined): boolean {
  const over = governor(analysis, top);
  if (!over || (relation(top) !== "nmod" && relation(top) !== "obl")) return false;
  const { kindsOfPlace, partsOfPlace } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  const owner = top.deprel === "nmod:poss" && preposition === undefined;
  if (preposition !== "of" && !owner) return false;
  return partsOfPlace.has(lemma) || (kindsOfPlace.has(lemma) && !owner);
}
