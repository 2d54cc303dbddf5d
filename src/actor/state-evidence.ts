import type { Person } from "../knowledge/offices.js";
import type { Sector } from "../knowledge/sector.js";
import type { Hit } from "./hits.js";
import { stateCode } from "./modifiers.js";
import type { Reader } from "./reader.js";
import { townAt } from "./town-state.js";

/** One place where the text speaks of a state, by its name or by what belongs to it. */
export interface StateEvidence {
  readonly code: string;
  readonly word: number;
  /** What tells it, where it is a town or region in it or a person of it. */
  readonly by?: "town" | "person" | undefined;
}

/** A body or group whose own words tell its state and sector ("French police"). */
export interface SectorEvidence {
  readonly code: string;
  readonly word: number;
  readonly sector: Sector;
  readonly role?: string | undefined;
}

/**
 * Where a text speaks of states, in text order.
 * @param ofBusiness true where the state of people of business is asked, of whom companies tell it
 */
export function stateEvidence(reader: Reader, ofBusiness = false): StateEvidence[] {
  const { analysis, hits } = reader;
  const list: StateEvidence[] = [];
  for (const hit of hits.list) {
    const code =
      stateCode(hit) ?? (isWorldwide(hit, ofBusiness) ? undefined : ownerOf(hit)) ?? ownOf(reader, hit);
    const by = hit.person ? "person" : hit.names[0]?.kind === "capital" ? "town" : undefined;
    for (const one of code ? [...(hit.names[0]?.with ?? []), code] : [])
      if (hits.knowledge.states.has(one)) list.push({ code: one, word: hit.top, by });
  }
  for (const name of analysis.names) {
    if (name.type !== "GPE" && name.type !== "LOC") continue;
    const town = townAt(analysis, hits, name.last - 1);
    if (town) list.push({ code: town.code, word: name.last - 1, by: "town" });
  }
  return list.sort((a, b) => a.word - b.word);
}

/** Where a text tells the state of a body or group, in text order. */
export function sectorEvidence(reader: Reader): SectorEvidence[] {
  const list: SectorEvidence[] = [];
  const { states } = reader.hits.knowledge;
  for (const hit of reader.hits.list) {
    const { top: word, role } = hit;
    if (role) {
      const description = reader.describe(word);
      const code = description?.codes.length === 1 ? description.codes[0]! : undefined;
      if (description?.sector && code && states.has(code))
        list.push({ code, word, sector: description.sector, role: role.role });
    } else {
      const { sector } = hit.names[0] ?? {};
      const code = sector && ownerOf(hit);
      if (code && states.has(code)) list.push({ code, word, sector });
    }
  }
  return list;
}

/** What is at home in one state and heard of in all: whoever names it ("follow us on Facebook") does not speak of that state. */
function isWorldwide({ names }: Hit, ofBusiness: boolean): boolean {
  const kind = names[0]?.kind;
  return kind === "not an actor" || kind === "media" || (kind === "company" && !ofBusiness);
}

/** The state of a body or person that knowledge has. */
function ownerOf({ names }: Hit): string | undefined {
  const name = names[0];
  if (!name || name.kind === "not an actor" || name.kind === "media") return undefined;
  return name.person ? stateOfOffices(name.person) : name.code;
}

/** The state of somebody whose office the report itself tells, or who has been named in full before. */
function ownOf(reader: Reader, hit: Hit): string | undefined {
  const person = hit.person ? reader.personOf(hit) : undefined;
  if (person?.introduction?.basis === "stated") return person.introduction.actor.code;
  return person?.known && stateOfOffices(person.known);
}

function stateOfOffices({ terms }: Person): string | undefined {
  const codes = new Set(terms.map((t) => t.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
