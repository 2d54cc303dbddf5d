import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import { type Draft, isPlural, textOf } from "./draft.js";
import type { Reader } from "./reader.js";

/** True for a noun of kinship without a name behind it: "whose brother Berg" is told by the name. */
export function isRelative(analysis: Analysis, word: Word): boolean {
  if (!referenceWords().kin.has(word.lemma.toLowerCase())) return false;
  return !children(analysis, word).some((c) => c.upos === "PROPN" && c.index > word.index);
}

/** The relatives of a person are of the person's state, and of no office; undefined where the person's state is not known. */
export function relativeOf(reader: Reader, word: Word, person: Draft | undefined): Draft | undefined {
  const [actor] = person?.actors.length === 1 && person.sort !== "body" ? person.actors : [];
  if (!actor || !reader.hits.knowledge.states.has(actor.code)) return undefined;
  const { first, last } = reader.phrase(word.index);
  const plural = isPlural(word);
  return {
    head: word.index,
    first,
    last,
    form: plural ? "group" : "nominal",
    actors: [{ code: actor.code, sector: "CVL" }],
    by: `${word.form} of "${textOf(reader.analysis, person!)}"`,
    sort: plural ? "people" : "person",
    plural,
  };
}
