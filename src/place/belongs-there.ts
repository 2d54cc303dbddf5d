import type { Analysis, Word } from "../language/analysis.js";
import { governor, relation } from "../language/tree.js";
import { placeRoles } from "./place-roles.js";

/** True of a name before the noun that it belongs to: "the Orla attack", "Orla's roofs". */
export const isAttribute = (word: Word): boolean =>
  relation(word) === "compound" || word.deprel === "nmod:poss";

/** "The Berlin market attack", "Havana roofs", "Cologne's festivities": what happened there, or what stands there. */
export function belongsThere(
  analysis: Analysis,
  top: Word,
  over: Word,
  country: boolean,
  steps = 4,
): boolean {
  const { happenings, gatherings, missions, thingsThere, violence } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  if (country && missions.has(lemma)) return false;
  if (violence.has(lemma) && relation(top) === "compound") return true;
  if (happenings.has(lemma) || (!country && thingsThere.has(lemma))) return true;
  // "The Iraq War" was there, "the U.S. war" somewhere else.
  if (over.form === "War" && over.index === top.index + 1 && analysis.words[top.index - 1]?.form !== "-")
    return true;
  // "Syria's civil war", "the Libya civil war"
  if (lemma === "war" && analysis.words[over.index - 1]?.form.toLowerCase() === "civil") return true;
  // "The Kenya mall attack"
  const beside = analysis.words[top.index + 1];
  const building =
    beside?.head === over.index && thingsThere.has(beside.lemma) && !missions.has(beside.lemma);
  if (building && relation(top) === "compound" && gatherings.has(lemma)) return true;
  // "Moscow's attack" is one that it makes, "the Moscow attack" one that happened there.
  if (!country && gatherings.has(lemma) && relation(top) === "compound") return true;
  const outer = relation(over) === "compound" ? governor(analysis, over) : undefined;
  if (outer === undefined || outer.index === top.index || steps === 0) return false;
  return belongsThere(analysis, over, outer, country, steps - 1);
}
