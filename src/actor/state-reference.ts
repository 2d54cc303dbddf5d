import { referenceWords } from "../knowledge/reference.js";
import { stateKind } from "../knowledge/state-kinds.js";
import { neighboursOf } from "../knowledge/states.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, prepositionOf, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import type { Candidates } from "./candidates.js";
import { type Draft, textOf } from "./draft.js";
import type { StatesAround } from "./likely-code.js";
import type { Resolution } from "./resolution.js";
import type { LeadingState } from "./surroundings.js";

/**
 * "its northern neighbor": the land neighbour of the possessor on that side, where there is one only; else the one of them
 * that its paragraph or the one before names, where they name one only.
 */
export function resolveNeighbour(
  candidates: Candidates,
  word: Word,
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
    const named = namedBefore(candidates, word, new Set(near.map((n) => n.code)));
    const [only] = named.keys();
    if (named.size === 1)
      return {
        actors: [{ code: only! }],
        by: `neighbour of ${code} that was named: ${only}`,
        antecedent: named.get(only!)!,
      };
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

/** Those of `codes` that stand as states before a word, in its paragraph or the one before it, with where. */
function namedBefore(candidates: Candidates, word: Word, codes: ReadonlySet<string>): Map<string, Draft> {
  const named = new Map<string, Draft>();
  for (const { draft } of candidates.before(word))
    for (const actor of draft?.actors ?? [])
      if (codes.has(actor.code) && isWholeState(candidates, actor)) named.set(actor.code, draft!);
  return named;
}

/** "islamic republic", "kingdom": the noun with the adjective before it. */
function kindOf(analysis: Analysis, word: Word): string[] {
  const noun = word.lemma.toLowerCase();
  const before = analysis.words[word.index - 1];
  return before?.upos === "ADJ" || before?.upos === "PROPN"
    ? [`${before.form.toLowerCase()} ${noun}`, noun]
    : [noun];
}

/**
 * "the regime", "the country": the state that clearly leads around it, where nothing describes the noun; else the most
 * salient state before it that takes no part in the verbs above it, of those that the text around makes likely.
 */
export function resolveState(
  candidates: Candidates,
  word: Word,
  analysis: Analysis,
  around?: StatesAround,
  leading?: LeadingState,
): Resolution {
  const barred = statesAbove(candidates, word, analysis);
  const kind = stateKind(kindOf(analysis, word));
  if (leading && isClear(leading.share, barred.has(leading.code)) && !kind && !isDescribed(analysis, word))
    return { actors: [{ code: leading.code }], by: leading.by, confidence: leading.share };
  const scores = new Map<string, { score: number; draft: Draft }>();
  let order = 0;
  for (const candidate of candidates.before(word, 3)) {
    const { draft } = candidate;
    if (draft?.actors.length !== 1 || draft.sort === "people") continue;
    const actor = draft.actors[0]!;
    if (kind && !kind.has(actor.code)) continue;
    const nearness = isWholeState(candidates, actor) ? 1 : isOfGovernment(candidates, actor) ? 0.4 : 0;
    if (barred.has(actor.code) || nearness === 0) continue;
    // Nearness counts more for a full phrase than it does for a pronoun; a minister or an army stands for the state less.
    const share = around ? (around(actor.code) ?? 0) + LEAST : 1;
    const weight = (share * nearness * candidates.salience(candidate, word)) / (1 + order++ / 2);
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
    by: `the state spoken of: ${textOf(analysis, best.draft)}`,
    antecedent: best.draft,
  };
}

/** "This small country" takes up one that has just been told of; "the country" is the one that the text is about. */
function isDescribed(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some(
    (c) => relation(c) === "amod" || relation(c) === "nmod" || c.lemma.toLowerCase() === "this",
  );
}

/**
 * True where the state that leads around a noun is meant, whoever was spoken of last.
 * @param takesPart whether it takes part in the verb above the noun
 */
export function isClear(share: number, takesPart: boolean): boolean {
  return share >= (takesPart ? CLEAR_OF_TAKING_PART : CLEAR);
}

const CLEAR = 0.55;
const CLEAR_OF_TAKING_PART = 0.75;
/** What a state has of which the text around hardly speaks. */
const LEAST = 0.1;

/**
 * States that take part in the verbs above a phrase: "urged China to press the regime" is not about China's (Principle C).
 * Over a clause with a subject of its own this does not hold of nouns that stand for a state: "Turkey said that rebels had left the country".
 */
export function statesAbove(candidates: Candidates, word: Word, analysis: Analysis): ReadonlySet<string> {
  // "Japan has deployed batteries around the country": in a phrase of place it may well be the subject's own.
  if (referenceWords().placePrepositions.has(prepositionOf(analysis, word) ?? "")) return new Set();
  const above = candidates.argumentsAbove(word, true);
  const codes = new Set<string>();
  for (const c of candidates.before(word, 0)) {
    if (!above.has(c.key)) continue;
    for (const actor of c.draft?.actors ?? []) if (isWholeState(candidates, actor)) codes.add(actor.code);
  }
  return codes;
}

function isOfGovernment({ knowledge }: Candidates, { code, sector }: Actor): boolean {
  return (sector === "GOV" || sector === "MIL") && knowledge.states.has(code);
}

/** True for a state, or for its government where no agency or person of it is meant. */
export function isWholeState(candidates: Candidates, actor: Actor): boolean {
  return (
    actor.person === undefined &&
    (actor.sector === undefined || actor.sector === "GOV") &&
    candidates.knowledge.states.has(actor.code)
  );
}
