import { dateOf, dayOf, parseDate } from "./calendar.js";
import { calendarUnit, inCalendar } from "./duration.js";
import type { Meaning, Unit } from "./meaning.js";
import { addUnits, dayNumber, intervalOf, type Moment, momentOfDay, unitOfDay } from "./moment.js";
import { namesPart, partOfYear } from "./part-of-year.js";
import {
  type Anchor,
  type Anchors,
  NO_ANCHOR,
  NO_DATE,
  onPublication,
  type Placed,
  relationTo,
  unresolved,
} from "./placed.js";

/** Places "last week", "that year", "the third quarter of last year", "Monday of next week". */
export function placeDeictic(meaning: Meaning, published: number | undefined, anchors: Anchors): Placed {
  const unit = meaning.unit!;
  const offset = meaning.offset ?? 0;
  if (meaning.anchor === "before" || meaning.anchor === "quarter")
    return fromBefore(meaning, unit, offset, anchors);
  const relation = relationTo("publication date", unit, offset);
  if (published === undefined)
    return unresolved(NO_DATE, inside(meaning, { unit: calendarUnit(unit) }), relation);
  const { year } = dateOf(published);
  let moment: Moment | undefined;
  if (unit === "decade") moment = { unit, decade: Math.floor(year / 10) + offset };
  else if (unit === "century") moment = { unit, century: Math.floor(year / 100) + offset };
  else {
    const here = unitOfDay(published, unit);
    moment = here && addUnits(here, unit, offset);
  }
  if (!moment) return unresolved("no such unit of the calendar", undefined, relation);
  return onPublication(inside(meaning, moment), relation);
}

function fromBefore(meaning: Meaning, unit: Unit, offset: number, anchors: Anchors): Placed {
  const relation = relationTo("another date", unit, offset);
  const nothing: Moment = { unit: calendarUnit(unit) };
  const base =
    meaning.anchor === "quarter" || unit === "quarter"
      ? quarterBefore(meaning, anchors)
      : unitBefore(unit, anchors);
  if (!base) return unresolved(NO_ANCHOR, nothing, relation);
  const moment = addUnits(base.moment, unit, offset);
  if (!moment) {
    return {
      ...unresolved("the date before it is not known well enough", nothing, relation),
      anchor: base.span,
    };
  }
  return { moment: inside(meaning, moment), basis: "another date", anchor: base.span };
}

/** Puts a month, quarter, weekday and so on into the year or week that a deictic named. */
function inside(meaning: Meaning, moment: Moment): Moment {
  const { month, day, weekday } = meaning;
  if (moment.unit === "year" && month !== undefined && day !== undefined) {
    return moment.year === undefined
      ? { unit: "day", month, day }
      : momentOfDay(dayOf({ year: moment.year, month, day }));
  }
  if (moment.unit === "year" && namesPart(meaning)) return partOfYear(meaning, moment.year);
  if (moment.unit === "week" && weekday !== undefined) {
    const interval = intervalOf(moment);
    if (!interval) return { unit: "day", weekday };
    return momentOfDay(dayOf(parseDate(interval.start)!) + weekday - 1);
  }
  return moment;
}

/** The year, month, week or day named last. */
function unitBefore(unit: Unit, anchors: Anchors): Pick<Anchor, "moment" | "span"> | undefined {
  const anchor = anchors.latest((m) => unitOf(m, unit) !== undefined);
  return anchor && { moment: unitOf(anchor.moment, unit)!, span: anchor.span };
}

function unitOf(moment: Moment, unit: Unit): Moment | undefined {
  const { year, month } = moment;
  const day = dayNumber(moment);
  if (unit === "day") return moment.unit === "day" ? moment : undefined;
  if (unit === "week")
    return moment.unit === "week" ? moment : day === undefined ? undefined : unitOfDay(day, "week");
  if (unit === "month") return month === undefined ? undefined : partOfYear({ month }, year);
  return unit === "year" && year !== undefined ? { unit, year } : undefined;
}

/** The quarter named last, else the month or year: what "the year-ago quarter" is compared with. */
function quarterBefore(meaning: Meaning, anchors: Anchors): Pick<Anchor, "moment" | "span"> | undefined {
  const anchor =
    anchors.latest((m) => m.unit === "quarter") ??
    anchors.latest((m) => m.unit === "month" || m.unit === "year");
  const { quarter } = meaning;
  if (!anchor || quarter === undefined || anchor.moment.year === undefined) return anchor;
  return { moment: { unit: "quarter", year: anchor.moment.year, quarter }, span: anchor.span };
}

/** So many hours after a day was named, it is still that day. */
const HOURS = 4;

/** Sentences over which a report goes on comparing the quarter that it named. */
const COMPARES = 3;

/**
 * Places "two years ago" and "a day later": so many units from the report, or from the date before it in the text. "A
 * year ago" beside a quarter is the same quarter of the year before, with which its figures are compared.
 */
export function placeShift(
  meaning: Meaning,
  published: number | undefined,
  anchors: Anchors,
  sentence: number,
): Placed {
  const { count } = meaning;
  const unit = meaning.unit!;
  const sign = meaning.offset ?? 1;
  const before = meaning.anchor === "before";
  const to = before ? "another date" : "publication date";
  if (typeof count !== "number")
    return unresolved(
      "how many is not said",
      undefined,
      relationTo(to, unit, sign < 0 ? "earlier" : "later"),
    );
  const relation = relationTo(to, unit, sign * count);
  if (unit === "year" && sign * count === -1) {
    const quarter = anchors.quarterNear(sentence - COMPARES);
    const moment = quarter && addUnits(quarter.moment, "year", -1);
    if (moment) return { moment, basis: "another date", anchor: quarter.span };
  }
  const partOfDay = unit === "second" || unit === "minute" || unit === "hour";
  const day = partOfDay && before ? anchors.latest((m) => m.unit === "day") : undefined;
  // "An hour later" is the same day, as far as a report tells.
  if (day && count <= HOURS) return { moment: day.moment, basis: "another date", anchor: day.span, relation };
  if (partOfDay || unit === "unknown")
    return unresolved("the time of day that it counts from is not known", undefined, relation);
  const nothing: Moment = { unit: calendarUnit(unit) };
  const anchor = before ? anchors.latest((m) => addUnits(m, unit, 0) !== undefined) : undefined;
  if (before && !anchor) return unresolved(NO_ANCHOR, nothing, relation);
  const base = anchor?.moment ?? (published === undefined ? undefined : momentOfDay(published));
  if (!base) return unresolved(NO_DATE, nothing, relation);
  const moment = addParts(base, unit, sign * count);
  if (!moment || (moment.year !== undefined && !inCalendar(moment.year)))
    return unresolved("the calendar does not say which", nothing, relation);
  return anchor
    ? { moment, basis: "another date", anchor: anchor.span, relation }
    : onPublication(moment, relation);
}

/** "a year and a half ago" is 18 months ago. */
function addParts(base: Moment, unit: Unit, count: number): Moment | undefined {
  if (Number.isInteger(count)) return addUnits(base, unit, count);
  return unit === "year"
    ? addUnits(base, "month", Math.round(count * 12))
    : addUnits(base, unit, Math.trunc(count));
}
