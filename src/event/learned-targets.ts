import { overlaps, type Span } from "../record/span.js";
import type { Cast } from "./cast.js";
import type { EventType, Participant } from "./event.js";
import { likelyPairs } from "./learned-roles.js";
import { befalls, isTaken, participantsOf } from "./named-by.js";
import type { Act } from "./read-acts.js";
import type { Candidate } from "./role-candidates.js";
import type { Roles } from "./roles.js";
import { ONE_SIDED } from "./settle-type.js";

/** How likely source and target must be; `nameless`: a target that is nobody known. */
const LIKELY = { source: 0.3, target: 0.5, nameless: 0.6 };

/** Types that are told of one side as often as of two; of four partners that were added to CONSULT in reports, none was right. */
const ALONE: ReadonlySet<EventType> = new Set([...ONE_SIDED, "CONSULT"]);

/**
 * The roles of an act of the codebook with the target that the learned coder is sure of, where the codebook's is nobody
 * that is known. A step tells so; act and roles stay as they are elsewhere.
 */
export function withLikelyTarget(
  cast: Cast,
  act: Act,
  roles: Roles,
): { readonly act: Act; readonly roles: Roles } {
  const unchanged = { act, roles };
  // Whoever does something to his own ("withdrew its troops") has no known target yet.
  const known = roles.targets.some((t) => t.actor.known && !isTaken(t, roles.sources));
  if (known || roles.mutual || ALONE.has(act.type)) return unchanged;
  const { trigger } = act.match.frame;
  const sentence = cast.analysis.sentences[trigger.sentence]!;
  const pairs = likelyPairs(cast, sentence).filter((p) => isOneOf(roles.sources, p.source.span));
  const best = pairs[0];
  const given = pairs.reduce((sum, p) => sum + p.probability, 0);
  if (!best || given < LIKELY.source || best.probability < LIKELY.target * given) return unchanged;
  if (!isInClause(act, best.target)) return unchanged;
  const likelihood = best.probability / given;
  const targets = participantsOf(cast, best.target.word, trigger, "target", roles.sources);
  // "offered talks in Geneva": where an act was is nobody's part in it.
  const isPlace = targets.some((t) => t.actor.known && t.mention === undefined);
  if (isPlace || targets.every((t) => isOwnState(t, roles.sources))) return unchanged;
  const { up } = best.target;
  if (act.type === "ACCUSE" && targets.some((t) => up.some((w) => befalls(cast, w, t)))) return unchanged;
  const isSame = isOneOf(roles.targets, best.target.span);
  if (targets.every((t) => !t.actor.known) && (isSame || likelihood < LIKELY.nameless)) return unchanged;
  const step = `target by the learned coder with a probability of ${likelihood.toFixed(2)}`;
  return {
    act: { ...act, steps: [...act.steps, step] },
    roles: { ...roles, targets, placed: new Set() },
  };
}

/** Clauses that are part of what the act is about: "agreed to withdraw from Iraq", "a plan aimed at Iraq". */
const WITHIN = new Set(["xcomp", "ccomp", "acl"]);

/** True where the phrase hangs on the act's own words, not on those of another clause beside it. */
function isInClause({ match }: Act, { up }: Candidate): boolean {
  const top = up.findIndex((w) => w === match.frame.trigger || w === match.frame.anchor);
  return top > 0 && up.slice(0, top).every((w) => w.upos !== "VERB" || WITHIN.has(w.deprel));
}

/** The source again, or the state whose official the source is. */
function isOwnState(target: Participant, sources: readonly Participant[]): boolean {
  if (isTaken(target, sources)) return true;
  if (!target.actor.known || target.actor.value.sector) return false;
  const { code } = target.actor.value;
  return sources.some((s) => s.actor.known && s.actor.value.code === code);
}

function isOneOf(participants: readonly Participant[], span: Span): boolean {
  return participants.some((p) => p.span && overlaps(p.span, span));
}
