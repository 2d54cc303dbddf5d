import type { RoleEntry } from "../knowledge/roles.js";
import type { Analysis, Word } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import type { Candidate, Candidates } from "./candidates.js";
import { topOfCoordination } from "./clause-roles.js";
import { type Draft, textOf } from "./draft.js";
import type { Resolution } from "./resolution.js";
import { isWholeState } from "./state-reference.js";

/** Of what sort two are. */
export type PairOf = "persons" | "states" | "companies";

/** Of what sort those are whom a plural role calls so. */
export function pairOf({ role, kind, sector, state }: RoleEntry): PairOf {
  if (sector === "BUS" && kind === "body") return "companies";
  const isBody = kind === "institution" || kind === "body";
  return state || isBody || PARTIES.has(role) ? "states" : "persons";
}

const PARTIES: ReadonlySet<string> = new Set(["party", "government", "parties"]);

/** "the two leaders", "both sides", "the two firms": the last two persons, states or companies before it, each once. */
export function resolvePair(analysis: Analysis, candidates: Candidates, word: Word, of: PairOf): Resolution {
  const joined = joinedPair(candidates, word, of);
  if (joined) {
    return { actors: joined.actors, by: `pair: ${textOf(analysis, joined)}` };
  }
  const found = new Map<string, Candidate>();
  const wanted = (c: Candidate) => {
    if (of === "persons")
      return c.draft?.person !== undefined && c.draft.actors.length > 0 && c.draft.form === "name";
    const actor = c.draft?.actors.length === 1 ? c.draft.actors[0]! : undefined;
    return (
      actor !== undefined &&
      actor.person === undefined &&
      (of === "companies" ? isCompany(actor) : actor.sector === undefined || actor.sector === "GOV")
    );
  };
  let sentence = word.sentence;
  for (const candidate of candidates.before(word)) {
    if (!wanted(candidate)) continue;
    // A pair is told in one sentence; a third party further off is not counted.
    if (found.size >= 2 && candidate.sentence < sentence) break;
    const key = of === "states" ? candidate.draft!.actors[0]!.code : candidate.key;
    if (!found.has(key)) found.set(key, candidate);
    sentence = candidate.sentence;
  }
  const pair = [...found.values()];
  if (pair.length !== 2) {
    return {
      actors: [],
      by: "pair",
      reason: `${pair.length === 0 ? "none" : pair.length} that "${word.form}" could stand for`,
    };
  }
  const drafts = pair.reverse().map((c) => c.draft!);
  const actors = drafts.map((d) => (of === "states" ? { code: d.actors[0]!.code } : d.actors[0]!));
  return {
    actors,
    by: `pair: ${drafts.map((d) => textOf(analysis, d)).join(" and ")}`,
    antecedent: drafts[1]!,
  };
}

/** The nearest two that are joined by "and", no more than three sentences before. */
function joinedPair(candidates: Candidates, word: Word, of: PairOf): Draft | undefined {
  for (const { draft, sentence } of candidates.before(word, 3)) {
    if (sentence < word.sentence - 3) return undefined;
    if (draft?.by !== "coordination" || draft.actors.length !== 2) continue;
    if (draft.actors.every((a) => isOf(candidates, a, of))) return draft;
  }
  return undefined;
}

function isOf(candidates: Candidates, actor: Actor, of: PairOf): boolean {
  if (of === "persons") return actor.person !== undefined;
  return of === "companies" ? isCompany(actor) : isWholeState(candidates, actor);
}

function isCompany({ sector, agency, person }: Actor): boolean {
  return sector === "BUS" && agency !== undefined && person === undefined;
}

/** "the latter", "the former": the last or first of the nearest two that are joined by "and", "or", "between". */
export function resolveLatter(analysis: Analysis, candidates: Candidates, word: Word): Resolution {
  const latter = word.form.toLowerCase() === "latter";
  for (const candidate of candidates.before(word)) {
    const { draft } = candidate;
    const conjunct = analysis.words[candidate.head]!;
    if (!draft || draft.actors.length === 0 || relation(conjunct) !== "conj") continue;
    const first = topOfCoordination(analysis, conjunct);
    const other = candidates.list.findLast(
      (c) => c.head === first.index && c.draft && c.draft.actors.length > 0,
    );
    if (!other?.draft) continue;
    const chosen = latter ? draft : other.draft;
    return {
      actors: chosen.actors,
      by: `"the ${word.form}" of two: ${textOf(analysis, chosen)}`,
      antecedent: chosen,
    };
  }
  if (latter) {
    for (const { draft, sentence } of candidates.before(word, 0)) {
      if (sentence < word.sentence) break;
      if (draft?.actors.length === 1) {
        return {
          actors: draft.actors,
          by: `"the latter" is the last before it: ${textOf(analysis, draft)}`,
          antecedent: draft,
        };
      }
    }
  }
  return { actors: [], by: "latter", reason: `no two joined before "the ${word.form}"` };
}
