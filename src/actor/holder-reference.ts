import type { RoleEntry } from "../knowledge/roles.js";
import type { Word } from "../language/analysis.js";
import type { Candidates } from "./candidates.js";
import type { Draft } from "./draft.js";
import type { ReportedPerson } from "./people.js";
import type { Resolution } from "./resolution.js";

/**
 * "the president", "the spokesman": whom the report or knowledge calls so. The last one before it where that is in the
 * sentence or the one before, else the one whom the report names most.
 */
export function resolveHolder(
  candidates: Candidates,
  word: Word,
  role: string,
  codes: readonly string[],
): Resolution | undefined {
  const barred = candidates.argumentsAbove(word);
  let best: { person: ReportedPerson; draft: Draft; rank: number } | undefined;
  for (const candidate of candidates.before(word, Number.POSITIVE_INFINITY)) {
    const { draft } = candidate;
    const person = draft?.person;
    if (!person || barred.has(candidate.key)) continue;
    if (candidate.first <= word.index && word.index < candidate.last) continue;
    if (codes.length > 0 && person.actors.length > 0 && !codes.includes(person.actors[0]!.code)) continue;
    const called = calledSo(person, role);
    if (called === 0) continue;
    // Whoever is called exactly so comes before another head of state or government, then the near one, then the frequent.
    const near = candidate.sentence >= word.sentence - 1;
    const rank = 2 * called + (near ? 1 : 0);
    const oftener = best !== undefined && !near && person.hits.length > best.person.hits.length;
    if (!best || rank > best.rank || (rank === best.rank && oftener)) best = { person, draft, rank };
    if (called === 2 && near) break;
  }
  if (!best) return undefined;
  const { person, draft } = best;
  return {
    actors: person.actors,
    by: `"the ${role}" is ${person.name}; ${person.by}`,
    antecedent: draft,
    person,
    ...(person.reason && { reason: person.reason }),
  };
}

/** "Foreign Secretary condemns ...", "the minister": the only one whom the report calls so, if only further down; else the only one who is known to have been so. */
export function resolveNamedLater(
  people: Iterable<ReportedPerson>,
  { role, kind }: RoleEntry,
): Resolution | undefined {
  if (kind !== "office") return undefined;
  const named = [...people].filter(({ actors }) => actors.length > 0);
  const called = named.filter(({ titles }) =>
    titles.some(({ description: d }) => d.role === role && d.tenure === "now"),
  );
  const holders = called.length > 0 ? called : named.filter((person) => hasHeld(person, role));
  const [holder] = holders;
  if (!holder || holders.length > 1) return undefined;
  const { actors, name, by } = holder;
  return { actors, by: `"the ${role}" is ${name}, named later; ${by}`, person: holder };
}

/** True for one of a state's government whom knowledge gives just this office, and the report no other. */
function hasHeld({ actors, known, titles }: ReportedPerson, role: string): boolean {
  const [actor] = actors;
  if (actor?.sector !== "GOV" || titles.length > 0) return false;
  return known?.terms.some((t) => t.code === actor.code && t.office.toLowerCase() === role) ?? false;
}

/** 2 where a person is called just so, 1 for another head of state or government ("the leader" of a president), else 0. */
function calledSo(person: ReportedPerson, role: string): 0 | 1 | 2 {
  const last = role.split(" ").at(-1)!;
  for (const { description } of person.titles) {
    if (description.role === role || (role === last && description.role.split(" ").at(-1) === role)) return 2;
  }
  const { actors } = person;
  if (actors.some((a) => a.agency === (role === "pm" ? "prime minister" : role))) return 2;
  if (AUTOCRATS.has(role)) return isAutocrat(person) ? 1 : 0;
  return actors[0]?.sector === "GOV" && HEADS.has(role) && isHead(person) ? 1 : 0;
}

/** Names for a ruler that fit only who is called his state's leader. */
const AUTOCRATS: ReadonlySet<string> = new Set([
  "dictator",
  "tyrant",
  "strongman",
  "autocrat",
  "ruler",
  "supreme leader",
]);

const HEADS: ReadonlySet<string> = new Set([
  "leader",
  "president",
  "premier",
  "prime minister",
  "head of state",
  "chancellor",
]);

function isAutocrat({ titles, known }: ReportedPerson): boolean {
  return (
    titles.some((t) => AUTOCRATS.has(t.description.role)) ||
    (known?.terms.some((t) => t.office === "supreme leader") ?? false)
  );
}

function isHead(person: ReportedPerson): boolean {
  return person.titles.some((t) => HEADS.has(t.description.role));
}
