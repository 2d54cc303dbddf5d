import { stateOfTown, type TownState } from "../knowledge/towns.js";
import type { Analysis, Name } from "../language/analysis.js";
import type { Hits } from "./hits.js";
import { formsOf, stateCode } from "./modifiers.js";

/**
 * The state of a town or region right before a word ("Chicago police") or at it ("mayor of Dalian", "University of
 * Oklahoma"); undefined where the name is listed as something else, or where it says nothing for sure.
 * @param at a word of the name, the last one where it stands before something
 */
export function townAt(analysis: Analysis, hits: Hits, at: number): TownState | undefined {
  const last = analysis.words[at]?.xpos === "POS" ? at - 1 : at;
  const name = hits.nameAt(last);
  if (!name || !OF_PLACES.has(name.type) || hits.at(last)) return undefined;
  if (name.type === "ORG") return townInside(analysis, hits, name, last);
  const { words } = analysis;
  let { last: end } = name;
  // "Kaohsiung County": what sort of place it is may be part of the tag and a noun of its own.
  while (end > at + 1 && hits.at(end - 1)?.role) end--;
  if (end > at + 1) return undefined;
  while (end > name.first + 1 && (words[end - 1]!.xpos === "POS" || words[end - 1]!.upos === "PUNCT")) end--;
  let { first } = name;
  while (first < end - 1 && words[first]!.upos === "DET") first++;
  for (let i = first; i < end; i++) if (hits.at(i)) return undefined;
  return stateOfPlace(analysis, hits, first, end);
}

/** The state that a place's name from a word on stands for or lies in, an article before it left out; undefined for any other word. */
export function placeAt(analysis: Analysis, hits: Hits, from: number): string | undefined {
  const { words } = analysis;
  const at = words[from]?.upos === "DET" ? from + 1 : from;
  if (words[at]?.upos !== "PROPN") return undefined;
  const hit = hits.at(at);
  if (hit) return stateCode(hit);
  const name = hits.nameAt(at);
  return name && townAt(analysis, hits, name.last - 1)?.code;
}

/** A town inside a body's name: the words up to `last` that no list has ("Slidell" of "Slidell Police"). */
function townInside(analysis: Analysis, hits: Hits, name: Name, last: number): TownState | undefined {
  const { words } = analysis;
  let first = last;
  while (first > name.first && !hits.at(first - 1) && words[first - 1]!.upos === "PROPN") first--;
  return stateOfPlace(analysis, hits, first, last + 1);
}

/** The state of the town, region or county that these words name. */
export function stateOfPlace(
  analysis: Analysis,
  hits: Hits,
  first: number,
  last: number,
): TownState | undefined {
  const found = stateOfTown(formsOf(analysis, { first, last }), hits.statesNamed);
  if (found || last - first < 2 || !DIVISIONS.has(analysis.words[last - 1]!.form.toLowerCase())) return found;
  return stateOfTown(formsOf(analysis, { first, last: last - 1 }), hits.statesNamed);
}

/** True where a place's name says that it is a part of a state with a government of its own ("Miaoli County"). */
export function isDivision(form: string): boolean {
  return DIVISIONS.has(form.toLowerCase());
}

const OF_PLACES: ReadonlySet<string> = new Set(["GPE", "LOC", "ORG"]);
const DIVISIONS: ReadonlySet<string> = new Set([
  "county",
  "city",
  "province",
  "prefecture",
  "district",
  "state",
]);
