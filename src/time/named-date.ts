import { dateOf, dayOf, daysInMonth, easter, mondayOf, weekdayOf } from "./calendar.js";
import { inCalendar } from "./duration.js";
import type { Meaning } from "./meaning.js";
import { dayNumber, type Moment, momentOfDay, nthWeekday, weekendOf } from "./moment.js";
import { deicticPart, namesPart, nearestPart, partOfYear } from "./part-of-year.js";
import {
  type Anchors,
  NO_ANCHOR,
  NO_DATE,
  NO_YEAR,
  onPublication,
  type Placed,
  relationTo,
  unresolved,
} from "./placed.js";
import type { Tense } from "./tense.js";
import { loadVocabulary } from "./vocabulary.js";

/** Why a stated date is none of the calendar; undefined where it is one. */
export function badDate({ year, month, day, quarter, half, century }: Meaning): string | undefined {
  if (year !== undefined && !inCalendar(year))
    return `there is no year ${year} in the calendar that is used here`;
  if (month !== undefined && (month < 1 || month > 12)) return `there is no month ${month}`;
  if (quarter !== undefined && (quarter < 1 || quarter > 4)) return `a year has no quarter ${quarter}`;
  if (half !== undefined && (half < 1 || half > 2)) return `a year has no half ${half}`;
  if (century !== undefined && (century < 1 || century > 99)) return `there is no century ${century}`;
  if (day !== undefined && month !== undefined && (day < 1 || day > daysInMonth(month, year)))
    return `month ${month} has no day ${day}${year === undefined ? "" : ` in ${year}`}`;
  return undefined;
}

/**
 * Places a date that has a name of its own: a year, month, day, weekday, season, holiday. What the text leaves out
 * comes from the day of publication (days since 1970, where known) and the tense of the clause.
 */
export function placeNamed(
  meaning: Meaning,
  published: number | undefined,
  tense: Tense | undefined,
  anchors: Anchors,
): Placed {
  const { year, month, day, weekday, offset } = meaning;
  if (meaning.decade !== undefined)
    return { moment: { unit: "decade", decade: meaning.decade }, basis: "stated" };
  if (meaning.century !== undefined)
    return { moment: { unit: "century", century: meaning.century - 1 }, basis: "stated" };
  if (meaning.weekend) return weekend(meaning.offset ?? 0, published, tense);
  if (meaning.holiday !== undefined) return holiday(meaning, published, tense);
  if (year !== undefined) return stated(meaning, year);
  if (month !== undefined && day !== undefined) return monthDay(month, day, weekday, published, tense);
  if (namesPart(meaning)) {
    if (published === undefined) return unresolved(NO_YEAR, partOfYear(meaning));
    const placed =
      offset === undefined ? nearestPart(meaning, published, tense) : deicticPart(meaning, published, offset);
    return onPublication(placed);
  }
  if (weekday === undefined) return unresolved("names no date of the calendar");
  if (meaning.anchor !== "before") return weekdayAt(meaning, weekday, published, tense);
  const anchor = anchors.latest((m) => dayNumber(m) !== undefined);
  if (!anchor) return unresolved(NO_ANCHOR, { unit: "day", weekday });
  const placed = weekdayAt(meaning, weekday, dayNumber(anchor.moment), "past");
  return { ...placed, basis: "another date", anchor: anchor.span };
}

function stated(meaning: Meaning, year: number): Placed {
  const { month, day, weekday } = meaning;
  if (month === undefined || day === undefined) return { moment: partOfYear(meaning, year), basis: "stated" };
  const at = dayOf({ year, month, day });
  const placed: Placed = { moment: momentOfDay(at), basis: "stated" };
  if (weekday === undefined || weekdayOf(at) === weekday) return placed;
  return { ...placed, reason: "the weekday that the text gives is not that of the date" };
}

/** News says "Friday" of a day six days gone about never; of the next day often, where it happens further east. */
const NEXT_DAY =
  "told as past though it is the day after the report's date: another time zone, or a later version";

/** A weekday as seen from a day: "last" before it, "next" after it, else by the tense. */
function weekdayAt(
  meaning: Meaning,
  weekday: number,
  from: number | undefined,
  tense: Tense | undefined,
): Placed {
  const { offset } = meaning;
  if (from === undefined) {
    const relation = offset === undefined ? undefined : relationTo("publication date", "week", offset);
    return unresolved(`${NO_DATE}, so the week is not`, { unit: "day", weekday }, relation);
  }
  const back = (weekdayOf(from) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  let day: number;
  if (offset === -1) day = from - (back || 7);
  else if (offset === 1) day = from + (ahead || 7);
  else if (offset === 0) day = tense === "past" ? from - back : from + ahead;
  else if (tense === "future") day = from + ahead;
  else if (tense === "past") day = back === 6 ? from + 1 : from - back;
  else day = tense === undefined || back <= 3 ? from - back : from + ahead;
  if (meaning.day !== undefined && dateOf(day).day !== meaning.day)
    day = nearestWithDay(from, weekday, meaning.day) ?? day;
  const placed = onPublication(momentOfDay(day));
  const nextDay = offset === undefined && tense === "past" && day === from + 1;
  return nextDay ? { ...placed, reason: NEXT_DAY } : placed;
}

/** The day nearest to another that is a given weekday and day of the month ("Friday the 13th"), within a year. */
function nearestWithDay(day: number, weekday: number, dayOfMonth: number): number | undefined {
  for (let distance = 0; distance < 366; distance++) {
    for (const candidate of [day - distance, day + distance]) {
      if (weekdayOf(candidate) === weekday && dateOf(candidate).day === dayOfMonth) return candidate;
    }
  }
  return undefined;
}

/** Days that count against a year which the tense, or a stated weekday, speaks against. */
const AGAINST_TENSE = 180;
const AGAINST_WEEKDAY = 400;

function against(tense: Tense | undefined, day: number, from: number): number {
  return (tense === "past" && day > from) || (tense === "future" && day < from) ? AGAINST_TENSE : 0;
}

function monthDay(
  month: number,
  day: number,
  weekday: number | undefined,
  published: number | undefined,
  tense: Tense | undefined,
): Placed {
  const moment: Moment = { unit: "day", month, day };
  if (published === undefined) return unresolved(NO_YEAR, moment);
  const { year } = dateOf(published);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const y of [year - 1, year, year + 1]) {
    if (day > daysInMonth(month, y)) continue;
    const at = dayOf({ year: y, month, day });
    const other = weekday !== undefined && weekdayOf(at) !== weekday;
    const cost = Math.abs(at - published) + against(tense, at, published) + (other ? AGAINST_WEEKDAY : 0);
    if (cost < least) {
      least = cost;
      best = at;
    }
  }
  return best === undefined
    ? unresolved("no year near the report has that day", moment)
    : onPublication(momentOfDay(best));
}

/** "The weekend" said from Monday to Wednesday is the one that is over, later in the week the one that comes. */
function weekend(offset: number, published: number | undefined, tense: Tense | undefined): Placed {
  const relation = relationTo("publication date", "week", offset);
  if (published === undefined) return unresolved(NO_DATE, { unit: "weekend" }, relation);
  const weekday = weekdayOf(published);
  const over = weekday < 4 ? tense !== "future" : weekday < 6 && tense === "past";
  const weeks = offset === 0 && over ? -1 : offset;
  return onPublication(weekendOf(mondayOf(published) + weeks * 7));
}

function holiday(meaning: Meaning, published: number | undefined, tense: Tense | undefined): Placed {
  const rule = loadVocabulary().holidays.find((h) => h.name === meaning.holiday)!;
  const inYear = (year: number): number => {
    if (rule.easter !== undefined) return dayOf(easter(year)) + rule.easter;
    if (rule.day !== undefined) return dayOf({ year, month: rule.month!, day: rule.day });
    return nthWeekday(year, rule.month!, rule.weekday!, rule.nth!) + (rule.after ?? 0);
  };
  if (meaning.year !== undefined) return { moment: momentOfDay(inYear(meaning.year)), basis: "stated" };
  if (published === undefined) {
    const fixed = rule.day === undefined ? {} : { month: rule.month!, day: rule.day };
    return unresolved(NO_YEAR, { unit: "day", ...fixed });
  }
  const { year } = dateOf(published);
  const days = [inYear(year - 1), inYear(year), inYear(year + 1)];
  const past = days.filter((d) => d < published + (meaning.offset === -1 ? 0 : 1)).at(-1)!;
  const ahead = days.find((d) => d >= published)!;
  if (meaning.offset === 1) return onPublication(momentOfDay(ahead));
  if (meaning.offset === -1) return onPublication(momentOfDay(past));
  const toAhead = ahead - published + against(tense, ahead, published);
  const toPast = published - past + against(tense, past, published);
  return onPublication(momentOfDay(toAhead < toPast ? ahead : past));
}
