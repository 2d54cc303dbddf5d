import type { Mention } from "../actor/actor.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, subtree } from "../language/tree.js";
import { clausePlace } from "../place/find-places.js";
import type { Where } from "../place/where.js";
import type { Statement } from "../quotation/statement.js";
import { identifier } from "../record/identifier.js";
import { cover, type Span } from "../record/span.js";
import { unknown } from "../record/value.js";
import type { Report } from "../report/report.js";
import { clauseTime } from "../time/find-times.js";
import type { When } from "../time/when.js";
import { isBackground } from "./background.js";
import { type Codebook, loadCodebook } from "./codebook.js";
import { type Price, priceOf } from "./conditions.js";
import type { Event, Participant } from "./event.js";
import { Cast, isSplit, phrase } from "./participants.js";
import { isPolitical } from "./political.js";
import { type Reading, readActs } from "./read-acts.js";
import { Topic } from "./topic.js";

/**
 * The events of a report: who did or said what to whom, with status, time, place and the explanation.
 * @param statements what the report attributes to somebody: an event told inside one gets its identifier as `claimedBy`,
 *   and "we" in a direct one means its speaker's side
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
): readonly Event[] {
  const cast = new Cast(analysis, mentions, statements, places);
  const topic = new Topic(analysis);
  const events = new Map<string, Event>();
  const acts = readActs(analysis, codebook, cast);
  const prices = new Map(
    acts.flatMap((act) => {
      const price = priceOf(analysis, act);
      return price ? [[price.verb, { act, price }] as const] : [];
    }),
  );
  for (const act of acts) {
    if (prices.has(act.match.frame.anchor)) continue;
    if (topic.excludes(act.match.frame.trigger)) continue;
    const { match } = act;
    const sources = sourcesOf(act, cast);
    if (!sources) continue;
    const targets = match.targets.length > 0 ? cast.resolve(match, "target", sources) : [];
    const roles = assign(act, sources, targets);
    const { mutual, needsTarget } = match.pattern;
    if (mutual && needsTarget && roles.targets.every((t) => !t.actor.known && !t.span)) continue;
    // What somebody's things can do is no act: "missiles that can strike".
    if (act.status === "possible" && !cast.actsItself(match, roles.sources)) continue;
    const known = roles.sources.some((s) => s.actor.known);
    const party = (p: Participant) => known || !cast.isPlaced(p);
    if (!isPolitical(act.type, [...roles.sources, ...roles.targets].filter(party))) continue;
    const { trigger, anchor } = match.frame;
    const when = clauseTime(analysis, times, anchor.index) ?? clauseTime(analysis, times, trigger.index);
    const where = clausePlace(analysis, places, anchor.index) ?? clausePlace(analysis, places, trigger.index);
    const past = act.status === "asserted" && isBackground(report, times, when);
    const span = triggerSpan(analysis, act);
    const what = whatSpan(analysis, act, roles.targets);
    const claim = cast.statementAt(trigger);
    const id = identifier("e", report.id, span.start, span.end, act.type);
    if (events.has(id)) continue;
    const kept = when !== undefined ? { when } : {};
    events.set(id, {
      kind: "event",
      id,
      report: report.id,
      type: act.type,
      ...(match.pattern.mode && act.type === match.pattern.type ? { mode: match.pattern.mode } : {}),
      status: past ? "background" : act.status,
      sources: roles.sources,
      targets: roles.targets,
      mutual: roles.mutual,
      trigger: span,
      ...(what ? { what } : {}),
      ...kept,
      ...(where !== undefined ? { where } : {}),
      ...(claim ? { claimedBy: claim.id } : {}),
      ...(act.condition ? { condition: act.condition } : {}),
      part: partOf(report, span),
      explanation: explain(report, act, roles, past, times, when),
    });
  }
  for (const { act, price } of prices.values()) {
    const asked = demandOf(report, analysis, cast, act, price);
    if (asked) events.set(asked.id, asked);
  }
  return Object.freeze([...events.values()].sort((a, b) => a.trigger.start - b.trigger.start));
}

/** The REQUEST that the price of a refusal makes. */
function demandOf(
  report: Report,
  analysis: Analysis,
  cast: Cast,
  refusal: Reading,
  price: Price,
): Event | undefined {
  const sources = sourcesOf(refusal, cast)?.filter((s) => s.actor.known);
  const targets = price.whose.flatMap((word) => cast.named(word)).filter((t) => t.actor.known);
  if (!sources || sources.length === 0 || targets.length === 0) return undefined;
  const trigger = { start: price.verb.start, end: price.verb.end };
  const what = trimmed(subtree(analysis, price.verb));
  const claim = cast.statementAt(price.verb);
  return {
    kind: "event",
    id: identifier("e", report.id, trigger.start, trigger.end, "REQUEST"),
    report: report.id,
    type: "REQUEST",
    status: "asserted",
    sources,
    targets,
    mutual: false,
    trigger,
    ...(what ? { what } : {}),
    ...(claim ? { claimedBy: claim.id } : {}),
    part: partOf(report, trigger),
    explanation: {
      by: "REQUEST/price-of-a-refusal",
      steps: [
        `the refusal “${refusal.match.frame.trigger.form}” (${refusal.by}) names “${price.verb.form}” as its price`,
      ],
      rivals: [],
    },
  };
}

/** The sources; undefined where the pattern asks for somebody that the text does not give. */
function sourcesOf(act: Reading, cast: Cast): readonly Participant[] | undefined {
  const { match } = act;
  const { pattern, frame } = match;
  const statement = cast.statementAt(frame.anchor);
  const other = match.targets[0]?.words[0];
  if (pattern.person.target === "third" && other) {
    if (cast.isFirstPerson(other) || cast.resolve(match, "target", []).length === 0) return undefined;
  }
  if (pattern.source[0] === "speaker") {
    return statement?.speaker.known ? [cast.speaker(statement)] : undefined;
  }
  if (pattern.spoken && !statement) return undefined;
  if (pattern.person.source === "first" && !match.sources[0]?.words.some((w) => cast.isFirstPerson(w)))
    return undefined;
  const sources = cast.resolve(match, "source", []);
  if (sources.length === 0 && (pattern.needsSource || pattern.kinds.source)) return undefined;
  return sources;
}

interface Roles {
  readonly sources: readonly Participant[];
  readonly targets: readonly Participant[];
  readonly mutual: boolean;
}

function assign(act: Reading, sources: readonly Participant[], targets: readonly Participant[]): Roles {
  const { match } = act;
  const nobody = (role: string): Participant => ({ actor: unknown(`the sentence names no ${role}`) });
  const known = sources.filter((s) => s.actor.known);
  const target = match.targets.find((g) => g.words.length > 0);
  if (isSplit(match, known, target) || (match.pattern.mutual && targets.length === 0 && known.length > 1)) {
    return { sources: known.slice(0, 1), targets: known.slice(1), mutual: true };
  }
  const mutual =
    match.pattern.mutual &&
    targets.some((t) => t.actor.known) &&
    (target?.slot === "with" || target?.slot === "object" || target?.slot === "against");
  return {
    sources: sources.length > 0 ? sources : [nobody("source")],
    targets: targets.length > 0 ? targets : [nobody("target")],
    mutual,
  };
}

/** The words that the act is told with: verb, particle and what the pattern asked for ("imposed sanctions"). */
function triggerSpan(analysis: Analysis, act: Reading): Span {
  const { trigger, anchor } = act.match.frame;
  if (trigger.upos === "NOUN" || anchor !== trigger) return { start: trigger.start, end: trigger.end };
  const particle = children(analysis, trigger).find((c) => c.deprel === "compound:prt");
  return cover(particle ? [trigger, particle] : [trigger]);
}

function whatSpan(analysis: Analysis, act: Reading, targets: readonly Participant[]): Span | undefined {
  for (const group of act.match.what) {
    const head = group.words[0]!;
    if (group.slot === "clause") return trimmed(subtree(analysis, head));
    const span =
      group.words.length === 1
        ? trimmed(subtree(analysis, head).filter((w) => !isCase(analysis, w, head)))
        : cover(group.words.map((w) => phrase(analysis, w)));
    if (span && !targets.some((t) => t.span && t.span.start === span.start && t.span.end === span.end))
      return span;
  }
  return undefined;
}

function isCase(analysis: Analysis, word: Word, head: Word): boolean {
  return word.deprel === "case" && analysis.words[word.head] === head && word.index < head.index;
}

function trimmed(words: readonly Word[]): Span | undefined {
  let first = 0;
  let last = words.length;
  while (first < last && words[first]!.upos === "PUNCT") first++;
  while (last > first && words[last - 1]!.upos === "PUNCT") last--;
  if (first === last) return undefined;
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

function partOf(report: Report, span: Span): "title" | "body" {
  return report.paragraphs.some((p) => p.role === "title" && p.start <= span.start && span.end <= p.end)
    ? "title"
    : "body";
}

function explain(
  report: Report,
  act: Reading,
  roles: Roles,
  past: boolean,
  times: readonly When[],
  when: number | undefined,
): Event["explanation"] {
  const { match } = act;
  const { trigger, anchor } = match.frame;
  const words = (span: Span | undefined) =>
    span ? `“${report.text.slice(span.start, span.end)}”` : "nobody";
  const steps = [`“${trigger.form}” is a trigger of ${match.pattern.id}`];
  if (anchor !== trigger) steps.push(`“${anchor.form}” carries it`);
  const used = match.consumed.filter((w) => w !== anchor && w !== trigger);
  if (used.length > 0) steps.push(`together with ${used.map((w) => `“${w.form}”`).join(", ")}`);
  for (const role of ["sources", "targets"] as const) {
    for (const participant of roles[role]) {
      const name = role === "sources" ? "source" : "target";
      steps.push(
        participant.actor.known
          ? `${name}: ${words(participant.span)}, ${participant.actor.by}`
          : `${name} unknown: ${participant.actor.reason}`,
      );
    }
  }
  steps.push(...act.steps);
  if (past && when !== undefined) steps.push(`background: ${words(times[when])} lies well before the report`);
  return { by: act.by, steps, rivals: act.rivals };
}
