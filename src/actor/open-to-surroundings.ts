import { kindsOfNoun } from "../knowledge/noun-kinds.js";
import { referenceWords } from "../knowledge/reference.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Analysis, NameType, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Description } from "./describe.js";
import { isBody, stateCode } from "./modifiers.js";
import { isCountingNoun } from "./partitives.js";
import type { OpenPhrase } from "./phrase-features.js";
import type { Reader } from "./reader.js";
import { townAt } from "./town-state.js";

/**
 * A role phrase whose state the text around it may tell; undefined where the phrase has a state, speaks of anybody
 * ("any party"), or holds what tells that it is another's ("church leaders", "Iran-backed militia").
 */
export function openPhraseAt(reader: Reader, word: Word): OpenPhrase | undefined {
  const role = reader.hits.at(word.index)?.role;
  const description = reader.describe(word.index);
  if (!role || role.state || !description?.sector || description.codes.length > 0) return undefined;
  if (referenceWords().weak.has(role.role)) return undefined;
  // What stands behind "of" tells whom a spokesman serves, but only the members of an association.
  if (description.pending && role.kind !== "body" && !isCountingNoun(word)) return undefined;
  // "released from hospitals": a place, unless it is told what it does.
  const isPlace = role.kind !== "private" && referenceWords().placeNouns.has(word.lemma.toLowerCase());
  if (isPlace && !TAKES_PART.has(word.deprel)) return undefined;
  if (isOfUnknownPlace(reader, word) || isEnvoyOfUnknown(reader, word, role)) return undefined;
  if (isDeniedOrOthers(reader.analysis, word, role)) return undefined;
  if (areSides(reader.analysis, word, role)) return undefined;
  if (isGeneral(reader.analysis, word) || hasOtherBody(reader, word, role, description)) return undefined;
  const isLocal = role.kind === "body" && LOCAL.has(role.sector ?? "");
  if ((!isLocal && hasUnknownName(reader, word)) || holdsOther(reader, word, role)) return undefined;
  return { word, role, sector: description.sector };
}

/** "is not an exporter" tells that nobody is one; "their attackers" are not of those whom they attack. */
function isDeniedOrOthers(analysis: Analysis, word: Word, { sector }: RoleEntry): boolean {
  const own = children(analysis, word);
  if (own.some((c) => relation(c) === "cop") && own.some((c) => c.lemma === "not")) return true;
  return sector === "CRM" && own.some((c) => c.deprel === "nmod:poss");
}

/** "civilians in Madaya": of a place whose state no list tells. */
function isOfUnknownPlace(reader: Reader, word: Word): boolean {
  return reader.phrase(word.index).complements.some(({ head }) => {
    const name = reader.hits.nameAt(head);
    return (
      (name?.type === "GPE" || name?.type === "LOC") &&
      !reader.hits.at(head) &&
      townAt(reader.analysis, reader.hits, head) === undefined
    );
  });
}

/** "Zenda's envoy to Seoul": of whom nobody knows, but not of the state that it is sent to. */
function isEnvoyOfUnknown({ analysis, hits }: Reader, word: Word, { sector }: RoleEntry): boolean {
  if (sector !== "GOV") return false;
  return children(analysis, word).some(
    (c) => c.deprel === "nmod:poss" && c.upos === "PROPN" && !hits.at(c.index),
  );
}

/** "all parties", "the parties concerned": those who quarrel, not bodies of politics. */
function areSides(analysis: Analysis, word: Word, { role }: RoleEntry): boolean {
  const { disputeSides } = referenceWords();
  return role === "party" && children(analysis, word).some((c) => disputeSides.has(c.form.toLowerCase()));
}

/** "any party", "other officials"; "two other journalists" are like those before them. */
function isGeneral(analysis: Analysis, word: Word): boolean {
  const { general } = referenceWords();
  const before = children(analysis, word).filter((c) => c.index < word.index);
  const numbered = before.some((c) => c.upos === "NUM");
  return before.some((c) => general.has(c.form.toLowerCase()) && !(numbered && c.lemma === "other"));
}

/** "church leaders", "university presidents": the noun tells of another body than the state; "aviation officials" are its own. */
function hasOtherBody(
  { analysis, hits }: Reader,
  word: Word,
  role: RoleEntry,
  { sector }: Description,
): boolean {
  if ((role.kind !== "carrier" && role.kind !== "office") || sector !== role.sector) return false;
  return children(analysis, word).some((c) => {
    const hit = hits.at(c.index);
    return (
      c.index < word.index &&
      relation(c) === "compound" &&
      c.upos === "NOUN" &&
      kindsOfNoun(c.lemma.toLowerCase()).length > 0 &&
      !(hit && isBody(hit))
    );
  });
}

/** "The Millet Growers Union": a name of its own, which nobody knows, tells that it is not the state's. */
function hasUnknownName({ analysis, hits }: Reader, word: Word): boolean {
  if (word.upos !== "PROPN") return false;
  return children(analysis, word).some((c) => {
    if (c.upos !== "PROPN" || c.index > word.index || hits.at(c.index)) return false;
    const name = hits.nameAt(c.index);
    return !name || !OF_PLACES.has(name.type);
  });
}

/** "Iran-backed militia": a state inside the phrase that is not the phrase's own; of "Gazprom investors" any name is such. */
function holdsOther(reader: Reader, word: Word, role: RoleEntry): boolean {
  for (let i = reader.phrase(word.index).first; i < word.index; i++) {
    const hit = reader.hits.at(i);
    if (hit && (stateCode(hit) !== undefined || (role.kind === "outsider" && hit.names.length > 0)))
      return true;
  }
  return false;
}

/** Parts of a clause in which a building is the body in it: who acts, and to whom something is done. */
const TAKES_PART: ReadonlySet<string> = new Set(["nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"]);

/** Sectors of bodies that are called by the name of their place, patron or founder ("Mercy Hospital"). */
const LOCAL: ReadonlySet<string> = new Set(["HLH", "EDU", "REL", "JUD", "COP"]);

/** Names of towns and peoples: whoever they are of is as likely of the surroundings' state. */
export const OF_PLACES: ReadonlySet<NameType> = new Set<NameType>(["GPE", "LOC", "NORP"]);
