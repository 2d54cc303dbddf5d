import { actorCode } from "../actor/actor.js";
import { EVENT_TYPES, type Event, type Participant, STATUSES } from "../event/event.js";
import type { Analysis } from "../language/analysis.js";
import { overlaps, type Span } from "../record/span.js";

/** Who a mark names as source or target: codes, and one that is `undefined` for whoever the words do not tell. */
export type GoldSides = readonly { readonly code?: string | undefined; readonly span?: Span | undefined }[];

/** A mark in the report's own offsets. */
export interface GoldEvent {
  readonly trigger: Span;
  readonly type: Event["type"];
  readonly status: Event["status"];
  readonly sources: GoldSides;
  readonly targets: GoldSides;
}

/** A mark with the event that was found for it, or one of the two alone. */
export interface ScoredEvent {
  readonly gold?: GoldEvent;
  readonly found?: Event;
}

/** What of a found event is right. Codes are compared by their first three letters; `inFull`: as a whole. */
export interface Judgement {
  readonly type: boolean;
  readonly status: boolean;
  readonly source: boolean;
  readonly target: boolean;
  readonly inFull: boolean;
}

/**
 * Marks and found events one to one. Both tell the same act where their triggers overlap, or where they are joined in
 * the tree and of one type ("held", "talks"); the best fit first.
 */
export function alignEvents(
  gold: readonly GoldEvent[],
  found: readonly Event[],
  analysis: Analysis,
): ScoredEvent[] {
  const fits: { readonly g: number; readonly f: number; readonly fit: number }[] = [];
  for (const [g, mark] of gold.entries()) {
    for (const [f, event] of found.entries()) {
      const same = mark.type === event.type;
      const over = overlaps(mark.trigger, event.trigger);
      if (!over && !(same && areJoined(analysis, mark.trigger, event.trigger))) continue;
      const { status, source, target } = judge(mark, event);
      fits.push({
        g,
        f,
        fit: Number(over) * 8 + Number(same) * 4 + Number(status) + Number(source) + Number(target),
      });
    }
  }
  fits.sort((a, b) => b.fit - a.fit || a.g - b.g || a.f - b.f);
  const of = new Map<number, number>();
  const taken = new Set<number>();
  for (const { g, f } of fits) {
    if (of.has(g) || taken.has(f)) continue;
    of.set(g, f);
    taken.add(f);
  }
  return [
    ...gold.map(
      (mark, g): ScoredEvent => ({ gold: mark, ...(of.has(g) ? { found: found[of.get(g)!]! } : {}) }),
    ),
    ...found.filter((_, f) => !taken.has(f)).map((event): ScoredEvent => ({ found: event })),
  ];
}

function areJoined(analysis: Analysis, a: Span, b: Span): boolean {
  const within = (span: Span) => analysis.words.filter((w) => overlaps(w, span));
  const own = within(a);
  const others = within(b);
  return own.some((v) => others.some((w) => v.head === w.index || w.head === v.index));
}

/** What of an event that was found for a mark is right. */
export function judge(gold: GoldEvent, found: Event): Judgement {
  const sides = (short: boolean) => {
    const [s, t] = [codesOf(found.sources, short), codesOf(found.targets, short)];
    const fits = (one: ReadonlySet<string>, other: ReadonlySet<string>) => ({
      source: agree(gold.sources, one, short),
      target: agree(gold.targets, other, short),
    });
    const swapped = fits(t, s);
    return found.mutual && swapped.source && swapped.target ? swapped : fits(s, t);
  };
  const short = sides(true);
  const full = sides(false);
  return {
    type: gold.type === found.type,
    status: gold.status === found.status,
    ...short,
    inFull: full.source && full.target,
  };
}

const SHORT = 3;

function codesOf(participants: readonly Participant[], short: boolean): ReadonlySet<string> {
  const codes = participants.flatMap(({ actor }) => (actor.known ? [actorCode(actor.value)] : []));
  return new Set(short ? codes.map(shortened) : codes);
}

function shortened(code: string): string {
  return code.slice(0, SHORT);
}

/** Right: somebody who is marked and nobody else; where no code is marked, nobody. */
function agree(gold: GoldSides, found: ReadonlySet<string>, short: boolean): boolean {
  const codes = new Set(gold.flatMap(({ code }) => (code ? [short ? shortened(code) : code] : [])));
  if (codes.size === 0) return found.size === 0;
  return found.size > 0 && [...found].every((code) => codes.has(code));
}

/** Precision, recall and F1 of the events in per cent, each stage asking for what the one before asks and more. */
export function markFigures(scored: readonly ScoredEvent[]): Record<string, number> {
  const marks = scored.filter((s) => s.gold).length;
  const events = scored.filter((s) => s.found).length;
  const judged = scored.flatMap(({ gold, found }) => (gold && found ? [judge(gold, found)] : []));
  const out: Record<string, number> = {};
  const stage = (name: string, isRight: (j: Judgement) => boolean) => {
    const right = judged.filter(isRight).length;
    const precision = (100 * right) / Math.max(1, events);
    const recall = (100 * right) / Math.max(1, marks);
    out[`${name}_precision`] = rounded(precision);
    out[`${name}_recall`] = rounded(recall);
    out[name] = rounded((200 * right) / Math.max(1, events + marks));
  };
  stage("trigger", () => true);
  stage("type", (j) => j.type);
  stage("status", (j) => j.type && j.status);
  stage("source", (j) => j.type && j.source);
  stage("target", (j) => j.type && j.target);
  stage("all", (j) => j.type && j.status && j.source && j.target);
  stage("in_full", (j) => j.type && j.status && j.inFull);
  return { ...out, events, marks };
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10;
}

/** Tables for people: each type and status with its marks, finds and right ones; what was taken for what. */
export function markTables(scored: readonly ScoredEvent[]): string[] {
  return [
    ...table("type", EVENT_TYPES, scored, (e) => e.type),
    ...table(
      "status",
      STATUSES,
      scored.filter(({ gold, found }) => gold && found),
      (e) => e.status,
    ),
  ];
}

function table(
  name: string,
  values: readonly string[],
  scored: readonly ScoredEvent[],
  of: (event: { readonly type: string; readonly status: string }) => string,
): string[] {
  const lines = [`${name.padEnd(12)} marked  found  right  taken for`];
  for (const value of values) {
    const own = scored.filter(({ gold }) => gold && of(gold) === value);
    const found = scored.filter((s) => s.found && of(s.found) === value);
    const right = own.filter((s) => s.found && of(s.found) === value);
    const others = new Map<string, number>();
    for (const { found } of own) {
      const other = found ? of(found) : "nothing";
      if (other !== value) others.set(other, (others.get(other) ?? 0) + 1);
    }
    const told = [...others]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([o, n]) => `${o} ${n}`);
    const counts = [own, found, right].map((list) => String(list.length).padStart(6)).join(" ");
    lines.push(`${value.padEnd(12)} ${counts}  ${told.join(", ")}`.trimEnd());
  }
  return lines;
}
