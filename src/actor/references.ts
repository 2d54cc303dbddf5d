import { referenceWords } from "../knowledge/reference.js";
import { stateKind } from "../knowledge/state-kinds.js";
import { neighboursOf } from "../knowledge/states.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, prepositionOf, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import { type Candidate, type Candidates, topOfCoordination } from "./candidates.js";
import type { Description } from "./describe.js";
import type { Draft } from "./draft.js";
import type { ReportedPerson } from "./people.js";

/** What a phrase that leans on the text before it stands for. */
export interface Resolution {
  readonly actors: readonly Actor[];
  readonly by: string;
  readonly antecedent?: Draft | undefined;
  readonly person?: ReportedPerson | undefined;
  readonly reason?: string;
}

/** The words before a noun that make it definite; lower case. */
export interface Determination {
  readonly definite: boolean;
  /** "a government", "any president": nobody spoken of before. */
  readonly indefinite: boolean;
  readonly two: boolean;
  readonly both: boolean;
  readonly side?: string;
}

const INDEFINITE: ReadonlySet<string> = new Set([
  "a",
  "an",
  "any",
  "no",
  "some",
  "every",
  "each",
  "another",
  "either",
  "neither",
]);

/** Reads the article, number and compass adjective of a phrase. */
export function determinationOf(analysis: Analysis, word: Word): Determination {
  const { sides } = referenceWords();
  let definite = false;
  let indefinite = false;
  let two = false;
  let both = false;
  let side: string | undefined;
  for (const child of children(analysis, word)) {
    const form = child.form.toLowerCase();
    if (child.index > word.index) continue;
    if (form === "the" || form === "this" || form === "that" || form === "these" || form === "those")
      definite = true;
    if (child.deprel === "det" && INDEFINITE.has(form)) indefinite = true;
    if (form === "both") both = true;
    if (form === "two") two = true;
    if (child.deprel === "nmod:poss") definite = true;
    side ??= sides.get(form);
  }
  return { definite, indefinite, two, both, ...(side && { side }) };
}

/** "the two leaders", "both sides": the last two persons or states before it, each once. */
export function resolvePair(
  analysis: Analysis,
  candidates: Candidates,
  word: Word,
  persons: boolean,
): Resolution {
  const joined = joinedPair(candidates, word, persons);
  if (joined) {
    return { actors: joined.actors, by: `pair: ${nameOf(analysis, joined)}` };
  }
  const found = new Map<string, Candidate>();
  const wanted = (c: Candidate) => {
    if (persons) return c.draft?.person !== undefined && c.draft.actors.length > 0 && c.draft.form === "name";
    const actor = c.draft?.actors.length === 1 ? c.draft.actors[0]! : undefined;
    return (
      actor !== undefined &&
      actor.person === undefined &&
      (actor.sector === undefined || actor.sector === "GOV")
    );
  };
  let sentence = word.sentence;
  for (const candidate of candidates.before(word)) {
    if (!wanted(candidate)) continue;
    // A pair is told in one sentence; a third party further off is not counted.
    if (found.size >= 2 && candidate.sentence < sentence) break;
    const key = persons ? candidate.key : candidate.draft!.actors[0]!.code;
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
  const actors = drafts.map((d) => (persons ? d.actors[0]! : { code: d.actors[0]!.code }));
  return {
    actors,
    by: `pair: ${drafts.map((d) => nameOf(analysis, d)).join(" and ")}`,
    antecedent: drafts[1]!,
  };
}

/** The nearest two that are joined by "and", no more than three sentences before. */
function joinedPair(candidates: Candidates, word: Word, persons: boolean): Draft | undefined {
  for (const { draft, sentence } of candidates.before(word, 3)) {
    if (sentence < word.sentence - 3) return undefined;
    if (draft?.by !== "coordination" || draft.actors.length !== 2) continue;
    if (draft.actors.every((a) => (persons ? a.person !== undefined : isWholeState(candidates, a))))
      return draft;
  }
  return undefined;
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
      by: `"the ${word.form}" of two: ${nameOf(analysis, chosen)}`,
      antecedent: chosen,
    };
  }
  if (latter) {
    for (const { draft, sentence } of candidates.before(word, 0)) {
      if (sentence < word.sentence) break;
      if (draft?.actors.length === 1) {
        return {
          actors: draft.actors,
          by: `"the latter" is the last before it: ${nameOf(analysis, draft)}`,
          antecedent: draft,
        };
      }
    }
  }
  return { actors: [], by: "latter", reason: `no two joined before "the ${word.form}"` };
}

/** "its northern neighbor": the land neighbours of the possessor on that side, where there is one only. */
export function resolveNeighbour(
  candidates: Candidates,
  possessor: readonly Actor[],
  side: string | undefined,
): Resolution {
  const code = possessor.length === 1 ? possessor[0]!.code : undefined;
  const by = "neighbours of states";
  if (!code) return { actors: [], by, reason: "whose neighbour is not known" };
  const all = neighboursOf(code);
  const fits = side === undefined ? all : all.filter((n) => n.side === side);
  const near = fits.length === 1 || side === undefined ? fits : all.filter((n) => n.side.includes(side));
  if (near.length !== 1) {
    return {
      actors: [],
      by,
      reason: `${candidates.knowledge.stateName(code)} has ${near.length} such neighbours`,
    };
  }
  return {
    actors: [{ code: near[0]!.code }],
    by: `neighbour of ${code}${side ? ` to its ${side}` : ""}: ${near[0]!.code}`,
  };
}

/** "islamic republic", "kingdom": the noun with the adjective before it. */
function kindOf(analysis: Analysis, word: Word): string[] {
  const noun = word.lemma.toLowerCase();
  const before = analysis.words[word.index - 1];
  return before?.upos === "ADJ" || before?.upos === "PROPN"
    ? [`${before.form.toLowerCase()} ${noun}`, noun]
    : [noun];
}

/** "the regime", "the country": the most salient state before it that takes no part in the verbs above it. */
export function resolveState(candidates: Candidates, word: Word, analysis: Analysis): Resolution {
  // "Japan has deployed batteries around the country": in a phrase of place it may well be the subject's own.
  const place = referenceWords().placePrepositions.has(prepositionOf(analysis, word) ?? "");
  const barred = place ? new Set<string>() : candidates.argumentsAbove(word);
  const barredCodes = new Set<string>();
  for (const c of candidates.before(word, 0)) {
    if (!barred.has(c.key)) continue;
    for (const actor of c.draft?.actors ?? [])
      if (isWholeState(candidates, actor)) barredCodes.add(actor.code);
  }
  const kind = stateKind(kindOf(analysis, word));
  const scores = new Map<string, { score: number; draft: Draft }>();
  let order = 0;
  for (const candidate of candidates.before(word, 3)) {
    const { draft } = candidate;
    if (draft?.actors.length !== 1 || draft.sort === "people") continue;
    const actor = draft.actors[0]!;
    if (kind && !kind.has(actor.code)) continue;
    const nearness = isWholeState(candidates, actor) ? 1 : isOfGovernment(candidates, actor) ? 0.4 : 0;
    if (barredCodes.has(actor.code) || nearness === 0) continue;
    // Nearness counts more for a full phrase than it does for a pronoun; a minister or an army stands for the state less.
    const weight = (nearness * candidates.salience(candidate, word)) / (1 + order++ / 2);
    const so = scores.get(actor.code);
    if (so) so.score += weight / 4;
    else scores.set(actor.code, { score: weight, draft });
  }
  let best: { score: number; draft: Draft } | undefined;
  for (const one of scores.values()) if (!best || one.score > best.score) best = one;
  if (!best) return { actors: [], by: "state before it", reason: `no state before "${word.form}"` };
  const code = best.draft.actors[0]!.code;
  return {
    actors: [{ code }],
    by: `the state spoken of: ${nameOf(analysis, best.draft)}`,
    antecedent: best.draft,
  };
}

function isOfGovernment({ knowledge }: Candidates, { code, sector }: Actor): boolean {
  return (sector === "GOV" || sector === "MIL") && knowledge.states.has(code);
}

function isWholeState(candidates: Candidates, actor: Actor): boolean {
  return (
    actor.person === undefined &&
    (actor.sector === undefined || actor.sector === "GOV") &&
    candidates.knowledge.states.has(actor.code)
  );
}

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

/** 2 where a person is called just so, 1 for another head of state or government ("the leader" of a president), else 0. */
function calledSo(person: ReportedPerson, role: string): 0 | 1 | 2 {
  const last = role.split(" ").at(-1)!;
  for (const { description } of person.titles) {
    if (description.role === role || (role === last && description.role.split(" ").at(-1) === role)) return 2;
  }
  const { actors } = person;
  if (actors.some((a) => a.agency === role)) return 2;
  return actors[0]?.sector === "GOV" && HEADS.has(role) && isHead(person) ? 1 : 0;
}

const HEADS: ReadonlySet<string> = new Set([
  "leader",
  "president",
  "premier",
  "prime minister",
  "head of state",
  "chancellor",
]);

function isHead(person: ReportedPerson): boolean {
  return person.titles.some((t) => HEADS.has(t.description.role));
}

/** "the news agency", "the ministry", "the group": the last body before it that the noun fits. */
export function resolveBody(
  analysis: Analysis,
  candidates: Candidates,
  word: Word,
  description: Description,
): Resolution | undefined {
  const barred = candidates.argumentsAbove(word);
  for (const candidate of candidates.before(word, 3)) {
    const { draft } = candidate;
    if (!draft || barred.has(candidate.key) || draft.person) continue;
    if (mayBe(analysis, draft, description)) return unknownBody(analysis, draft, description);
    if (draft.actors.length !== 1) continue;
    if (!fitsBody(candidates, draft.actors[0]!, draft, description)) continue;
    return {
      actors: draft.actors,
      by: `"the ${description.role}" is ${nameOf(analysis, draft)}`,
      antecedent: draft,
    };
  }
  return undefined;
}

/** True for a body that nobody knows and that the noun may well mean: then it is none further back. */
function mayBe(analysis: Analysis, draft: Draft, { role }: Description): boolean {
  if (draft.actors.length > 0 || draft.sort !== "body") return false;
  if (analysis.words[draft.head]!.upos !== "PROPN") return false;
  const last = role.split(" ").at(-1)!;
  if (COLLECTIVE.has(role) || last === "company" || last === "firm") return true;
  return nameOf(analysis, draft).toLowerCase().split(/\s+/).includes(last);
}

function unknownBody(analysis: Analysis, draft: Draft, { role }: Description): Resolution {
  const name = nameOf(analysis, draft);
  return {
    actors: [],
    by: `"the ${role}" is ${name}`,
    antecedent: draft,
    reason: draft.reason ?? `knowledge has no body named "${name}"`,
  };
}

function fitsBody(candidates: Candidates, actor: Actor, draft: Draft, description: Description): boolean {
  const { role, sector, agency } = description;
  if (draft.sort !== "body") return false;
  if (agency !== undefined) return actor.agency === agency;
  const last = role.split(" ").at(-1)!;
  const own = (actor.agency ?? "").toLowerCase();
  if (own.split(/[\s-]+/).includes(last) || draft.role?.split(" ").at(-1) === last) return true;
  if (last === "ministry") return /\b(ministry|department)\b/.test(own);
  if (COLLECTIVE.has(role))
    return sector === undefined && actor.sector === "REB" ? true : isOrganisation(candidates, actor);
  if (last === "agency" && sector !== "MED") return actor.sector === "MED" && own !== "";
  return sector !== undefined && NAMED.has(sector) && actor.sector === sector && own !== "";
}

const COLLECTIVE: ReadonlySet<string> = new Set([
  "group",
  "organization",
  "organisation",
  "network",
  "movement",
  "bloc",
  "alliance",
]);
const NAMED: ReadonlySet<string> = new Set(["MED", "BUS", "PTY", "REB", "NGO", "HRI", "EDU", "LEG", "JUD"]);

function isOrganisation(candidates: Candidates, actor: Actor): boolean {
  return !candidates.knowledge.states.has(actor.code) && actor.person === undefined;
}

function nameOf(analysis: Analysis, draft: Draft): string {
  return analysis.text.slice(analysis.words[draft.first]!.start, analysis.words[draft.last - 1]!.end);
}
