import type { ActScores } from "../language/analysis.js";
import { ActClueFinder, type ActClues } from "./act-clues.js";
import { type ActWeights, loadActWeights } from "./act-weights.js";
import type { Cast } from "./cast.js";
import { type ChosenRoles, chooseRoles } from "./choose-roles.js";
import { chooseStatus } from "./choose-status.js";
import type { Codebook } from "./codebook.js";
import type { Draft, Drafts } from "./draft-events.js";
import { EVENT_TYPES, type EventType, type Status } from "./event.js";
import { eventTime } from "./event-time.js";
import { isPolitical, isPrivate } from "./political.js";
import type { Act } from "./read-acts.js";
import type { RuleRoles } from "./role-clues.js";
import { type Roles, rolesOf } from "./roles.js";
import { rowProbability, thresholdOf } from "./row-probability.js";
import { sideClues } from "./side-clues.js";
import { ToldBefore } from "./told-before.js";
import { toldOnce } from "./told-once.js";
import { Topic } from "./topic.js";
import { wordAct } from "./word-act.js";

/** How likely an act of its type must be: less is not looked at. */
const POSSIBLE = { draft: 0.01, other: 0.15 };
/** The encoder's logarithm of the odds from which a word is looked at that the codebook does not know. */
const UNLISTED = -2;
/** A draft keeps its type unless another is so many times likelier. */
const MARGIN = 3;
/** A pattern that found so much of what it asks for (`Match.score`) keeps its type. */
const SPECIFIC = 2;

const NO_ROLES: ReadonlySet<"source" | "target"> = new Set();
const NOBODY: Roles = { sources: [], targets: [], mutual: false, placed: new Set() };

/** A word that may tell an act, with the probabilities of its types. */
export interface TypedWord extends ActClues {
  readonly types: ReadonlyMap<EventType, number>;
}

/** An act that may be told, with what speaks for it. */
export interface LikelyAct {
  readonly word: ActClues;
  readonly act: Act;
  readonly chosen: ChosenRoles;
  /** Probability of the type. */
  readonly likely: number;
  /** Probability of the status. */
  readonly status: number;
  /** What speaks against a political act, by name. */
  readonly doubts: readonly string[];
  /** What sides and type are, by name. */
  readonly clues: readonly string[];
}

/** An act that is told, and how likely all of it is right where that was learned. */
export interface SettledAct extends Pick<Draft, "act" | "roles"> {
  readonly probability?: number;
  /** True where a pattern of the codebook tells it. */
  readonly drafted?: boolean;
}

/**
 * The acts that a report tells, by what was learned from whole reports that were read: a log-linear model gives each word
 * a type or none, from what the encoder says of it and from what the codebook finds there; another chooses source and
 * target; a third tells how likely all of the row is right. Acts below the threshold are left out, except those of a
 * user's own patterns. Without the encoder's scores (older weights) the drafts stand as they are.
 */
export function settleActs(
  cast: Cast,
  codebook: Codebook,
  drafts: Drafts,
  weights?: ActWeights,
): readonly SettledAct[] {
  const { acts } = cast.analysis;
  if (!acts) return drafts.drafts;
  const learned = weights ?? loadActWeights();
  const settled = likelyActs(cast, codebook, drafts, learned, acts).flatMap((found): SettledAct[] => {
    const { word, act, chosen } = found;
    const probability = rowProbability(found, learned);
    const least = learned.row.get(thresholdOf(cast, found)) ?? 0;
    const own = isOwn(codebook, word.draft);
    if (!own && probability < least) return [];
    const steps = [...act.steps];
    if (!own && !chosen.byRules) steps.push("source and target by the learned coder");
    steps.push(`all of it right with a probability of ${probability.toFixed(2)}`);
    if (own && probability < least) steps.push("told all the same, because the pattern is your own");
    return [
      {
        act: { ...act, steps },
        roles: own ? word.draft!.roles : chosen.roles,
        probability,
        drafted: word.draft !== undefined,
      },
    ];
  });
  return toldOnce(cast.analysis, settled, ({ act }) => codebook.own.has(act.match.pattern.type));
}

/** Every act that may be told, in text order, with its likeliest type, status, source and target. */
export function likelyActs(
  cast: Cast,
  codebook: Codebook,
  drafts: Drafts,
  weights: ActWeights,
  acts: ActScores,
): readonly LikelyAct[] {
  const topic = new Topic(cast.analysis);
  const out: LikelyAct[] = [];
  const before = new ToldBefore();
  for (const word of typedWords(cast, codebook, drafts, weights, acts)) {
    const { draft, types } = word;
    const own = isOwn(codebook, draft);
    const keeps = word.act && (own || word.act.match.score >= SPECIFIC);
    const type = keeps ? word.act!.type : likeliest(types, draft && word.type);
    const likely = types.get(type)!;
    const isPossible = likely >= (draft ? POSSIBLE.draft : POSSIBLE.other);
    if (own || (isPossible && (draft || !drafts.prices.has(word.word)))) {
      const chosen = chooseRoles(cast, word.word, type, rulesOf(cast, word), before, weights);
      const told = word.act ?? wordAct(cast.analysis, word.word, type);
      const { act: found, ...age } = dated(cast, told, chosen.roles);
      const status = chooseStatus(cast.tellings, word.word, found.status, age, weights);
      const act = withStatus(withType(word, found, type, likely), own ? found.status : status.status);
      const doubts = doubtsOf(word, type, chosen.roles, topic);
      const clues = sideClues(cast, word.word, type, chosen.roles);
      out.push({ word, act, chosen, likely, status: status.probability, doubts, clues });
    }
    if (draft) before.add(draft);
  }
  return out;
}

/**
 * The act with what the report's dates say: the status "background" where its own lies long before the report, and what
 * speaks for it being news or history (`Chronology.clues`).
 */
export function dated(
  cast: Cast,
  act: Act,
  roles: Roles | undefined,
): { act: Act; signs: readonly string[]; isNews: boolean } {
  const { analysis, chronology } = cast;
  if (!chronology) return { act, signs: [], isNews: false };
  const { anchor, trigger } = act.match.frame;
  const when = eventTime(analysis, chronology.times, act, roles ?? NOBODY, cast.statementAt(trigger));
  const [signs, isNews] = [chronology.clues(anchor, when), chronology.isNews(when)];
  const past = act.status === "asserted" ? chronology.past(when) : undefined;
  return { act: past ? { ...act, status: "background", steps: [...act.steps, past] } : act, signs, isNews };
}

/** Private people among themselves, acts that are politics only by who does them, and topics that are none. */
function doubtsOf(
  { draft, word }: TypedWord,
  type: EventType,
  { sources, targets }: Roles,
  topic: Topic,
): readonly string[] {
  const out: string[] = [];
  if (isPrivate(sources, targets)) out.push("private");
  if (!isPolitical(type, [...sources, ...targets], sources)) out.push("not political");
  if (!draft && topic.excludes(word)) out.push("other topic");
  return out;
}

/** What a user's own pattern finds is told as it says. */
function isOwn(codebook: Codebook, draft: Draft | undefined): boolean {
  return draft !== undefined && codebook.own.has(draft.act.match.pattern.type);
}

/** The words at which codebook or encoder see an act, in text order, with the probabilities of their types. */
export function typedWords(
  cast: Cast,
  codebook: Codebook,
  drafts: Drafts,
  weights: ActWeights,
  acts: ActScores,
): readonly TypedWord[] {
  const finder = new ActClueFinder(cast, codebook, drafts);
  const scores = new Map<number, Map<EventType, number>>();
  const found = new Set(
    [...drafts.drafts.map((d) => d.act), ...drafts.open].map((a) => a.match.frame.trigger),
  );
  for (const [i, word] of acts.words.entries()) {
    const own = scores.get(word) ?? new Map<EventType, number>();
    const score = acts.scores[i]! / acts.unit;
    scores.set(word, own.set(EVENT_TYPES[acts.types[i]!]!, score));
    if (acts.tellings && score >= UNLISTED) found.add(cast.analysis.words[word]!);
  }
  return [...found]
    .sort((a, b) => a.index - b.index)
    .flatMap((word) => {
      const clues = finder.of(word);
      if (!clues) return [];
      return [{ ...clues, types: typesOf(clues, scores.get(word.index), acts.least / acts.unit, weights) }];
    });
}

/** Of types that the encoder leaves out at the word only the codebook's own is asked. */
function typesOf(
  { clues, basis, type }: ActClues,
  scores: ReadonlyMap<EventType, number> | undefined,
  least: number,
  weights: ActWeights,
): ReadonlyMap<EventType, number> {
  const shared = clues.reduce((sum, clue) => sum + (weights.act.get(clue) ?? 0), 0);
  const own = weights.own.get(basis) ?? 0;
  const trust = weights.type.get("encoder") ?? 1;
  const odds = EVENT_TYPES.map((t) => {
    const score = scores?.get(t) ?? (t === type ? least : -Infinity);
    return score * trust + (weights.type.get(t) ?? 0) + shared + (t === type ? own : 0);
  });
  const most = Math.max(0, ...odds);
  const parts = odds.map((o) => Math.exp(o - most));
  const total = parts.reduce((a, b) => a + b, Math.exp(-most));
  return new Map(EVENT_TYPES.map((t, c) => [t, parts[c]! / total]));
}

/** The likeliest type; a draft keeps its own unless another is so much likelier. */
function likeliest(types: ReadonlyMap<EventType, number>, own: EventType | undefined): EventType {
  const best = EVENT_TYPES.reduce((a, b) => (types.get(b)! > types.get(a)! ? b : a));
  return own && types.get(own)! * MARGIN >= types.get(best)! ? own : best;
}

/** What the codebook's rules say of the sides, also where its conditions leave the act out. */
export function rulesOf(cast: Cast, { draft, act, basis }: ActClues): RuleRoles | undefined {
  const roles = draft?.roles ?? (act && rolesOf(cast, act.match));
  if (!roles) return undefined;
  const pattern = (draft?.act ?? act)?.match.pattern;
  return {
    roles,
    basis,
    bySpeaker: act?.match.pattern.source[0] === "speaker",
    only: pattern?.only ?? NO_ROLES,
  };
}

/** The act with its type; who decided on it, and what lost. */
function withType({ draft }: TypedWord, act: Act, type: EventType, likely: number): Act {
  const step = `${type} with a probability of ${likely.toFixed(2)} by codebook and learned coder together`;
  const steps = [...act.steps, step];
  if (act.type === type) return { ...act, steps, by: draft ? act.by : `learned coder (${act.by})` };
  const lost = { type: act.type, by: act.by, reason: `the learned coder is surer of ${type}` };
  return { ...act, type, by: `learned coder (${act.by})`, steps, rivals: [lost, ...act.rivals] };
}

/** The act with a status; where rules and learned coder differ, that is told. */
function withStatus(act: Act, status: Status): Act {
  if (status === act.status) return act;
  return {
    ...act,
    status,
    steps: [...act.steps, `${status} by the learned coder, where the rules say ${act.status}`],
  };
}
