import { referenceWords } from "../knowledge/reference.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Name } from "../language/analysis.js";
import type { Actor } from "./actor.js";
import type { Hits } from "./hits.js";
import { formsOf, modifiersBetween } from "./modifiers.js";
import type { Phrase } from "./phrases.js";

/** Who an organisation is that `knowledge/` does not have, as the words before its name tell. */
export interface NewOrganisation {
  readonly actors: readonly Actor[];
  readonly by: string;
}

/**
 * "Taiwan's Chinatrust Financial Holding Co.", "Swiss shipping company Scylla": a state before the name, and a sector
 * by the noun beside it or the ending of a company's name. Undefined where no one state, or no sector, is told.
 */
export function newOrganisation(
  analysis: Analysis,
  hits: Hits,
  phrase: Phrase,
  name: Name,
): NewOrganisation | undefined {
  let { first } = name;
  // The tagger takes "Taiwan's" into the name at times.
  while (first < name.last - 1 && (hits.at(first)?.names[0] || analysis.words[first]!.xpos === "POS"))
    first++;
  const { states, stateWords, bodies } = modifiersBetween(
    analysis,
    hits,
    Math.min(phrase.first, first),
    first,
  );
  const [code] = states;
  if (states.length !== 1 || code === undefined || bodies.length > 0) return undefined;
  const sector = sectorOf(analysis, hits, Math.min(phrase.first, first), name);
  if (!sector) return undefined;
  const agency = formsOf(analysis, { first, last: name.last });
  return {
    actors: [{ code, sector: sector.is, agency }],
    by: `name of an organisation, state from "${stateWords}", ${sector.by}`,
  };
}

/** What a name that is in no list tells of its bearer, beside the state. */
export interface NameKindOf {
  readonly is: Sector;
  readonly by: string;
}

/** The sector that a new organisation's name tells by its ending or the noun in or before it. */
export function sectorOf(analysis: Analysis, hits: Hits, from: number, name: Name): NameKindOf | undefined {
  for (let i = name.last - 1; i >= from; i--) {
    const { form } = analysis.words[i]!;
    if (i >= name.last - 2 && referenceWords().companyEndings.has(form.toLowerCase()))
      return { is: "BUS", by: `"${form}"` };
    const role = hits.at(i)?.role;
    if (role?.sector && (role.kind === "body" || role.kind === "institution"))
      return { is: role.sector, by: `role "${role.role}"` };
  }
  return undefined;
}
