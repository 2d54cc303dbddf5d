import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { referenceWords } from "../knowledge/reference.js";
import { knowledgePath } from "../knowledge/table.js";
import type { Analysis, Word } from "../language/analysis.js";
import { governor, prepositionOf, relation } from "../language/tree.js";

interface Roles {
  readonly locative: ReadonlySet<string>;
  readonly flight: ReadonlySet<string>;
  readonly objectIsPlace: ReadonlySet<string>;
  readonly phrasal: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly partsOfPlace: ReadonlySet<string>;
  readonly kindsOfPlace: ReadonlySet<string>;
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
  const preposition = prepositionOf(analysis, top);
  const lemma = over?.lemma.toLowerCase() ?? "";
  if (preposition !== undefined) {
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

/** "The city of Kusong", "west of Mosul", "Japan's coast": the word above names the place's kind, or a part of it. */
export function isPart(analysis: Analysis, top: Word, preposition: string | undefined): boolean {
  const over = governor(analysis, top);
  if (!over || relation(top) !== "nmod") return false;
  const { kindsOfPlace, partsOfPlace } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  const owner = top.deprel === "nmod:poss" && preposition === undefined;
  if (preposition !== "of" && !owner) return false;
  return partsOfPlace.has(lemma) || (kindsOfPlace.has(lemma) && !owner);
}
