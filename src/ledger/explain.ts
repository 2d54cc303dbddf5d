import { type Actor, actorCode, type Mention } from "../actor/actor.js";
import type { EventType, Participant } from "../event/event.js";
import type { Reading } from "../reading/reading.js";
import { type Span, textOf } from "../record/span.js";
import type { Value } from "../record/value.js";
import { sentenceAt } from "./sentence-at.js";

/** A stretch of the report with its words. */
export interface Evidence extends Span {
  readonly words: string;
}

/** Who was meant by some words, and how that was found out. */
export interface ExplainedActor {
  readonly role: "speaker" | "source" | "target";
  readonly words?: Evidence;
  /** "CHN.GOV Geng Shuang", or "unknown". */
  readonly actor: string;
  /** The steps from the words to the actor, as sentences for people. */
  readonly because: readonly string[];
}

/** Why a statement, event, exchange or relation is in the ledger, or how a report's own particulars were found. */
export interface Explained {
  readonly kind: "explained";
  readonly id: string;
  readonly of: "report" | "statement" | "event" | "exchange" | "relation";
  readonly report: string;
  /** The sentences that the words stand in, in text order. */
  readonly sentences: readonly Evidence[];
  /** The words that say so, each with its part ("cue", "trigger", "condition"). */
  readonly evidence: readonly (Evidence & { readonly part: string })[];
  /** The rule or model that decided. */
  readonly rule: string;
  readonly steps: readonly string[];
  readonly rivals: readonly { readonly type: EventType; readonly by: string; readonly reason: string }[];
  readonly actors: readonly ExplainedActor[];
  /** Identifiers of the records that it rests on: a demand and its answer, the statement that claims an event. */
  readonly rests: readonly { readonly part: string; readonly id: string }[];
}

/** Explains the row `id` of `reading`; undefined where the reading has no such row. */
export function explain(reading: Reading, id: string): Explained | undefined {
  const { report, statements, events, exchanges, relations = [] } = reading;
  if (report.id === id) return explainReport(reading);
  const statement = statements.find((s) => s.id === id);
  if (statement) {
    const { source, cue, content, medium, venue, addressee, mention } = statement;
    return explained(reading, id, "statement", {
      parts: [
        ["source", source],
        ["cue", cue],
        ...content.map(part("content")),
        ["medium", medium],
        ["venue", venue],
        ["addressee", addressee],
      ],
      rule: statement.by,
      steps: whenSteps(reading, statement.when),
      actors: [
        explainActor(reading, "speaker", {
          actor: statement.speaker,
          ...optional({ mention, span: source }),
        }),
      ],
    });
  }
  const event = events.find((e) => e.id === id);
  if (event) {
    const { trigger, what, condition, sources, targets, explanation } = event;
    return explained(reading, id, "event", {
      parts: [
        ["trigger", trigger],
        ["what", what],
        ["condition", condition],
      ],
      rule: explanation.by,
      steps: [...explanation.steps, ...whenSteps(reading, event.when), ...whereSteps(reading, event.where)],
      rivals: explanation.rivals,
      actors: [
        ...sources.map((p) => explainActor(reading, "source", p)),
        ...targets.map((p) => explainActor(reading, "target", p)),
      ],
      rests: event.claimedBy ? [{ part: "told in", id: event.claimedBy }] : [],
    });
  }
  const relation = relations.find((r) => r.id === id);
  if (relation) {
    const { span, degree, source, target, by, status, when, claimedBy } = relation;
    return explained(reading, id, "relation", {
      parts: [
        ["words", span],
        ["degree", degree],
      ],
      rule: by,
      steps: [`${relation.relation}, ${status}`, ...whenSteps(reading, when)],
      actors: [explainActor(reading, "source", source), explainActor(reading, "target", target)],
      rests: claimedBy ? [{ part: "told in", id: claimedBy }] : [],
    });
  }
  const exchange = exchanges.find((x) => x.id === id);
  if (!exchange) return undefined;
  return explained(reading, id, "exchange", {
    parts: [["joined by", exchange.joinedBy]],
    rule: exchange.by,
    steps: [`the answer is a ${exchange.answerIs}; the link is ${exchange.link}`],
    rests: [
      ...(exchange.demand ? [{ part: "demand", id: exchange.demand }] : []),
      { part: "answer", id: exchange.answer },
    ],
  });
}

type Parts = readonly (readonly [string, Span | undefined])[];

interface Draft {
  readonly parts: Parts;
  readonly rule: string;
  readonly steps?: readonly string[];
  readonly rivals?: Explained["rivals"];
  readonly actors?: readonly ExplainedActor[];
  readonly rests?: Explained["rests"];
}

function explained(reading: Reading, id: string, of: Explained["of"], draft: Draft): Explained {
  const { analysis, report } = reading;
  const spans = draft.parts.flatMap(([name, span]) =>
    span ? [{ part: name, ...evidence(reading, span) }] : [],
  );
  const sentences = new Set(spans.map((span) => sentenceAt(analysis, span)).filter((s) => s !== undefined));
  return {
    kind: "explained",
    id,
    of,
    report: report.id,
    sentences: [...sentences].sort((a, b) => a.start - b.start).map((s) => evidence(reading, s)),
    evidence: spans,
    rule: draft.rule,
    steps: draft.steps ?? [],
    rivals: draft.rivals ?? [],
    actors: draft.actors ?? [],
    rests: draft.rests ?? [],
  };
}

function explainReport(reading: Reading): Explained {
  const { report } = reading;
  const fact = (name: string, value: Value<unknown>) =>
    value.known
      ? `${name}: ${typeof value.value === "string" ? value.value : JSON.stringify(value.value)} (${value.basis}, by ${value.by})`
      : `${name}: unknown, because ${value.reason}`;
  const aside = report.paragraphs.filter((p) => p.role !== "body" && p.role !== "title");
  return explained(reading, report.id, "report", {
    parts: aside.map((p) => [p.role, p] as const),
    rule: "read-report",
    steps: [
      fact("title", report.title),
      fact("outlet", report.outlet),
      fact("published", report.published),
      fact("licence", report.licence),
      ...aside.map((p) => `“${textOf(report.text, p)}” is ${p.role}${p.reason ? `: ${p.reason}` : ""}`),
    ],
  });
}

function explainActor(
  reading: Reading,
  role: ExplainedActor["role"],
  participant: Participant,
): ExplainedActor {
  const { actor, mention, span } = participant;
  const steps = mention === undefined ? [] : mentionSteps(reading, mention);
  const told = actor.known && mention !== undefined && reading.mentions[mention]?.by === actor.by;
  const basis = actor.known ? `${actor.basis}${told ? "" : `, by ${actor.by}`}` : `unknown: ${actor.reason}`;
  const because = [...steps, basis];
  const words = span ? { words: evidence(reading, span) } : {};
  return { role, ...words, actor: actor.known ? nameOf(actor.value) : "unknown", because };
}

/** The chain of reference from one mention back to the first: “He” → “Geng” → “spokesman Geng Shuang”. */
function mentionSteps(reading: Reading, start: number): string[] {
  const steps: string[] = [];
  const seen = new Set<number>();
  for (let i: number | undefined = start; i !== undefined && !seen.has(i); ) {
    seen.add(i);
    const mention: Mention | undefined = reading.mentions[i];
    if (!mention) break;
    const who =
      mention.actors.map(nameOf).join(", ") || `unknown${mention.reason ? `, ${mention.reason}` : ""}`;
    steps.push(`“${textOf(reading.report.text, mention)}” is a ${mention.form}: ${who} (${mention.by})`);
    i = mention.antecedent;
  }
  return steps;
}

function whenSteps(reading: Reading, index: number | undefined): string[] {
  const time = index === undefined ? undefined : reading.times[index];
  if (!time) return [];
  const resolved = time.interval
    ? `${time.interval.start} to before ${time.interval.end}, counted from the ${time.basis}`
    : `not resolved${time.reason ? `, because ${time.reason}` : ""}`;
  return [`when: “${textOf(reading.report.text, time)}” is ${resolved} (${time.by})`];
}

function whereSteps(reading: Reading, index: number | undefined): string[] {
  const place = index === undefined ? undefined : reading.places[index];
  if (!place) return [];
  const country = place.country ? ` in ${place.country}` : "";
  return [
    `where: “${textOf(reading.report.text, place)}” is ${place.name}${country}, ${place.precision} (${place.by})`,
  ];
}

function nameOf(actor: Actor): string {
  return [actorCode(actor), actor.agency, actor.person].filter((part) => part !== undefined).join(" ");
}

function evidence(reading: Reading, span: Span): Evidence {
  return { start: span.start, end: span.end, words: textOf(reading.report.text, span) };
}

function part(name: string): (span: Span) => readonly [string, Span] {
  return (span) => [name, span];
}

function optional(fields: {
  mention: number | undefined;
  span: Span | undefined;
}): Pick<Participant, "mention" | "span"> {
  return {
    ...(fields.mention === undefined ? {} : { mention: fields.mention }),
    ...(fields.span === undefined ? {} : { span: fields.span }),
  };
}
