import type { Mention } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { clausePlace } from "../place/find-places.js";
import type { Where } from "../place/where.js";
import type { Statement } from "../quotation/statement.js";
import { identifier } from "../record/identifier.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";
import type { ActWeights } from "./act-weights.js";
import { isBackground } from "./background.js";
import { Cast } from "./cast.js";
import { Chronology } from "./chronology.js";
import { type Codebook, loadCodebook } from "./codebook.js";
import type { Price } from "./conditions.js";
import { draftEvents } from "./draft-events.js";
import type { Event, EventType } from "./event.js";
import { eventTime } from "./event-time.js";
import { clauseSpan, triggerSpan, whatSpan } from "./event-words.js";
import { explainEvent } from "./explain-event.js";
import { type SettledAct, settleActs } from "./learned-acts.js";
import type { Coder } from "./learned-coder.js";
import { namedBy } from "./named-by.js";
import { rolesOf } from "./roles.js";

/**
 * The events of a report: who did or said what to whom, with status, time, place and the explanation.
 * @param statements what the report attributes to somebody: an event told inside one gets its identifier as `claimedBy`,
 *   and "we" in a direct one means its speaker's side
 * @param codebook the patterns, by default the project's own
 * @param alone leaves the type to the codebook's patterns or to the learned coder alone
 * @param weights of the learned coder of acts, by default those of models/en
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
  weights?: ActWeights,
): readonly Event[] {
  const cast = new Cast(analysis, mentions, statements, places, new Chronology(report, analysis, times));
  const drafted = draftEvents(cast, codebook, alone);
  const events = new Map<string, Event>();
  for (const settled of alone ? drafted.drafts : settleActs(cast, codebook, drafted, weights)) {
    const event = eventOf(report, cast, settled, times, places);
    if (!events.has(event.id)) events.set(event.id, event);
  }
  for (const price of drafted.prices.values()) {
    const event = demandOf(report, cast, price);
    if (event) events.set(event.id, event);
  }
  return Object.freeze([...events.values()].sort((a, b) => a.trigger.start - b.trigger.start));
}

function eventOf(
  report: Report,
  cast: Cast,
  { act, roles, probability }: SettledAct,
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
    ...(probability === undefined ? {} : { probability: Math.round(probability * 100) / 100 }),
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
