import { ancestors, children } from "../../language/tree.js";
import type { Reading } from "../../reading/reading.js";
import { daysFrom } from "../../record/day.js";
import { identifier } from "../../record/identifier.js";
import { overlaps, type Span } from "../../record/span.js";
import { sentenceAt } from "../sentence-at.js";
import { eventFamilies } from "./families.js";
import { type Likeness, likeness, likenessPoints } from "./likeness.js";
import type { Party } from "./party.js";
import { codesBySentence, normal, type Profile, pointsBack, profileOf } from "./profile.js";
import { OTHER_NEWS, POINTS_BACK, SAME_IN_REPORT } from "./rules.js";

/** Events of one report that tell of the same thing. */
export interface Telling {
  /** Made from what it holds: the same telling always has the same one. */
  readonly id: string;
  readonly report: string;
  /** ISO 8601 date by which it is found; empty where neither it nor its report has one. */
  readonly day: string;
  readonly profile: Profile;
  /** Why each event but the first tells of the same thing as one before it. */
  readonly joined: readonly JoinedEvent[];
}

export interface JoinedEvent {
  readonly event: string;
  readonly nearest: string;
  readonly points: number;
  readonly reasons: readonly string[];
}

interface Draft {
  profile: Profile;
  readonly joined: JoinedEvent[];
  readonly each: ToldEvent[];
}

/** An event in its report. */
interface ToldEvent {
  readonly profile: Profile;
  /** Index of its sentence; -1 where it is in none. */
  readonly sentence: number;
  /** Points where it takes up what was told before. */
  readonly back: number;
  /** Indices of the words whose clauses or phrases it stands in that lie before or after the rest of the sentence. */
  readonly times: readonly number[];
}

/**
 * The events of a report, grouped by what they tell of: each in text order goes to what it is most like among those
 * before it, of equals to the latest.
 * @param alone events that a person parted from others: they are told of by themselves
 */
export function tellingsOf(reading: Reading, alone: ReadonlySet<string> = new Set()): Telling[] {
  const drafts: Draft[] = [];
  const events = [...reading.events].sort((a, b) => a.trigger.start - b.trigger.start);
  const codes = codesBySentence(reading);
  for (const event of events) {
    const told: ToldEvent = {
      profile: profileOf(reading, event, codes),
      sentence: sentenceAt(reading.analysis, event.trigger)?.index ?? -1,
      back: pointsBack(reading, event) ? POINTS_BACK : 0,
      times: timesAround(reading, event.trigger),
    };
    const best = alone.has(event.id) ? undefined : bestOf(told, drafts, alone);
    if (!best) drafts.push({ profile: told.profile, joined: [], each: [told] });
    else join(best.draft, told, best.found);
  }
  return drafts.map(({ profile, joined }) => telling(reading.report.id, profile, joined));
}

function bestOf(
  told: ToldEvent,
  drafts: readonly Draft[],
  alone: ReadonlySet<string>,
): { readonly draft: Draft; readonly found: Likeness } | undefined {
  let best: { draft: Draft; points: number } | undefined;
  for (const draft of drafts.slice(-MOST_BEFORE)) {
    if (alone.has(draft.profile.events[0]!) || isBeside(told, draft)) continue;
    const points = likenessPoints(told.profile, draft.profile, true);
    if (points === undefined || points + told.back + newsOf(told, draft) < SAME_IN_REPORT) continue;
    if (!best || points >= best.points) best = { draft, points };
  }
  return best && { draft: best.draft, found: likeness(told.profile, best.draft.profile, true)! };
}

/**
 * No sentence tells one act twice in other words ("condemned the launch and urged restraint"), or before or after itself
 * ("the first test since they tested a bomb").
 */
function isBeside({ profile, sentence, times }: ToldEvent, draft: Draft): boolean {
  const beside = sentence < 0 ? [] : draft.each.filter((other) => other.sentence === sentence);
  if (beside.length === 0) return false;
  if (beside.some((other) => other.times.join() !== times.join())) return true;
  return !profile.triggers.some((word) => draft.profile.triggers.includes(word));
}

/** The words above a trigger, itself among them, that "after" or the like puts at another time than what they depend on. */
function timesAround({ analysis }: Reading, trigger: Span): number[] {
  const { apart } = eventFamilies();
  const { first, last } = sentenceAt(analysis, trigger) ?? { first: 0, last: 0 };
  const head = analysis.words.slice(first, last).findLast((word) => overlaps(word, trigger));
  return (head ? ancestors(analysis, head) : [])
    .filter((word) =>
      children(analysis, word).some(
        (c) => (c.deprel === "mark" || c.deprel === "case") && apart.has(c.lemma.toLowerCase()),
      ),
    )
    .map(({ index }) => index);
}

/** What a report tells without a date is mostly its news, not what it dates back; but a date goes on for a while. */
function newsOf({ profile, sentence }: ToldEvent, { profile: before, each }: Draft): number {
  const [dated, undated] = profile.from ? [profile, before] : [before, profile];
  if (!dated.to || undated.from || undated.past || !dated.published) return 0;
  if (daysFrom(dated.to, dated.published) <= NEWS_DAYS) return 0;
  const goesOn = dated === before && sentence - each.at(-1)!.sentence <= GOES_ON;
  return goesOn ? 0 : OTHER_NEWS;
}

const NEWS_DAYS = 3;
/** Sentences. */
const GOES_ON = 2;

/** Tellings further back are not looked at: it bounds the work. */
const MOST_BEFORE = 60;

function join(draft: Draft, told: ToldEvent, found: Likeness): void {
  const { profile } = told;
  const nearest = draft.each.at(-1)!.profile;
  draft.joined.push({
    event: profile.events[0]!,
    nearest: nearest.events[0]!,
    points: Number(found.points.toFixed(2)),
    reasons: found.reasons,
  });
  draft.each.push(told);
  draft.profile = merged(draft.profile, profile);
}

/** What both tell together; the finer date counts. */
function merged(a: Profile, b: Profile): Profile {
  const words = new Map(a.words);
  for (const [word, weight] of b.words) words.set(word, (words.get(word) ?? 0) + weight);
  const dated = finer(a, b);
  const objects = union(a.objects ?? [], b.objects ?? []);
  const kinds = union(a.kinds ?? [], b.kinds ?? []);
  const ordinal = a.ordinal ?? b.ordinal;
  const quoted = union(a.quoted ?? [], b.quoted ?? []);
  const place = a.place ?? b.place;
  const { from, to, place: _, ...rest } = a;
  return {
    ...rest,
    events: [...a.events, ...b.events],
    types: union(a.types, b.types),
    sources: bothParties(a.sources, b.sources),
    targets: bothParties(a.targets, b.targets),
    mutual: a.mutual || b.mutual,
    about: union(a.about, b.about).sort(),
    ...(dated && { from: dated.from!, to: dated.to! }),
    past: a.past && b.past,
    several: a.several && b.several,
    triggers: union(a.triggers, b.triggers),
    ...(objects.length > 0 && { objects }),
    ...(kinds.length > 0 && { kinds }),
    ...(ordinal !== undefined && { ordinal }),
    ...(quoted.length > 0 && { quoted }),
    words: normal(words),
    ...(place && { place }),
    quantities: union(a.quantities, b.quantities),
  };
}

function finer(a: Profile, b: Profile): Profile | undefined {
  const length = ({ from, to }: Profile) =>
    from && to ? Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10)) : Number.POSITIVE_INFINITY;
  const best = length(b) < length(a) ? b : a;
  return best.from ? best : undefined;
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}

function bothParties(a: readonly Party[], b: readonly Party[]): Party[] {
  const key = ({ code, person }: Party) => `${code} ${person ?? ""}`;
  return [...new Map([...a, ...b].map((party) => [key(party), party])).values()];
}

function telling(report: string, profile: Profile, joined: readonly JoinedEvent[]): Telling {
  return {
    id: identifier("t", JSON.stringify([profile, joined])),
    report,
    day: (profile.from ?? profile.published ?? "").slice(0, 10),
    profile,
    joined,
  };
}
