import { fold } from "../knowledge/fold.js";
import { betterKnown, isLesserKnown, type Person } from "../knowledge/offices.js";
import { isGuardedSurname, isLeader } from "../knowledge/people.js";
import { isParticle } from "../knowledge/romanised.js";
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
  const { people } = hits.knowledge;
  const family = person.tokens.at(-1)!;
  const bearer = people.ofFamilyName(family, day) ?? spelledOtherwise(family, hits);
  const guarded = isGuardedSurname(family);
  if (!bearer || (bearer.terms.some(isLeader) && !guarded && !isLesserKnown(bearer))) return bearer;
  // "bin Laden": the article tells whom.
  const whole = ` ${person.tokens.join(" ")}`;
  if (
    person.tokens.length > 1 &&
    bearer.names.some((name) => fold(name).replaceAll("-", " ").endsWith(whole))
  )
    return bearer;
  // "Foreign Minister Huang" is not the Huang of whom knowledge has another office.
  if (person.titles.some((t) => t.description.role !== ""))
    return person.titles.some((t) => termOfTitle(bearer, t.description)) ? bearer : undefined;
  if (day === undefined && guarded) return undefined;
  const codes = new Set(bearer.terms.map((t) => t.code));
  return hits.list.some(({ names }) => names.some((n) => codes.has(n.code))) ? bearer : undefined;
}

/** True for a family name without the given one ("bin Laden" is one too). */
export function isFamilyAlone({ tokens }: ReportedPerson): boolean {
  return tokens.slice(0, -1).every(isParticle);
}

/** "Kadafi": the one leader of a state that the report names whose family name is put into Latin letters in this way too. */
function spelledOtherwise(family: string, { knowledge, statesNamed }: Hits): Person | undefined {
  if (knowledge.people.byFamilyName(family).length > 0) return undefined;
  const found = knowledge.people
    .leadersAlike(family)
    .filter((p) => p.terms.some((t) => isLeader(t) && statesNamed.has(t.code)));
  return found.length === 1 ? found[0] : undefined;
}

/** "Assad" on an unknown day: the state and sector that all have served who bear the name, where they led a state that the report names. */
export function leadersOfName(
  { tokens }: ReportedPerson,
  { knowledge, statesNamed }: Hits,
): Pick<Actor, "code" | "sector"> | undefined {
  const terms = betterKnown(knowledge.people.leadersAlike(tokens.at(-1)!)).flatMap((p) => p.terms);
  const [first] = terms;
  if (!first || !statesNamed.has(first.code) || !terms.some(isLeader)) return undefined;
  if (terms.some((t) => t.code !== first.code)) return undefined;
  const { code, sector } = first;
  return { code, ...(sector && terms.every((t) => t.sector === sector) && { sector }) };
}
