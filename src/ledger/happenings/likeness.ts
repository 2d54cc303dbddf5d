import { daysFrom } from "../../record/day.js";
import { eventFamilies } from "./families.js";
import { areOpposed, type Party } from "./party.js";
import type { Profile } from "./profile.js";
import { HAPPENING_POINTS as POINTS } from "./rules.js";

/** How much speaks for two profiles' telling of the same thing, and what. */
export interface Likeness {
  readonly points: number;
  /** For people, what counts most first. */
  readonly reasons: readonly string[];
}

/** Reasons are put into words only where somebody reads them: most pairs are compared for their points alone. */
type Evidence = readonly [points: number, reason?: () => string];

/**
 * What speaks for and against two profiles' telling of the same thing, in points that add up; undefined where they
 * cannot: one is done and the other only wanted, other people did it, or it was on another day.
 */
export function likeness(a: Profile, b: Profile, sameReport: boolean): Likeness | undefined {
  const evidence = evidenceOf(a, b, sameReport);
  if (!evidence) return undefined;
  return {
    points: sumOf(evidence),
    reasons: evidence
      .sort((x, y) => y[0] - x[0])
      .flatMap(([points, reason]) => (reason && points > 0 ? [reason()] : [])),
  };
}

/** The points of `likeness` alone. */
export function likenessPoints(a: Profile, b: Profile, sameReport: boolean): number | undefined {
  const evidence = evidenceOf(a, b, sameReport);
  return evidence && sumOf(evidence);
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, [points]) => sum + points, 0);
}

function evidenceOf(a: Profile, b: Profile, sameReport: boolean): Evidence[] | undefined {
  if (a.reality !== b.reality) return undefined;
  const words = !sameReport && haveSameQuotation(a, b);
  // The same words were said once, whatever day a report's date makes of "Friday".
  const time = timeOf(a, b, sameReport) ?? (words ? [0] : undefined);
  const type = time && typeOf(a, b);
  if (!type) return undefined;
  const evidence = [type];
  for (const found of whoOf(a, b)) {
    if (!found) return undefined;
    evidence.push(found);
  }
  const said = isSpoken(a) && isSpoken(b);
  if (words) evidence.push([POINTS.sameQuotation, () => "they quote the same words"]);
  evidence.push(time, [said ? POINTS.spoken : 0], ...wordsOf(a, b, said), ...circumstances(a, b));
  if (isOtherKind(a, b)) evidence.push([POINTS.otherKind]);
  else if (isDoneToOthers(a, b, sameReport)) evidence.push([POINTS.otherObject]);
  return evidence;
}

function typeOf(a: Profile, b: Profile): Evidence | undefined {
  const same = a.types.find((type) => b.types.includes(type));
  if (same) return [POINTS.sameType, () => `both are ${same}`];
  const { of } = eventFamilies();
  const families = new Set(a.types.flatMap((type) => of.get(type)!));
  const alike = b.types.some((type) => of.get(type)!.some((family) => families.has(family)));
  return alike ? [POINTS.likeType, () => `${a.types[0]} and ${b.types[0]} may be one act`] : undefined;
}

/** By whom and against whom; for mutual acts the sides may be swapped. */
function whoOf(a: Profile, b: Profile): (Evidence | undefined)[] {
  if (a.mutual || b.mutual) {
    const [first, second] = [
      [...a.sources, ...a.targets],
      [...b.sources, ...b.targets],
    ];
    const [all, others] = [codesOf(first), codesOf(second)];
    const shared = all.filter((code) => others.includes(code));
    const fewest = Math.min(all.length, others.length);
    if (fewest > 0 && shared.length === 0) return [undefined];
    const whole = shared.length > 1 || (fewest > 0 && shared.length === fewest);
    return [
      whole ? [POINTS.sameSource, () => `between ${shared.join(", ")}`] : [0],
      samePeople(first, second, a, b),
    ];
  }
  const sources = sides(a.sources, b.sources);
  if (sources === "other") return [undefined];
  const targets = sides(a.targets, b.targets);
  return [
    sources ? [POINTS.sameSource, () => `by ${sources}`] : [0],
    targets === "other"
      ? [POINTS.otherTarget]
      : targets
        ? [POINTS.sameTarget, () => `against or to ${targets}`]
        : [0],
    samePeople(a.sources, b.sources, a, b),
  ];
}

/** The codes that both sides have; "other" where they have none in common; undefined where one is unknown. */
function sides(a: readonly Party[], b: readonly Party[]): string | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const shared = a.filter((one) => b.some((other) => other.code === one.code && !areOpposed(one, other)));
  return shared.length === 0 ? "other" : codesOf(shared).join(", ");
}

function codesOf(parties: readonly Party[]): string[] {
  return [...new Set(parties.map(({ code }) => code))].sort();
}

/** Two statements by two people of one government are two. */
function samePeople(first: readonly Party[], second: readonly Party[], a: Profile, b: Profile): Evidence {
  const [people, others] = [first, second].map((side) => side.flatMap(({ person }) => person ?? []));
  if (people!.length === 0 || others!.length === 0) {
    const [bodies, rest] = [first, second].map((side) => side.flatMap(({ agency }) => agency ?? []));
    if (bodies!.length === 0 || rest!.length === 0) return [0];
    return bodies!.some((agency) => rest!.includes(agency)) ? [POINTS.samePerson] : [0];
  }
  const same = people!.find((person) => others!.includes(person));
  if (same) return [POINTS.samePerson, () => `by ${same}`];
  return isSpoken(a) && isSpoken(b) ? [POINTS.otherPerson] : [0];
}

function isSpoken({ types }: Profile): boolean {
  const { spoken } = eventFamilies();
  return types.some((type) => spoken.has(type));
}

function timeOf(a: Profile, b: Profile, sameReport: boolean): Evidence | undefined {
  if (a.from && b.from) return datesOf(a, b);
  if (sameReport) return [0];
  const [x, y] = [a.from ?? a.published, b.from ?? b.published];
  if (!x || !y) return [POINTS.noDate];
  const apart = Math.abs(daysFrom(x, y));
  if (!a.from && !b.from) {
    const near = POINTS.published.find(({ days }) => apart <= days)!;
    return [near.points, () => `told ${told(apart)}`];
  }
  // News tells of what was, so that an act without a date lies on or before the day of publication.
  const after = a.from ? daysFrom(a.from, b.published!) : daysFrom(b.from!, a.published!);
  const near = POINTS.dated.find(({ days }) => Math.abs(after) <= days)!;
  return [near.points, () => `told ${told(Math.abs(after))} of it`];
}

function told(days: number): string {
  return days === 0 ? "on the same day" : `within ${days} ${days === 1 ? "day" : "days"}`;
}

function datesOf(a: Profile, b: Profile): Evidence | undefined {
  const precise = [a, b].every(({ from, to }) => daysFrom(from!, to!) <= 2);
  if (a.from! < b.to! && b.from! < a.to!) {
    return precise
      ? [POINTS.sameDay, () => `on ${[a.from!, b.from!].sort()[1]}`]
      : [POINTS.sameTime, () => "the dates agree"];
  }
  const gap = Math.max(daysFrom(a.to!, b.from!), daysFrom(b.to!, a.from!));
  // Where it is night at one end of the world, it is the next day at the other.
  return precise && gap === 0 ? [POINTS.nextDay, () => "the dates are a day apart"] : undefined;
}

/** A profile is compared with many others. */
const known = new WeakMap<Profile, ReadonlyMap<string, number>>();

function weightsOf(profile: Profile): ReadonlyMap<string, number> {
  let weights = known.get(profile);
  if (!weights) {
    weights = new Map(profile.words);
    known.set(profile, weights);
  }
  return weights;
}

function wordsOf(a: Profile, b: Profile, said: boolean): Evidence[] {
  const trigger = a.triggers.find((word) => b.triggers.includes(word));
  const weights = weightsOf(b);
  let sum = 0;
  for (const [word, weight] of a.words) sum += weight * (weights.get(word) ?? 0);
  // Weights have three decimals: so rounded, it is the same whichever comes first.
  const cosine = Math.round(sum * 1e6) / 1e6;
  return [
    trigger === undefined ? [0] : [POINTS.sameTrigger, () => `both say “${trigger}”`],
    [
      (said ? POINTS.wordsOfSpeech : POINTS.words) * cosine,
      () => `they share ${sharedWords(a.words, weights)}`,
    ],
  ];
}

/** The words that count most for both. */
function sharedWords(words: Profile["words"], others: ReadonlyMap<string, number>): string {
  return words
    .map(([word, weight]) => [word, weight * (others.get(word) ?? 0)] as const)
    .filter(([, worth]) => worth > 0)
    .sort((x, y) => y[1] - x[1])
    .slice(0, 4)
    .map(([word]) => word)
    .join(", ");
}

/**
 * To suspend imports is not to enforce sanctions. Within a report the same word tells the same act, whatever it says that
 * it was done to: "fired a missile", "fired the projectile".
 */
function isDoneToOthers(a: Profile, b: Profile, sameReport: boolean): boolean {
  const [objects, others] = [a.objects ?? [], b.objects ?? []];
  if (objects.length === 0 || others.length === 0 || shareWords(objects, others)) return false;
  return !sameReport || !shareWords(a.triggers, b.triggers);
}

/** A missile test is no nuclear test; "a test of a nuclear bomb" may be one. */
function isOtherKind(a: Profile, b: Profile): boolean {
  const [kinds, others] = [a, b].map(({ kinds, objects }) =>
    kinds || objects ? [...(kinds ?? []), ...(objects ?? [])] : [],
  );
  if (!a.kinds && !b.kinds) return false;
  return kinds!.length > 0 && others!.length > 0 && !shareWords(kinds!, others!);
}

function haveSameQuotation({ quoted = [] }: Profile, other: Profile): boolean {
  return quoted.some((stretch) => other.quoted?.includes(stretch));
}

function shareWords(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.includes(word));
}

function circumstances(a: Profile, b: Profile): Evidence[] {
  const quantity = a.quantities.find((q) => b.quantities.includes(q));
  return [
    a.place && b.place
      ? a.place === b.place
        ? [POINTS.samePlace, () => `in ${a.place}`]
        : [POINTS.otherPlace]
      : [0],
    quantity ? [POINTS.sameQuantity, () => quantity] : [0],
    a.ordinal !== undefined && a.ordinal === b.ordinal
      ? [POINTS.sameOrdinal, () => `both are number ${a.ordinal} of their kind`]
      : [0],
    a.several === b.several ? [0] : [POINTS.otherNumber],
    a.past === b.past ? [0] : [POINTS.otherPast],
  ];
}
