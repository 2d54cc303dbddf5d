import type { Sentence } from "../language/analysis.js";
import type { Cast } from "./cast.js";
import { plvClassOf } from "./crosswalk.js";
import type { EventType } from "./event.js";
import { learnedCode } from "./learned-coder.js";
import { likelyPairs } from "./learned-roles.js";
import { isTaken, participantsOf } from "./named-by.js";
import { pairWords } from "./pair-words.js";
import { isPolitical } from "./political.js";
import type { Act } from "./read-acts.js";
import type { Candidate } from "./role-candidates.js";
import type { Roles } from "./roles.js";

/**
 * How sure the learned coder must be of the two, of an act at all, and of its type. Acts for which the codebook has no
 * word are left out however sure it is: of 26 in reports that were read, one was right.
 */
const SURE = { pair: 0.3, told: 0.5, type: 0.5 };
/** Types that two sides who are named together do to each other. */
const MUTUAL: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

/**
 * The act of a sentence in which the codebook knows the word but not who did it to whom: the learned coder names source
 * and target, and must be sure of them, of an act, and of the type that the codebook's word has. Undefined elsewhere.
 *
 * @param acts what the codebook finds whoever acts
 */
export function learnedAct(
  cast: Cast,
  sentence: Sentence,
  acts: readonly Act[],
): { readonly act: Act; readonly roles: Roles } | undefined {
  const own = acts.filter((a) => a.match.frame.trigger.sentence === sentence.index);
  const best = own.length > 0 ? likelyPairs(cast, sentence)[0] : undefined;
  if (!best || best.probability < SURE.pair) return undefined;
  const { source, target, probability } = best;
  const { path, joint, sourceVerb, targetGovernor } = pairWords(cast.analysis, source.word, target.word);
  const between = new Set([...path, ...joint, ...sourceVerb, ...targetGovernor]);
  const act = own.find((a) => between.has(a.match.frame.trigger.index));
  if (!act) return undefined;
  const code = plvClassOf(act);
  const learned = learnedCode(cast.analysis, source.word, target.word, { code, basis: "nearby" })!;
  const [likeliest, likelihood] = learned.ranking[0]!;
  if (likeliest !== code || learned.told < SURE.told || likelihood < SURE.type) return undefined;
  const sources = participantsOf(cast, source.word, act.match.frame.trigger, "source", []);
  const targets = participantsOf(cast, target.word, act.match.frame.trigger, "target", sources);
  if (!sources.some((s) => s.actor.known) || targets.every((t) => isTaken(t, sources))) return undefined;
  if (!isPolitical(act.type, [...sources, ...targets], sources)) return undefined;
  const step =
    `source and target by the learned coder with a probability of ${probability.toFixed(2)}, ` +
    `an act with ${learned.told.toFixed(2)}, ${code} with ${likelihood.toFixed(2)}`;
  return {
    act: { ...act, by: `learned coder (${act.by})`, steps: [...act.steps, step] },
    roles: { sources, targets, mutual: MUTUAL.has(act.type) && areJoined(source, target), placed: new Set() },
  };
}

/** "Peru and Chile": two who are named together. */
function areJoined(source: Candidate, target: Candidate): boolean {
  const isBelow = (a: Candidate, b: Candidate) => a.word.deprel === "conj" && a.up.includes(b.word);
  return isBelow(source, target) || isBelow(target, source);
}
