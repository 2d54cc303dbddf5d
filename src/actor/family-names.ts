import type { Person } from "../knowledge/offices.js";
import { isGuardedSurname, isLeader } from "../knowledge/people.js";
import type { Actor } from "./actor.js";
import { termOfTitle } from "./held-office.js";
import type { Hits } from "./hits.js";
import type { ReportedPerson } from "./people.js";

/**
 * Whom a family name alone stands for: a state's leader, or somebody whose state or body the report speaks of, since
 * "Williams" is many a person.
 */
export function bearerAround(
  person: ReportedPerson,
  day: string | undefined,
  hits: Hits,
): Person | undefined {
  const bearer = hits.knowledge.people.ofFamilyName(person.tokens[0]!, day);
  const guarded = isGuardedSurname(person.tokens[0]!);
  if (!bearer || (bearer.terms.some(isLeader) && !guarded)) return bearer;
  // "Foreign Minister Huang" is not the Huang of whom knowledge has another office.
  if (person.titles.some((t) => t.description.role !== ""))
    return person.titles.some((t) => termOfTitle(bearer, t.description)) ? bearer : undefined;
  if (day === undefined && guarded) return undefined;
  const codes = new Set(bearer.terms.map((t) => t.code));
  return hits.list.some(({ names }) => names.some((n) => codes.has(n.code))) ? bearer : undefined;
}

/** "Assad" on an unknown day: the state and sector that all have served who bear the name, where they led a state that the report names. */
export function leadersOfName(
  { tokens }: ReportedPerson,
  { knowledge, statesNamed }: Hits,
): Pick<Actor, "code" | "sector"> | undefined {
  const terms = knowledge.people.byFamilyName(tokens[0]!).flatMap((p) => p.terms);
  const [first] = terms;
  if (!first || !statesNamed.has(first.code) || !terms.some(isLeader)) return undefined;
  if (terms.some((t) => t.code !== first.code)) return undefined;
  const { code, sector } = first;
  return { code, ...(sector && terms.every((t) => t.sector === sector) && { sector }) };
}
