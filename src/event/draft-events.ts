import type { Word } from "../language/analysis.js";
import { isAimedAt } from "./actors-at-work.js";
import type { Cast } from "./cast.js";
import type { Codebook } from "./codebook.js";
import { type Price, pricesOf } from "./conditions.js";
import type { Coder } from "./learned-coder.js";
import { learnedAct } from "./learned-events.js";
import { withLikelyTarget } from "./learned-targets.js";
import { Matcher } from "./match-patterns.js";
import { isPolitical, isPrivate } from "./political.js";
import { type Act, readActs } from "./read-acts.js";
import { actsItself, type Roles, rolesOf } from "./roles.js";
import { admittedByCoder, isDoubted, settleType } from "./settle-type.js";
import { Topic } from "./topic.js";
import { meansOthers } from "./unnamed.js";

/** Through whom an act became a draft: the codebook's conditions, or a learned coder where these leave it out. */
export type Admission = "codebook" | "coder" | "pair";

/** An act with its participants, before it is an event. */
export interface Draft {
  readonly act: Act;
  readonly roles: Roles;
  readonly admission: Admission;
}

export interface Drafts {
  /** One a trigger, in the order in which they were found. */
  readonly drafts: readonly Draft[];
  /** What the codebook finds whoever acts; empty where the codebook is asked alone. */
  readonly open: readonly Act[];
  /** The prices that refusals name, by the words that tell them. */
  readonly prices: ReadonlyMap<Word, Price>;
}

/** The acts of a report with those who do them and to whom, by the codebook and the coder of pairs. */
export function draftEvents(cast: Cast, codebook: Codebook, alone?: Coder): Drafts {
  const { analysis } = cast;
  const topic = new Topic(analysis);
  const matcher = new Matcher(analysis, codebook);
  const acts = readActs(analysis, codebook, cast, matcher);
  const prices = pricesOf(analysis, acts);
  const drafts = new Map<Word, Draft>();
  const add = (
    act: Act,
    admission: Admission,
    admitted: (act: Act, roles: Roles) => Act | undefined,
  ): void => {
    const { trigger, anchor } = act.match.frame;
    if (drafts.has(trigger) || prices.has(anchor) || topic.excludes(trigger)) return;
    const roles = rolesOf(cast, act.match);
    const sound = roles && admitted(act, roles);
    if (!sound) return;
    const likely = alone === "codebook" ? { roles, act: sound } : withLikelyTarget(cast, sound, roles);
    const settled = settleType(cast, likely.act, likely.roles, alone);
    drafts.set(trigger, { act: settled, roles: likely.roles, admission });
  };
  const isSound = (act: Act, roles: Roles) =>
    isNews(cast, act, roles) &&
    (alone === "codebook" || meansOthers(cast, act.match) || !isDoubted(cast, act, roles));
  for (const act of acts) add(act, "codebook", (a, roles) => (isSound(a, roles) ? a : undefined));
  if (alone === "codebook" || !analysis.evidence) return { drafts: [...drafts.values()], open: [], prices };
  const open = readActs(analysis, codebook, undefined, matcher);
  for (const act of open)
    add(act, "coder", (a, roles) =>
      isPrivate(roles.sources, roles.targets) ? undefined : admittedByCoder(cast, a, roles),
    );
  const telling = new Set([...drafts.keys()].map((word) => word.sentence));
  for (const sentence of analysis.sentences) {
    const found = telling.has(sentence.index) ? undefined : learnedAct(cast, sentence, open);
    const trigger = found?.act.match.frame.trigger;
    if (!found || !trigger || topic.excludes(trigger) || drafts.has(trigger)) continue;
    drafts.set(trigger, { ...found, admission: "pair" });
  }
  return { drafts: [...drafts.values()], open, prices };
}

function isNews(cast: Cast, act: Act, { sources, targets, placed }: Roles): boolean {
  // What somebody's things can do is no act: "missiles that can strike".
  if (act.status === "possible" && !actsItself(cast, act.match, sources)) return false;
  if (sources.some((s) => s.actor.known)) return isPolitical(act.type, [...sources, ...targets], sources);
  // Where nobody is known to act, the place of an act makes it no politics: "killed in Mali".
  return isPolitical(
    act.type,
    targets.filter((t) => !placed.has(t) && isAimedAt(cast, act.match, t)),
  );
}
