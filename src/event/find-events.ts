import type { Mention } from "../actor/actor.js";
import type { Analysis, Word } from "../language/analysis.js";
import { clausePlace } from "../place/find-places.js";
import type { Where } from "../place/where.js";
import type { Statement } from "../quotation/statement.js";
import { identifier } from "../record/identifier.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";
import { isAimedAt } from "./actors-at-work.js";
import { isBackground } from "./background.js";
import { Cast } from "./cast.js";
import { type Codebook, loadCodebook } from "./codebook.js";
import { type Price, pricesOf } from "./conditions.js";
import type { Event, EventType } from "./event.js";
import { eventTime } from "./event-time.js";
import { clauseSpan, triggerSpan, whatSpan } from "./event-words.js";
import { explainEvent } from "./explain-event.js";
import type { Coder } from "./learned-coder.js";
import { learnedAct } from "./learned-events.js";
import { withLikelyTarget } from "./learned-targets.js";
import { Matcher } from "./match-patterns.js";
import { namedBy } from "./named-by.js";
import { isPolitical, isPrivate } from "./political.js";
import { type Act, readActs } from "./read-acts.js";
import { actsItself, type Roles, rolesOf } from "./roles.js";
import { admittedByCoder, isDoubted, settleType } from "./settle-type.js";
import { Topic } from "./topic.js";

/**
 * The events of a report: who did or said what to whom, with status, time, place and the explanation.
 * @param statements what the report attributes to somebody: an event told inside one gets its identifier as `claimedBy`,
 *   and "we" in a direct one means its speaker's side
 * @param codebook the patterns, by default the project's own
 * @param alone leaves the type to the codebook's patterns or to the learned coder alone
 * @returns events in text order; every one has at least one participant that acts in politics
 */
export function findEvents(
  report: Report,
  analysis: Analysis,
  mentions: readonly Mention[],
  times: readonly When[],
  places: readonly Where[],
  statements: readonly Statement[],
  codebook: Codebook = loadCodebook(),
  alone?: Coder,
): readonly Event[] {
  const cast = new Cast(analysis, mentions, statements, places);
  const topic = new Topic(analysis);
  const events = new Map<string, Event>();
  const matcher = new Matcher(analysis, codebook);
  const acts = readActs(analysis, codebook, cast, matcher);
  const prices = pricesOf(analysis, acts);
  const told = new Set<Word>();
  const tell = (act: Act, admitted: (act: Act, roles: Roles) => Act | undefined): void => {
    const { trigger, anchor } = act.match.frame;
    if (told.has(trigger) || prices.has(anchor) || topic.excludes(trigger)) return;
    const roles = rolesOf(cast, act.match);
    const sound = roles && admitted(act, roles);
    if (!sound) return;
    told.add(trigger);
    const likely = alone === "codebook" ? { roles, act: sound } : withLikelyTarget(cast, sound, roles);
    const settled = settleType(cast, likely.act, likely.roles, alone);
    const event = eventOf(report, cast, settled, likely.roles, times, places);
    if (!events.has(event.id)) events.set(event.id, event);
  };
  const isSound = (act: Act, roles: Roles) =>
    isNews(cast, act, roles) && (alone === "codebook" || !isDoubted(cast, act, roles));
  for (const act of acts) tell(act, (a, roles) => (isSound(a, roles) ? a : undefined));
  if (alone !== "codebook" && analysis.evidence) {
    const open = readActs(analysis, codebook, undefined, matcher);
    for (const act of open)
      tell(act, (a, roles) =>
        isPrivate(roles.sources, roles.targets) ? undefined : admittedByCoder(cast, a, roles),
      );
    const telling = new Set([...told].map((word) => word.sentence));
    for (const sentence of analysis.sentences) {
      const found = telling.has(sentence.index) ? undefined : learnedAct(cast, sentence, open);
      if (!found || topic.excludes(found.act.match.frame.trigger)) continue;
      const event = eventOf(report, cast, found.act, found.roles, times, places);
      if (!events.has(event.id)) events.set(event.id, event);
    }
  }
  for (const price of prices.values()) {
    const event = demandOf(report, cast, price);
    if (event) events.set(event.id, event);
  }
  return Object.freeze([...events.values()].sort((a, b) => a.trigger.start - b.trigger.start));
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

function eventOf(
  report: Report,
  cast: Cast,
  act: Act,
  roles: Roles,
  times: readonly When[],
  places: readonly Where[],
): Event {
  const { analysis } = cast;
  const { pattern, frame } = act.match;
  const { trigger, anchor } = frame;
  const claim = cast.statementAt(trigger);
  const when = eventTime(analysis, times, act, roles, claim);
  const where = clausePlace(analysis, places, anchor.index) ?? clausePlace(analysis, places, trigger.index);
  const past = act.status === "asserted" && isBackground(report, times, when) ? times[when!] : undefined;
  const span = triggerSpan(analysis, act.match);
  const what = whatSpan(analysis, act.match, roles.targets);
  return {
    ...outset(report, act.type, span),
    ...(pattern.mode && act.type === pattern.type ? { mode: pattern.mode } : {}),
    status: past ? "background" : act.status,
    sources: roles.sources,
    targets: roles.targets,
    mutual: roles.mutual,
    ...(what ? { what } : {}),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    ...(claim ? { claimedBy: claim.id } : {}),
    ...(act.condition ? { condition: act.condition } : {}),
    explanation: explainEvent(report.text, act, roles, past),
  };
}

/** The REQUEST that the price of a refusal makes; undefined where the sides are not known. */
function demandOf(report: Report, cast: Cast, { refusal, verb, whose }: Price): Event | undefined {
  const sources = rolesOf(cast, refusal.match)?.sources.filter((s) => s.actor.known) ?? [];
  const targets = whose.flatMap((word) => namedBy(cast, word)).filter((t) => t.actor.known);
  if (sources.length === 0 || targets.length === 0) return undefined;
  const what = clauseSpan(cast.analysis, verb);
  const claim = cast.statementAt(verb);
  const step = `the refusal “${refusal.match.frame.trigger.form}” (${refusal.by}) names “${verb.form}” as its price`;
  return {
    ...outset(report, "REQUEST", { start: verb.start, end: verb.end }),
    status: "asserted",
    sources,
    targets,
    mutual: false,
    ...(what ? { what } : {}),
    ...(claim ? { claimedBy: claim.id } : {}),
    explanation: { by: "REQUEST/price-of-a-refusal", steps: [step], rivals: [] },
  };
}

function outset(
  report: Report,
  type: EventType,
  trigger: Span,
): Pick<Event, "kind" | "id" | "report" | "type" | "trigger" | "part"> {
  const inTitle = report.paragraphs.some(
    (p) => p.role === "title" && p.start <= trigger.start && trigger.end <= p.end,
  );
  return {
    kind: "event",
    id: identifier("e", report.id, trigger.start, trigger.end, type),
    report: report.id,
    type,
    trigger,
    part: inTitle ? "title" : "body",
  };
}
