import type { Event, Participant } from "../event/event.js";
import { sentenceAt } from "../ledger/sentence-at.js";
import type { Reading } from "../reading/reading.js";
import { overlaps, type Span, textOf } from "../record/span.js";
import type { CheckedRow } from "./checked.js";
import type { GoldEvent, GoldReading } from "./gold-reading.js";
import { type Candidate, pair } from "./pairing.js";
import type { Section } from "./statements.js";
import { isWhen, whenName } from "./when.js";
import { type GoldWho, isAgency, isWho, whoName } from "./who.js";
import { occurrences, overlapAny, shareWord } from "./words.js";

/** What an event of the ledger has in common with a gold one. */
interface Agreement {
  readonly type: boolean;
  readonly source: boolean;
  readonly target: boolean;
  readonly status: boolean;
}

/**
 * Pairs events whose triggers share a character; or else those of one sentence that agree in all. One is found where type
 * (or one of `accept`), source, target and status are the gold's.
 */
export function checkEvents(gold: GoldReading, reading: Reading, name: string): Section<Event> {
  const { text } = reading.report;
  const triggers = gold.events.map(({ trigger }) => occurrences(text, trigger));
  const candidates = gold.events.flatMap((one, g) =>
    reading.events.flatMap((event, row): Candidate[] => {
      const agreement = agreementOf(one, event);
      const { type, source, target, status } = agreement;
      const at = overlapAny(triggers[g]!, [event.trigger]);
      if (!at && !(isWhole(agreement) && inOneSentence(triggers[g]!, event.trigger, reading))) return [];
      const fit = (at ? 1 : 0) + (type ? 0.8 : 0) + (source ? 0.4 : 0) + (target ? 0.4 : 0);
      return [{ gold: g, row, fit: fit + (status ? 0.2 : 0) + (one.may ? 0 : 0.1) }];
    }),
  );
  const pairs = pair(candidates);
  const taken = new Set(pairs.values());
  const rows = gold.events.map((one, g): CheckedRow => {
    const event = reading.events[pairs.get(g) ?? -1];
    const common = {
      kind: "checked",
      section: "events",
      gold: name,
      name: one.id,
      words: `${whoName(sourceOf(one))} ${one.type} ${whoName(targetOf(one))} (${one.status}): ${one.trigger}`,
      may: one.may,
    } as const;
    if (!event) {
      const differs = triggers[g]!.length === 0 ? ["the report does not have this trigger"] : [];
      return { ...common, state: "missing", differs };
    }
    return {
      ...common,
      state: isWhole(agreementOf(one, event)) ? "found" : "wrong",
      row: event.id,
      differs: [...faults(one, event), ...particulars(one, event, reading)],
    };
  });
  const extra = reading.events
    .filter((_, row) => !taken.has(row))
    .map((event): CheckedRow => {
      const sentence = sentenceAt(reading.analysis, event.trigger) ?? event.trigger;
      const who = (participants: readonly Participant[]) => names(participants) || "unknown";
      return {
        kind: "checked",
        section: "events",
        state: "extra",
        gold: name,
        row: event.id,
        words: `${who(event.sources)} ${event.type} ${who(event.targets)} (${event.status}): “${textOf(text, event.trigger)}” in “${textOf(text, sentence)}”`,
        may: false,
        differs: [],
      };
    });
  const records = [...pairs].map(([g, row]) => [g, reading.events[row]!] as const);
  return { rows: [...rows, ...extra], pairs: new Map(records) };
}

function sourceOf({ source, person, agency }: GoldEvent): GoldWho {
  return { code: source, person, agency };
}

function targetOf({ target, target_person, target_agency }: GoldEvent): GoldWho {
  return { code: target, person: target_person, agency: target_agency };
}

function agreementOf(gold: GoldEvent, event: Event): Agreement {
  const type = event.type === gold.type || gold.accept.includes(event.type);
  const status = event.status === gold.status;
  const straight = {
    type,
    status,
    source: hasRole(sourceOf(gold), event.sources),
    target: hasRole(targetOf(gold), event.targets),
  };
  if (!gold.mutual || (straight.source && straight.target)) return straight;
  const source = hasRole(sourceOf(gold), event.targets);
  const target = hasRole(targetOf(gold), event.sources);
  return source && target ? { type, status, source, target } : straight;
}

function isWhole({ type, source, target, status }: Agreement): boolean {
  return type && source && target && status;
}

/** True where one of the participants is who the gold says; where it says nobody, none is known. */
function hasRole(who: GoldWho, participants: readonly Participant[]): boolean {
  if (who.code === null) return participants.every(({ actor }) => !actor.known);
  return participants.some(({ actor }) => isWho(who, actor));
}

function inOneSentence(triggers: readonly Span[], trigger: Span, { analysis }: Reading): boolean {
  const sentence = sentenceAt(analysis, trigger);
  return sentence !== undefined && triggers.some((span) => overlaps(span, sentence));
}

function faults(gold: GoldEvent, event: Event): string[] {
  const { type, source, target, status } = agreementOf(gold, event);
  const out: string[] = [];
  const differ = (right: boolean, what: string, expected: string, met: string) => {
    if (!right) out.push(`${what}: ${expected} expected, ${met} met`);
  };
  differ(type, "type", [gold.type, ...gold.accept].join(" or "), event.type);
  differ(source, "source", whoName(sourceOf(gold)), names(event.sources) || "unknown");
  differ(target, "target", whoName(targetOf(gold)), names(event.targets) || "unknown");
  differ(status, "status", gold.status, event.status);
  return out;
}

function particulars(gold: GoldEvent, event: Event, reading: Reading): string[] {
  const { report, times, places, statements } = reading;
  const { text } = report;
  const out: string[] = [];
  const differ = (right: boolean, what: string, expected: string, met: string | undefined) => {
    if (!right) out.push(`${what}: ${expected} expected, ${met ?? "none"} met`);
  };
  const everybody = [...event.sources, ...event.targets];
  const isActor = (code: string) => everybody.some(({ actor }) => isWho({ code }, actor));
  if (gold.agency !== undefined)
    differ(
      everybody.some(({ actor }) => isAgency(gold.agency, actor)),
      "agency",
      gold.agency,
      names(event.sources),
    );
  // Who has no code is told in words ("its allies").
  for (const [what, also] of [
    ["another source", gold.also_source],
    ["another target", gold.also_target],
  ] as const)
    if (also !== undefined && /^[A-Z0-9]{2,}(\.[A-Z]{3})?$/.test(also))
      differ(isActor(also), what, also, names(everybody));
  if (gold.claimed_by !== undefined) {
    const claim = statements.find(({ id }) => id === event.claimedBy);
    const claimed = isWho({ code: gold.claimed_by }, claim?.speaker);
    differ(claimed, "claimed by", gold.claimed_by ?? "nobody", claim && whoName(claim.speaker));
  }
  const time = event.when === undefined ? undefined : times[event.when];
  if (gold.when)
    differ(isWhen(gold.when, time, text), "when", whenName(gold.when), time && textOf(text, time));
  const place = event.where === undefined ? undefined : places[event.where];
  if (gold.where !== undefined)
    differ(place !== undefined && shareWord(gold.where, place.name), "where", gold.where, place?.name);
  if (gold.part !== undefined) differ(event.part === gold.part, "part", gold.part, event.part);
  if (gold.mutual) differ(event.mutual, "mutual", "true", String(event.mutual));
  return out;
}

function names(participants: readonly Participant[]): string {
  return participants
    .filter(({ actor }) => actor.known)
    .map(({ actor }) => whoName(actor))
    .join(", ");
}
