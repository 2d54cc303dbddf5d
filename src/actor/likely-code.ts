import { type Actor, actorCode } from "./actor.js";
import type { Candidate } from "./candidates.js";
import type { Possible, Referent } from "./referents.js";

/** Actors of one code, and how likely it is that one of those who have it is meant. */
export interface LikelyCode {
  readonly actors: readonly Actor[];
  readonly confidence: number;
  /** The likeliest of those who have the code. */
  readonly candidate: Candidate | undefined;
}

/** How likely the text around a pronoun makes each state; undefined for whoever is of no state. */
export type StatesAround = (code: string) => number | undefined;

/**
 * The likeliest code of those whom a pronoun may stand for. What the ranker gives all who have one code is summed: where a
 * minister and a spokesman of one government are equally likely, the government is certain. Each sum is multiplied by how
 * likely the text around makes the state, as of two witnesses. Person and agency are left out where those who have the code
 * differ in them. Undefined where nobody has a code.
 * @param none what the ranker gives that it is nobody of them
 * @param around undefined where the report speaks of no state: then the ranker alone decides
 */
export function likeliestCode(
  possible: readonly Possible[],
  none: number,
  around?: StatesAround,
): LikelyCode | undefined {
  const actorsOf = new Map<Referent, readonly Actor[]>();
  let nameless = none;
  for (const { candidate, referent } of possible) {
    const known = actorsOf.get(referent);
    const actors = candidate.draft?.actors ?? [];
    if (!known || (known.length === 0 && actors.length > 0)) actorsOf.set(referent, actors);
  }
  const codes = new Map<string, { sum: number; actors: readonly Actor[]; best: Referent }>();
  for (const [referent, actors] of actorsOf) {
    if (actors.length === 0) {
      nameless += referent.sum;
      continue;
    }
    const code = actors.map(actorCode).join("+");
    const so = codes.get(code);
    if (!so) codes.set(code, { sum: referent.sum, actors, best: referent });
    else {
      so.sum += referent.sum;
      so.actors = actors.map(({ code, sector }) => ({ code, ...(sector && { sector }) }));
      if (referent.sum > so.best.sum) so.best = referent;
    }
  }
  let total = around ? NAMELESS * nameless : nameless;
  let first: { weight: number; actors: readonly Actor[]; best: Referent } | undefined;
  for (const { sum, actors, best } of codes.values()) {
    const weight = around ? sum * shareOf(actors, around) : sum;
    total += weight;
    if (!first || weight > first.weight) first = { weight, actors, best };
  }
  if (!first) return undefined;
  return { actors: first.actors, confidence: first.weight / total, candidate: first.best.best };
}

/** What the text around gives those who act together: the mean of their states. */
function shareOf(actors: readonly Actor[], around: StatesAround): number {
  const codes = new Set(actors.map((a) => a.code));
  let sum = 0;
  for (const code of codes) {
    const share = around(code);
    sum += share === undefined ? STATELESS : share + LEAST;
  }
  return sum / codes.size;
}

/*
 * How likely the text around makes whoever is of no state, and whoever has no code; and what a state has that it hardly speaks
 * of. Set on the pronouns that take part in marked events, of the reports that are not kept apart.
 */
const STATELESS = 0.4;
const NAMELESS = 0.5;
const LEAST = 0.1;
