import { stateOfTown, type TownState } from "../knowledge/towns.js";
import type { Analysis } from "../language/analysis.js";
import type { Hits } from "./hits.js";
import { formsOf } from "./modifiers.js";

/**
 * The state of a town or region that the language model finds right before a word ("Chicago police") or at it
 * ("mayor of Dalian"); undefined where the name is listed as something else, or where it says nothing for sure.
 * @param at a word of the name, the last one where it stands before something
 */
export function townAt(analysis: Analysis, hits: Hits, at: number): TownState | undefined {
  const last = analysis.words[at]?.xpos === "POS" ? at - 1 : at;
  const name = hits.nameAt(last);
  if (!name || (name.type !== "GPE" && name.type !== "LOC") || hits.at(last)) return undefined;
  if (name.last > at + 1) return undefined;
  const { words } = analysis;
  let { last: end } = name;
  while (end > name.first + 1 && (words[end - 1]!.xpos === "POS" || words[end - 1]!.upos === "PUNCT")) end--;
  let { first } = name;
  while (first < end - 1 && words[first]!.upos === "DET") first++;
  for (let i = first; i < end; i++) if (hits.at(i)) return undefined;
  return stateOfTown(formsOf(analysis, { first, last: end }), hits.statesNamed);
}
