import type { NameKind } from "../knowledge/names.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Sector } from "../knowledge/sector.js";
import type { TownState } from "../knowledge/towns.js";
import type { Analysis, Name, Word } from "../language/analysis.js";
import type { Actor } from "./actor.js";
import type { Hit, Hits } from "./hits.js";
import { formsOf, modifiersBetween } from "./modifiers.js";
import { isActing } from "./name-context.js";
import { actorOfName } from "./named.js";
import type { Phrase } from "./phrases.js";
import { isDateline } from "./places.js";
import { isDivision, placeAt, stateOfPlace } from "./town-state.js";

/** Who an organisation is that `knowledge/` does not have, as the words before its name tell. */
export interface NewOrganisation {
  readonly actors: readonly Actor[];
  readonly by: string;
  /** Where nothing tells what kind of body it is, so that what stands beside the name must: whether the state opens its name. */
  readonly kindless?: "opens" | "before";
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
  const { words } = analysis;
  let { first } = name;
  // The tagger takes "Taiwan's" into the name at times.
  while (first < name.last - 1 && (isOther(hits.at(first)) || words[first]!.xpos === "POS")) first++;
  const from = Math.min(phrase.first, first);
  const { states, stateWords, bodies } = modifiersBetween(analysis, hits, from, first);
  const agency = formsOf(analysis, { first, last: name.last });
  if (states.length === 0 && bodies.length === 1 && name.first < first) return partOf(bodies[0]!, agency);
  if (states.length > 1 || bodies.length > 0) return undefined;
  const owner = ownerOf(analysis, hits, { ...name, first }) ?? seatBehind(analysis, hits, name);
  const code = states[0] ?? owner?.code;
  const sector = code === undefined ? undefined : sectorOf(analysis, hits, from, name);
  if (code === undefined || (!sector && states.length === 0)) return undefined;
  const state = states.length > 0 ? `state from "${stateWords}"` : owner!.by;
  // "Costa Rica Civil Aviation": a body whose own name opens with a state's, and that is nothing else, is the state's.
  const kindless = name.first < first && name.last - first > 1 ? "opens" : "before";
  return {
    actors: [{ code, sector: sector?.is ?? "GOV", agency }],
    by: `name of an organisation, ${state}${sector ? `, ${sector.by}` : ""}`,
    ...(!sector && { kindless }),
  };
}

/** "UN Office for the Coordination of Humanitarian Affairs": a part of the organisation or institution that its name begins with. */
function partOf(whole: Hit, agency: string): NewOrganisation | undefined {
  const [name] = whole.names;
  if (!name || !WHOLES.has(name.kind)) return undefined;
  const { code, sector } = actorOfName(name);
  return {
    actors: [{ code, ...(sector && { sector }), agency }],
    by: `name of an organisation, part of ${name.kind} "${name.name}"`,
  };
}

const WHOLES: ReadonlySet<NameKind> = new Set(["organisation", "institution", "party"]);

/** True for a name that stands before an organisation's, and is not the company whose name the longer one begins with. */
function isOther(hit: Hit | undefined): boolean {
  return hit?.names[0] !== undefined && hit.names[0].kind !== "company";
}

/** "the Center for Economic Studies in Lima": the town or state in which a body is said to sit. */
function seatBehind(analysis: Analysis, hits: Hits, { last }: Name): TownState | undefined {
  const { words } = analysis;
  const at = words[last - 1]?.form === "in" ? last : words[last]?.form === "in" ? last + 1 : undefined;
  const code = at === undefined ? undefined : placeAt(analysis, hits, at);
  return code === undefined ? undefined : { code, by: `in "${words[at!]!.form}"` };
}

/** The state that a name tells by a company that it begins with ("Energia Rocket and Space Corporation"), or by a place. */
function ownerOf(analysis: Analysis, hits: Hits, name: Name): TownState | undefined {
  const [company] = hits.at(name.first)?.names ?? [];
  if (company?.kind === "company") return { code: company.code, by: `company "${company.name}"` };
  return placeIn(analysis, hits, name);
}

/** The town or region at the beginning of a name or behind its "of" ("Chongqing Morning Post", "Bar of Ontario"). */
function placeIn(analysis: Analysis, hits: Hits, name: Name): TownState | undefined {
  const { words } = analysis;
  for (let first = name.first; first < name.last - 1; first++) {
    const before = words[first - 1];
    if (first > name.first && before?.form !== "of" && before?.upos !== "DET") continue;
    for (let last = Math.min(first + LONGEST_PLACE, name.last); last > first; last--) {
      if (last === name.last && first === name.first) continue;
      let free = true;
      for (let i = first; i < last && free; i++) free = !hits.at(i) && words[i]!.upos === "PROPN";
      const found = free ? stateOfPlace(analysis, hits, first, last) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** Names of towns and regions have no more words than this, but for a few. */
const LONGEST_PLACE = 3;

/**
 * A town, region or county that acts is its government ("Miaoli County will host"); undefined for names that no list has.
 */
export function localGovernment(analysis: Analysis, hits: Hits, word: Word): NewOrganisation | undefined {
  const name = hits.nameAt(word.index);
  if (!name || name.last !== word.index + 1 || hits.at(word.index) || !isActing(analysis, word.index))
    return undefined;
  if (isDateline(analysis, name)) return undefined;
  if (name.type !== "GPE" && !(name.type === "ORG" && isDivision(word.form))) return undefined;
  let { first } = name;
  while (first < word.index && analysis.words[first]!.upos === "DET") first++;
  const place = stateOfPlace(analysis, hits, first, name.last);
  if (!place) return undefined;
  const agency = formsOf(analysis, { first, last: name.last });
  return { actors: [{ code: place.code, sector: "GOV", agency }], by: `local government, ${place.by}` };
}

/** What a name that is in no list tells of its bearer, beside the state. */
export interface NameKindOf {
  readonly is: Sector;
  readonly by: string;
}

/** The sector that a new organisation's name tells by its ending or the noun in or before it. */
export function sectorOf(analysis: Analysis, hits: Hits, from: number, name: Name): NameKindOf | undefined {
  const { words } = analysis;
  const { companyEndings, mediaEndings, officeHeads, partyEndings, societyEndings } = referenceWords();
  const long = name.last - name.first > 1;
  let company: NameKindOf | undefined;
  for (let i = name.last - 1; i >= from; i--) {
    const { form, upos } = words[i]!;
    const lower = form.toLowerCase();
    const ends = i >= name.last - 2;
    const by = `"${form}"`;
    // "Bread for the City Inc.": what a name is for counts for more than the form in which it is registered.
    const cause = upos === "ADP" && (lower === "for" || lower === "against") && i > name.first;
    if (long && (cause || (ends && societyEndings.has(lower)))) return { is: "NGO", by };
    if (long && i === name.last - 1 && mediaEndings.has(lower)) return { is: "MED", by };
    if (long && i === name.last - 1 && partyEndings.has(lower)) return { is: "PTY", by };
    if (ends && companyEndings.has(lower)) company ??= { is: "BUS", by };
    const role = hits.at(i)?.role;
    // "University President Forum" is no university.
    const heads = i < name.first || i === name.last - 1 || words[i + 1]!.upos === "ADP" || company;
    const says = from < name.first || (long && words[name.last - 2]!.upos !== "DET");
    if (heads && says && !role && i >= name.first && officeHeads.has(lower) && !isOfTheWorld(analysis, name))
      return { is: "GOV", by };
    if (heads && role?.sector && (role.kind === "body" || role.kind === "institution"))
      return company && role.sector !== "NGO" ? company : { is: role.sector, by: `role "${role.role}"` };
  }
  return company;
}

/** "International Boxing Federation", "European Banking Authority": no one state's. */
function isOfTheWorld({ words }: Analysis, { first, last }: Name): boolean {
  const { general } = referenceWords();
  return words.slice(first, last).some(({ form }) => general.has(form.toLowerCase()));
}
