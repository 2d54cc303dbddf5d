import { fold } from "../knowledge/fold.js";
import { betterKnown, termInOffice } from "../knowledge/offices.js";
import type { Analysis } from "../language/analysis.js";
import { children, prepositionOf, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import type { Hit, Hits } from "./hits.js";
import { isBody } from "./modifiers.js";
import { actorOfName } from "./named.js";
import { isPersonal } from "./titles.js";

/** "director of the Asia programme at the Wilson Center", "for the drone maker DJI": the body that a part or a noun stands with. */
export function innerBody(analysis: Analysis, hits: Hits, head: number): Actor | undefined {
  const hit = hits.at(head);
  if (hit?.person || (hit?.role && (isPersonal(hit.role) || hit.role.state))) return undefined;
  for (const child of children(analysis, analysis.words[head]!)) {
    if (child.index < head) continue;
    const beside = relation(child) === "appos" && child.index <= head + 1;
    const preposition = relation(child) === "nmod" ? prepositionOf(analysis, child) : undefined;
    if (!beside && !(preposition && INNER.has(preposition))) continue;
    const body = hits.at(child.index);
    if (body?.names[0] && isBody(body)) return actorOfName(body.names[0]);
  }
  return undefined;
}

/** "an aide to Vice President Pence": the one state whose office, as the title tells it, a person of that family name has held. */
export function stateOfHolder(
  { words }: Analysis,
  { knowledge }: Hits,
  hit: Hit,
  role: string | undefined,
): string | undefined {
  if (!role || hit.last - hit.first !== 1) return undefined;
  const bearers = knowledge.people.byFamilyName(fold(words[hit.first]!.form));
  const holders = betterKnown(bearers.filter((person) => termInOffice(person, role)));
  const codes = new Set(holders.map((person) => termInOffice(person, role)!.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** What stands between a part of a body and the body. */
const INNER: ReadonlySet<string> = new Set(["of", "at", "within"]);
