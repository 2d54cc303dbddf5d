import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Statement } from "../quotation/statement.js";
import { clauseTime } from "../time/find-times.js";
import type { When } from "../time/when.js";
import { openingTime } from "./background.js";
import { headingTime } from "./dated-entries.js";
import type { EventType } from "./event.js";
import { narrativeTime } from "./narrative-time.js";
import type { Act } from "./read-acts.js";
import type { Roles } from "./roles.js";

/** What is done by saying it. */
const BY_WORDS: ReadonlySet<EventType> = new Set(["SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]);
/** Before a time they tell how far something reached, not when it was done. */
const BOUNDS = new Set(["since", "until", "till"]);

/**
 * When an event happened: index in `times`, undefined where its sentence does not tell. What is done by saying it ("the
 * North must return to the table", "said that it opposes the plan") was done when it was said; for all else the time of
 * saying is no time of the act.
 * @param claim the innermost statement that the event is told in
 */
export function eventTime(
  analysis: Analysis,
  times: readonly When[],
  act: Act,
  roles: Roles,
  claim: Statement | undefined,
): number | undefined {
  if (claim && act.match.pattern.source[0] === "speaker") return claim.when;
  const { anchor, trigger } = act.match.frame;
  const described = timeBefore(analysis, times, anchor);
  if (described !== undefined) return described;
  const found =
    clauseTime(analysis, times, anchor.index) ??
    clauseTime(analysis, times, trigger.index) ??
    openingTime(analysis, times, anchor) ??
    sharedTime(analysis, times, anchor) ??
    headingTime(analysis, times, anchor);
  if (found === undefined) {
    const said = claim && isSaying(analysis, act, roles, claim) ? claim.when : undefined;
    return said ?? (claim?.form === "direct" ? undefined : narrativeTime(analysis, times, anchor));
  }
  const { signal, value } = times[found]!;
  // "Would now extend it", "is currently at war" tell of no day.
  return BOUNDS.has(signal ?? "") || value === "PRESENT_REF" ? undefined : found;
}

/** The time of the verb that an act without a subject of its own goes with: "captured and annexed it in 1967". */
function sharedTime(analysis: Analysis, times: readonly When[], anchor: Word): number | undefined {
  const shares = anchor.upos === "VERB" && (anchor.deprel === "conj" || anchor.xpos === "VBG");
  if (!shares || anchor.head < 0 || children(analysis, anchor).some((c) => relation(c) === "nsubj"))
    return undefined;
  return clauseTime(analysis, times, anchor.head);
}

/** Index of the time that a clause with "when" describes: "until 1968, when the Soviets invaded Czechoslovakia". */
function timeBefore(analysis: Analysis, times: readonly When[], anchor: Word): number | undefined {
  const when = children(analysis, anchor).find((c) => c.lemma === "when" && c.index < anchor.index);
  let before = when && analysis.words[when.index - 1];
  if (before?.upos === "PUNCT") before = analysis.words[before.index - 1];
  if (!before || before.sentence !== anchor.sentence) return undefined;
  const found = times.findIndex((t) => t.end === before.end);
  return found < 0 ? undefined : found;
}

function isSaying(analysis: Analysis, { type, match }: Act, { sources }: Roles, claim: Statement): boolean {
  if (!BY_WORDS.has(type) || !claim.speaker.known || isPerfect(analysis, match.frame.anchor)) return false;
  const { code } = claim.speaker.value;
  return sources.some(({ actor }) => actor.known && actor.value.code === code);
}

/** "Has opposed": it was done before it was said. */
function isPerfect(analysis: Analysis, anchor: Word): boolean {
  return children(analysis, anchor).some((c) => relation(c) === "aux" && c.lemma === "have");
}
