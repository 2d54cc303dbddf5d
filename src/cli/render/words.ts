import { type Actor, actorCode } from "../../actor/actor.js";
import type { EventType, Participant } from "../../event/event.js";
import type { Reading } from "../../reading/reading.js";
import { dayAfter } from "../../record/day.js";
import { contains, cover, type Span, textOf } from "../../record/span.js";
import type { Value } from "../../record/value.js";
import { clean, type Piece, type Style, safe } from "./paragraph.js";

/** How many characters of an identifier are shown; `explain` takes any beginning that is unique. */
const SHORT_ID = 8;
/** Evidence that is further apart than this is joined by "…". */
const GAP = 40;
const LONGEST_PARTICIPANT = 60;

export function shortId(id: string): string {
  return id.slice(0, SHORT_ID);
}

/** "CHN.GOV Geng Shuang", "USA.GOV Department of the Treasury", "CHN". */
export function actorName(actor: Actor): string {
  return clean([actorCode(actor), actor.person ?? actor.agency].filter(Boolean).join(" "));
}

/** The participant's code and name; its words where nobody is known. */
function participantName(reading: Reading, participant: Participant): string {
  if (participant.actor.known) return actorName(participant.actor.value);
  if (!participant.span) return "?";
  const words = clean(textOf(reading.report.text, participant.span));
  return `? “${words.length > LONGEST_PARTICIPANT ? `${words.slice(0, LONGEST_PARTICIPANT).trimEnd()}…` : words}”`;
}

/** All that are known or at least named, joined by commas; "" where there are none. */
export function participantNames(reading: Reading, participants: readonly Participant[]): string {
  return participants
    .filter(({ actor, span }) => actor.known || span)
    .map((participant) => participantName(reading, participant))
    .join(", ");
}

/** "not named" and the like, for values that a line must name. */
export function valueOr<T>(value: Value<T>, otherwise: string): T | string {
  return value.known ? value.value : otherwise;
}

/**
 * The words of spans that belong together, in text order: near ones as they stand, far ones joined by "…";
 * `emphasis` is underlined.
 */
export function quoteSpans(text: string, spans: readonly Span[], emphasis?: Span): Piece[] {
  const groups: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last && span.start - last.end <= GAP) groups[groups.length - 1] = cover([last, span]);
    else groups.push(span);
  }
  return groups.flatMap((span, i): Piece[] => {
    const before: Piece[] = i > 0 ? [{ text: " … " }] : [];
    if (!emphasis || !contains(span, emphasis)) return [...before, { text: safe(textOf(text, span)) }];
    return [
      ...before,
      { text: safe(text.slice(span.start, emphasis.start)) },
      { text: safe(textOf(text, emphasis)), style: "underline" },
      { text: safe(text.slice(emphasis.end, span.end)) },
    ];
  });
}

/** The time's words, with the day or days where they are known. */
export function timeWords(reading: Reading, index: number | undefined): string | undefined {
  const time = index === undefined ? undefined : reading.times[index];
  if (!time) return undefined;
  const words = clean(textOf(reading.report.text, time));
  if (!time.interval) return words;
  const { start, end } = time.interval;
  const last = dayBefore(end);
  const days = last === undefined || last <= start ? start : `${start} to ${last}`;
  return days === words ? words : `${words} (${days})`;
}

/** The day before an ISO 8601 calendar date; undefined for anything else. */
function dayBefore(date: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  return Number.isNaN(Date.parse(date)) ? undefined : dayAfter(date, -1);
}

export function placeWords(reading: Reading, index: number | undefined): string | undefined {
  const place = index === undefined ? undefined : reading.places[index];
  if (!place) return undefined;
  const name = clean(place.name);
  return place.country && place.precision !== "country" ? `${name}, ${place.country}` : name;
}

/** What a speaker does by saying something, for event types that are acts of speech. */
const ACTS: Partial<Record<EventType, string>> = {
  AGREE: "agrees with",
  SUPPORT: "supports",
  CONCEDE: "yields to",
  REQUEST: "asks",
  ACCUSE: "accuses",
  REJECT: "refuses",
  THREATEN: "threatens",
};

export function act(type: EventType): string | undefined {
  return ACTS[type];
}

/** Colours by PLOVER's four quadrants: cooperation green, conflict in words yellow, in deeds red. */
const QUADRANTS: Record<EventType, Style> = {
  AGREE: "green",
  CONSULT: "green",
  SUPPORT: "green",
  CONCEDE: "green",
  COOPERATE: "green",
  AID: "green",
  RETREAT: "green",
  REQUEST: "yellow",
  ACCUSE: "yellow",
  REJECT: "yellow",
  THREATEN: "yellow",
  PROTEST: "red",
  SANCTION: "red",
  MOBILIZE: "red",
  COERCE: "red",
  ASSAULT: "red",
};

export function typeStyle(type: EventType): Style {
  return QUADRANTS[type];
}

/** "58 % sure" of a probability of 0.58. */
export function sureness(probability: number): string {
  return `${Math.round(100 * probability)} % sure`;
}
