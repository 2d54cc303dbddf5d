import type { Word } from "../language/analysis.js";
import type { Cast } from "./cast.js";
import { type PlvClass, plvClass, plvClassOf } from "./crosswalk.js";
import type { EventType, Participant } from "./event.js";
import { type Coder, type LearnedCode, learnedCode } from "./learned-coder.js";
import type { Act } from "./read-acts.js";
import type { Roles } from "./roles.js";

/** The probability from which the learned coder overrules a pattern of the codebook that asks for little. */
const OVERRULES = 0.9;
/** A pattern that found so much of what it asks for (`Match.score`) is not overruled. */
const SPECIFIC = 2;
/** A rival with less than this is not worth telling. */
const WORTH_TELLING = 0.1;

/**
 * The act with the type that codebook and learned coder give it together, or one of them `alone`: who decided stands in
 * `by`, what lost among the rivals. Acts that are not told as done keep the codebook's type, because the data that the
 * learned coder learned from know no status.
 */
export function settleType(cast: Cast, act: Act, roles: Roles, alone?: Coder): Act {
  if (alone === "codebook") return act;
  const { match } = act;
  const source = wordOf(cast, roles.sources, match.sources[0]?.words[0]) ?? match.frame.trigger;
  const target = wordOf(cast, roles.targets, match.targets[0]?.words[0]) ?? match.frame.trigger;
  const basis = [...roles.sources, ...roles.targets].every((p) => p.span) ? "joined" : "one side";
  const own = plvClassOf(act);
  const learned = learnedCode(cast.analysis, source, target, alone ? undefined : { code: own, basis });
  if (!learned) return act;
  const [[best, most], [second, less]] = [learned.ranking[0]!, learned.ranking[1]!];
  const told = alone ? "the learned coder alone" : "codebook and learned coder together";
  const steps = [...act.steps, `${best} with a probability of ${most.toFixed(2)} by ${told}`];
  if (best === own) {
    const rival = {
      type: typeOf(second),
      by: "learned coder",
      reason: `a probability of ${less.toFixed(2)}`,
    };
    return { ...act, steps, rivals: less < WORTH_TELLING ? act.rivals : [...act.rivals, rival] };
  }
  const isOpen = act.status === "asserted" && !act.answered && best !== plvClass(act.type, "asserted");
  if (!isOpen || (!alone && (match.score >= SPECIFIC || most < OVERRULES))) return act;
  const lost = { type: act.type, by: act.by, reason: `the learned coder is surer of ${best}` };
  return {
    ...act,
    type: typeOf(best),
    by: `learned coder (${act.by})`,
    steps,
    rivals: [lost, ...act.rivals],
  };
}

/** Below this probability of any act the learned coder's view is a doubt. */
const DOUBT = 0.02;
/** Types that are told of one side as often as of two, while the learned coder has learned from pairs. */
export const ONE_SIDED: ReadonlySet<EventType> = new Set(["MOBILIZE", "PROTEST"]);
/** How sure the learned coder must be that an act is told which the codebook's conditions leave out. */
const SURE = 0.7;

/**
 * The act, where the learned coder is sure of it though who acts is nobody that the codebook's conditions ask for; both
 * sides must be told by words of their own. Undefined elsewhere.
 */
export function admittedByCoder(cast: Cast, act: Act, roles: Roles): Act | undefined {
  const pair = toldPair(cast, act, roles);
  const learned = pair && learnedCode(cast.analysis, ...pair, { code: plvClassOf(act), basis: "joined" });
  if (!learned || learned.event < SURE) return undefined;
  const step = `admitted by the learned coder: an event with a probability of ${learned.event.toFixed(2)}`;
  return { ...act, steps: [...act.steps, step] };
}

/**
 * True where the learned coder all but rules out an act of which only one side is known: of 137 events judged by reading,
 * eleven of the twelve doubted ones were wrong.
 */
export function isDoubted(cast: Cast, act: Act, roles: Roles): boolean {
  if (ONE_SIDED.has(act.type)) return false;
  if ([roles.sources, roles.targets].every((side) => side.some((p) => p.actor.known))) return false;
  const learned = learnedOf(cast, act, roles);
  return learned !== undefined && learned.event < DOUBT;
}

/** What the coder of pairs says of an act's two sides by itself; the trigger stands for a side without words. */
export function learnedOf(cast: Cast, { match }: Act, roles: Roles): LearnedCode | undefined {
  const { trigger } = match.frame;
  const source = wordOf(cast, roles.sources, match.sources[0]?.words[0]) ?? trigger;
  const target = wordOf(cast, roles.targets, match.targets[0]?.words[0]) ?? trigger;
  return learnedCode(cast.analysis, source, target);
}

/** The heads of an act's source and target, where the text has words for both. */
export function toldPair(cast: Cast, { match }: Act, roles: Roles): readonly [Word, Word] | undefined {
  if (![...roles.sources, ...roles.targets].every((p) => p.span)) return undefined;
  const source = wordOf(cast, roles.sources, match.sources[0]?.words[0]);
  const target = wordOf(cast, roles.targets, match.targets[0]?.words[0]);
  return source && target && [source, target];
}

function wordOf(cast: Cast, participants: readonly Participant[], word: Word | undefined): Word | undefined {
  const mention = participants[0]?.mention;
  return mention === undefined ? word : cast.analysis.words[cast.mentions[mention]!.head];
}

/** The event type of a class; of the two that YIELD stands for, the one that concedes. */
function typeOf(code: PlvClass): EventType {
  return code === "YIELD" ? "CONCEDE" : code;
}
