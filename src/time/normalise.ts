import type { Analysis } from "../language/analysis.js";
import type { Span } from "../record/span.js";
import {
  addMonths,
  dateOf,
  dayOf,
  daysInMonth,
  easter,
  isoDate,
  mondayOf,
  parseDate,
  weekdayOf,
} from "./calendar.js";
import type { Expression, Meaning, Unit } from "./meaning.js";
import {
  addDays,
  addUnits,
  dayNumber,
  grainOf,
  intervalOf,
  type Moment,
  momentOfDay,
  nthWeekday,
  timexValue,
  unitOfDay,
  weekendOf,
} from "./moment.js";
import { type Tense, tenseAt } from "./tense.js";
import { loadVocabulary } from "./vocabulary.js";
import type { Grain, When } from "./when.js";

type Basis = When["basis"];

/** A moment with what it rests on; or none, with the reason. */
interface Placed {
  readonly moment?: Moment;
  readonly basis: Basis;
  readonly anchor?: Span;
  readonly reason?: string;
  readonly relation?: When["relation"];
}

interface Before {
  readonly moment: Moment;
  /** True for a date that was itself counted from one before it: "a year earlier" twice is the same year. */
  readonly counted: boolean;
  readonly span: Span;
  readonly sentence: number;
}

const HALF_YEAR = 180;
const NO_DATE = "the report's date is not known";
/** News says "Friday" of a day six days gone about never; of the next day often, where it happens further east. */
const NEXT_DAY =
  "told as past though it is the day after the report's date: another time zone, or a later version";
const NO_ANCHOR = "no date before it in the text to count from";

/**
 * Places expressions of time in the calendar. `published` is the report's date (ISO 8601) where it is known; nothing
 * else stands in for it. Dates are placed in text order, so that "a day later" counts from the date before it.
 */
export function normalise(
  analysis: Analysis,
  expressions: readonly Expression[],
  published: string | undefined,
): When[] {
  const date = published === undefined ? undefined : parseDate(published);
  const context = new Context(analysis, date ? dayOf(date) : undefined);
  const out: When[] = [];
  expressions.forEach((expression, i) => {
    out.push(context.read(expression, expressions, i));
  });
  return out;
}

class Context {
  /** Dates placed so far, in text order. */
  private readonly before: Before[] = [];

  constructor(
    private readonly analysis: Analysis,
    private readonly published: number | undefined,
  ) {}

  read(expression: Expression, all: readonly Expression[], at: number): When {
    const { meaning } = expression;
    switch (meaning.kind) {
      case "reference":
        return when(expression, "DATE", meaning.value ?? "XXXX-XX-XX", grainOfUnit(meaning.unit ?? "day"), {
          basis: "unresolved",
          reason: "names no date of the calendar",
        });
      case "duration":
        return this.duration(expression);
      case "set":
        return set(expression);
      case "since":
        return this.since(expression);
      case "clock":
        return this.clock(expression, all, at);
      default:
        return this.date(expression);
    }
  }

  private date(expression: Expression): When {
    const { meaning } = expression;
    let placed = this.place(expression);
    if (placed.moment && meaning.days) {
      const moment = addDays(placed.moment, meaning.days);
      placed = moment
        ? { ...placed, moment }
        : { basis: "unresolved", reason: "the calendar does not say which day" };
    }
    if (placed.moment && meaning.within) {
      const day = dayNumber(placed.moment);
      const moment = day === undefined ? undefined : unitOfDay(day, meaning.within);
      placed = moment ? { ...placed, moment } : { ...placed, moment: { unit: "week" } };
    }
    if (placed.moment)
      this.before.push({
        moment: placed.moment,
        counted: (meaning.kind === "shift" && meaning.unit === "year") || meaning.anchor === "quarter",
        span: expression,
        sentence: this.analysis.words[expression.first]!.sentence,
      });
    const hasTime = meaning.clock !== undefined || meaning.part !== undefined;
    const moment = placed.moment ?? unplaced(meaning);
    const value = typeof moment === "string" ? moment : timexValue(moment);
    const grain: Grain = typeof moment === "string" ? "day" : grainOf(moment);
    if (!hasTime) return when(expression, "DATE", value, grain, placed);
    const time = meaning.clock ? `T${meaning.clock}` : `T${meaning.part}`;
    return when(expression, "TIME", `${value}${time}`, meaning.clock ? "minute" : "day", placed);
  }

  /** Where a date lies. */
  private place(expression: Expression): Placed {
    const { meaning } = expression;
    const bad = badDate(meaning);
    if (bad) return { basis: "unresolved", reason: bad };
    if (meaning.kind === "shift") return this.shift(meaning);
    if (meaning.unit !== undefined) return this.deictic(meaning);
    if (meaning.part !== undefined && isBare(meaning)) return this.partOfThatDay();
    const tense = meaning.offset === undefined ? tenseAt(this.analysis, expression.first) : undefined;
    return this.named(meaning, tense);
  }

  /** Dates with a name of their own: a year, a month, a weekday, a holiday. */
  private named(meaning: Meaning, tense: Tense | undefined): Placed {
    const { year, month, day, weekday, quarter, half, season, offset } = meaning;
    if (meaning.decade !== undefined)
      return { moment: { unit: "decade", decade: meaning.decade }, basis: "stated" };
    if (meaning.century !== undefined)
      return { moment: { unit: "century", century: meaning.century - 1 }, basis: "stated" };
    if (meaning.weekend) return this.weekend(meaning, tense);
    if (meaning.holiday !== undefined) return this.holiday(meaning, tense);
    if (year !== undefined) {
      if (month !== undefined && day !== undefined) {
        const at = dayOf({ year, month, day });
        const agrees = weekday === undefined || weekdayOf(at) === weekday;
        const placed: Placed = { moment: momentOfDay(at), basis: "stated" };
        return agrees
          ? placed
          : { ...placed, reason: "the weekday that the text gives is not that of the date" };
      }
      return { moment: part({ month, quarter, half, season }, year), basis: "stated" };
    }
    if (month !== undefined && day !== undefined) return this.monthDay(meaning, tense);
    const P = this.published;
    if (month !== undefined || quarter !== undefined || half !== undefined || season !== undefined) {
      const fields = { month, quarter, half, season };
      if (P === undefined)
        return { moment: part(fields), basis: "unresolved", reason: `${NO_DATE}, so the year is not` };
      const moment = offset === undefined ? nearest(fields, P, tense) : offsetPart(fields, P, offset);
      return { moment, basis: "publication date" };
    }
    if (weekday !== undefined) return this.weekday(weekday, day, offset, tense, meaning.anchor === "before");
    return { basis: "unresolved", reason: "names no date of the calendar" };
  }

  private weekday(
    weekday: number,
    dayOfMonth: number | undefined,
    offset: number | undefined,
    tense: Tense | undefined,
    fromBefore: boolean,
  ): Placed {
    const unknown: Moment = { unit: "day", weekday };
    let P = this.published;
    let basis: Basis = "publication date";
    let anchor: Span | undefined;
    if (fromBefore) {
      const found = this.latest((m) => dayNumber(m) !== undefined);
      if (!found) return { moment: unknown, basis: "unresolved", reason: NO_ANCHOR };
      P = dayNumber(found.moment);
      basis = "another date";
      anchor = found.span;
    }
    if (P === undefined) {
      const relation = offset === undefined ? undefined : relationTo("publication date", "week", offset);
      const placed: Placed = {
        moment: unknown,
        basis: "unresolved",
        reason: `${NO_DATE}, so the week is not`,
      };
      return relation ? { ...placed, relation } : placed;
    }
    const back = (weekdayOf(P) - weekday + 7) % 7;
    const ahead = (weekday - weekdayOf(P) + 7) % 7;
    let day: number;
    if (offset === -1) day = P - (back || 7);
    else if (offset === 1) day = P + (ahead || 7);
    else if (offset === 0) day = fromBefore || tense === "past" ? P - back : P + ahead;
    else if (tense === "future") day = P + ahead;
    else if (tense === "past") day = back === 6 ? P + 1 : P - back;
    else day = tense === undefined || back <= 3 ? P - back : P + ahead;
    if (dayOfMonth !== undefined && dateOf(day).day !== dayOfMonth)
      day = nearestWithDay(P, weekday, dayOfMonth) ?? day;
    const placed: Placed = { moment: momentOfDay(day), basis, ...(anchor ? { anchor } : {}) };
    return tense === "past" && day === P + 1 ? { ...placed, reason: NEXT_DAY } : placed;
  }

  private monthDay(meaning: Meaning, tense: Tense | undefined): Placed {
    const month = meaning.month!;
    const day = meaning.day!;
    const P = this.published;
    if (P === undefined)
      return {
        moment: { unit: "day", month, day },
        basis: "unresolved",
        reason: `${NO_DATE}, so the year is not`,
      };
    const { year } = dateOf(P);
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const y of [year - 1, year, year + 1]) {
      if (day > daysInMonth(month, y)) continue;
      const at = dayOf({ year: y, month, day });
      // Half a year against the tense, and more against a stated weekday, before a nearer year is given up.
      const wrong = (tense === "past" && at > P) || (tense === "future" && at < P);
      const otherWeekday = meaning.weekday !== undefined && weekdayOf(at) !== meaning.weekday;
      const cost = Math.abs(at - P) + (wrong ? HALF_YEAR : 0) + (otherWeekday ? AGAINST_TENSE : 0);
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    return best === undefined
      ? {
          moment: { unit: "day", month, day },
          basis: "unresolved",
          reason: "no year near the report has that day",
        }
      : { moment: momentOfDay(best), basis: "publication date" };
  }

  private weekend(meaning: Meaning, tense: Tense | undefined): Placed {
    const P = this.published;
    const offset = meaning.offset ?? 0;
    if (P === undefined)
      return {
        moment: { unit: "weekend" },
        basis: "unresolved",
        reason: NO_DATE,
        relation: relationTo("publication date", "week", offset),
      };
    const monday = mondayOf(P);
    // "The weekend" said from Monday to Thursday is the one that is over, later in the week the one that is coming.
    const over = weekdayOf(P) < 4 ? tense !== "future" : weekdayOf(P) < 6 && tense === "past";
    if (offset === -1) return { moment: weekendOf(monday - 7), basis: "publication date" };
    if (offset === 1) return { moment: weekendOf(monday + 7), basis: "publication date" };
    return { moment: weekendOf(over ? monday - 7 : monday), basis: "publication date" };
  }

  private holiday(meaning: Meaning, tense: Tense | undefined): Placed {
    const rule = loadVocabulary().holidays.find((h) => h.name === meaning.holiday);
    if (!rule) return { basis: "unresolved", reason: "no such holiday in the list" };
    const inYear = (year: number): number => {
      if (rule.easter !== undefined) return dayOf(easter(year)) + rule.easter;
      if (rule.day !== undefined) return dayOf({ year, month: rule.month!, day: rule.day });
      return nthWeekday(year, rule.month!, rule.weekday!, rule.nth!) + (rule.after ?? 0);
    };
    if (meaning.year !== undefined) return { moment: momentOfDay(inYear(meaning.year)), basis: "stated" };
    const P = this.published;
    if (P === undefined) {
      const fixed: Moment =
        rule.day === undefined ? { unit: "day" } : { unit: "day", month: rule.month!, day: rule.day };
      return { moment: fixed, basis: "unresolved", reason: `${NO_DATE}, so the year is not` };
    }
    const { year } = dateOf(P);
    const days = [inYear(year - 1), inYear(year), inYear(year + 1)];
    const past = days.filter((d) => d < P + (meaning.offset === -1 ? 0 : 1)).at(-1)!;
    const ahead = days.find((d) => d >= P)!;
    // Half a year against the tense before a nearer year is given up, as for a month and day.
    const toAhead = ahead - P + (tense === "past" ? HALF_YEAR : 0);
    const toPast = P - past + (tense === "future" ? HALF_YEAR : 0);
    const nearer = toAhead < toPast ? ahead : past;
    const day = meaning.offset === 1 ? ahead : meaning.offset === -1 ? past : nearer;
    return { moment: momentOfDay(day), basis: "publication date" };
  }

  /** "last week", "that year", "the third quarter of last year", "Monday of next week". */
  private deictic(meaning: Meaning): Placed {
    const unit = meaning.unit!;
    const offset = meaning.offset ?? 0;
    const inside = this.inside(meaning);
    const base =
      meaning.anchor === "before" || meaning.anchor === "quarter"
        ? this.unitBefore(meaning, unit)
        : undefined;
    if (base) {
      const moment = base.moment && addUnits(base.moment, unit, offset);
      if (!moment) {
        const from: Placed = {
          moment: { unit: calendarUnit(unit) },
          basis: "unresolved",
          reason: base.moment ? "the date before it is not known well enough" : NO_ANCHOR,
          relation: relationTo("another date", unit, offset),
        };
        return base.span ? { ...from, anchor: base.span } : from;
      }
      return { moment: inside(moment) ?? moment, basis: "another date", anchor: base.span! };
    }
    const P = this.published;
    const relation = relationTo("publication date", unit, offset);
    if (P === undefined) {
      const moment = inside({ unit: calendarUnit(unit) }) ?? { unit: calendarUnit(unit) };
      return { moment, basis: "unresolved", reason: NO_DATE, relation };
    }
    const here = unitOfDay(P, unit);
    const long = unit === "decade" || unit === "century";
    const moment = long ? longUnit(P, unit, offset) : here && addUnits(here, unit, offset);
    if (!moment) return { basis: "unresolved", reason: "no such unit of the calendar", relation };
    return { moment: inside(moment) ?? moment, basis: "publication date", relation };
  }

  /** Puts a month, quarter, weekday and so on into the unit that a deictic named. */
  private inside(meaning: Meaning): (moment: Moment) => Moment | undefined {
    const { month, day, quarter, half, season, weekday } = meaning;
    return (moment) => {
      if (moment.unit === "year") {
        if (month !== undefined && day !== undefined)
          return moment.year === undefined
            ? { unit: "day", month, day }
            : momentOfDay(dayOf({ year: moment.year, month, day }));
        if (month !== undefined || quarter !== undefined || half !== undefined || season !== undefined)
          return part({ month, quarter, half, season }, moment.year);
      }
      if (moment.unit === "week" && weekday !== undefined) {
        const interval = intervalOf(moment);
        if (!interval) return { unit: "day", weekday };
        return momentOfDay(dayOf(parseDate(interval.start)!) + weekday - 1);
      }
      return undefined;
    };
  }

  /** The unit named last in the text: for "that year" the year of the last date that has one. */
  private unitBefore(meaning: Meaning, unit: Unit): { moment?: Moment; span?: Span } {
    if (meaning.anchor === "quarter" || unit === "quarter") {
      const quarter =
        this.latest((m) => m.unit === "quarter") ??
        this.latest((m) => m.unit === "month" || m.unit === "year");
      const own = meaning.quarter !== undefined && quarter?.moment.year !== undefined;
      if (quarter && own)
        return {
          moment: { unit: "quarter", year: quarter.moment.year!, quarter: meaning.quarter! },
          span: quarter.span,
        };
      return quarter ?? {};
    }
    const found = this.latest((m) => withUnit(m, unit) !== undefined);
    return found ? { moment: withUnit(found.moment, unit)!, span: found.span } : {};
  }

  private shift(meaning: Meaning): Placed {
    const { count } = meaning;
    const unit = meaning.unit!;
    const sign = meaning.offset ?? 1;
    const fromBefore = meaning.anchor === "before";
    const to = fromBefore ? "another date" : "publication date";
    if (typeof count !== "number")
      return {
        basis: "unresolved",
        reason: "how many is not said",
        relation: relationTo(to, unit, sign, "X"),
      };
    const relation = relationTo(to, unit, sign * count);
    if (unit === "second" || unit === "minute" || unit === "hour" || unit === "unknown")
      return { basis: "unresolved", reason: "the time of day that it counts from is not known", relation };
    let base: Moment | undefined;
    let anchor: Span | undefined;
    if (fromBefore) {
      const found = this.latest((m) => addUnits(m, unit, 0) !== undefined);
      if (!found)
        return { moment: { unit: calendarUnit(unit) }, basis: "unresolved", reason: NO_ANCHOR, relation };
      base = found.moment;
      anchor = found.span;
    } else if (this.published !== undefined) base = momentOfDay(this.published);
    if (!base)
      return { moment: { unit: calendarUnit(unit) }, basis: "unresolved", reason: NO_DATE, relation };
    const moment = fractional(base, unit, sign * count);
    if (!moment)
      return {
        moment: { unit: calendarUnit(unit) },
        basis: "unresolved",
        reason: "the calendar does not say which",
        relation,
      };
    return anchor
      ? { moment, basis: "another date", anchor, relation }
      : { moment, basis: "publication date", relation };
  }

  /** "the morning", "that night": the day of the last date that has one. */
  private partOfThatDay(): Placed {
    const found = this.latest((m) => m.unit === "day");
    if (!found) return { moment: { unit: "day" }, basis: "unresolved", reason: NO_ANCHOR };
    return { moment: found.moment, basis: "another date", anchor: found.span };
  }

  /** A clock time alone belongs to the day that its sentence names, before it or after it. */
  private clock(expression: Expression, all: readonly Expression[], at: number): When {
    const time = `T${expression.meaning.clock}`;
    const sentence = this.analysis.words[expression.first]!.sentence;
    const earlier = this.before.findLast((b) => b.sentence === sentence && b.moment.unit === "day");
    let placed: Placed | undefined = earlier && {
      moment: earlier.moment,
      basis: "another date",
      anchor: earlier.span,
    };
    for (let i = at + 1; !placed && i < all.length; i++) {
      const later = all[i]!;
      if (this.analysis.words[later.first]!.sentence !== sentence) break;
      if (later.meaning.kind !== "date") continue;
      const its = this.place(later);
      if (its.moment?.unit === "day") placed = { moment: its.moment, basis: "another date", anchor: later };
    }
    if (!placed)
      placed = { moment: { unit: "day" }, basis: "unresolved", reason: "the day is not said beside it" };
    return when(expression, "TIME", `${timexValue(placed.moment!)}${time}`, "minute", placed);
  }

  private since(expression: Expression): When {
    const found = this.latest(() => true);
    if (!found)
      return when(expression, "DATE", "PAST_REF", "day", { basis: "unresolved", reason: NO_ANCHOR }, "AFTER");
    const placed: Placed = { moment: found.moment, basis: "another date", anchor: found.span };
    const record = when(expression, "DATE", timexValue(found.moment), grainOf(found.moment), placed, "AFTER");
    const { interval, ...rest } = record;
    if (!interval) return record;
    if (this.published === undefined)
      return { ...rest, basis: "unresolved", reason: `${NO_DATE}, so its end is not` };
    return { ...rest, interval: { start: interval.end, end: isoDate(this.published + 1) } };
  }

  private duration(expression: Expression): When {
    const { meaning } = expression;
    const count = meaning.count ?? "X";
    const unit = meaning.unit ?? "unknown";
    const value = durationValue(count, unit);
    const grain = grainOfUnit(unit);
    if (meaning.offset === undefined || typeof count !== "number")
      return when(expression, "DURATION", value, grain, {
        basis: "unresolved",
        reason: "a length of time that is not placed in the calendar",
      });
    const relation = relationTo("publication date", unit, meaning.offset * count);
    const P = this.published;
    const other = P === undefined ? undefined : dayAt(P, unit, meaning.offset * count);
    if (P === undefined || other === undefined)
      return when(expression, "DURATION", value, grain, { basis: "unresolved", reason: NO_DATE, relation });
    const interval =
      meaning.offset < 0
        ? { start: isoDate(other), end: isoDate(P + 1) }
        : { start: isoDate(P), end: isoDate(other + 1) };
    return {
      ...when(expression, "DURATION", value, grain, { basis: "publication date", relation }),
      interval,
    };
  }

  private latest(test: (moment: Moment) => boolean): Before | undefined {
    return this.before.findLast((b) => !b.counted && test(b.moment));
  }
}

function when(
  expression: Expression,
  type: When["type"],
  value: string,
  grain: Grain,
  placed: Placed,
  mod = expression.meaning.mod,
): When {
  const interval = placed.moment && placed.basis !== "unresolved" ? intervalOf(placed.moment) : undefined;
  const resolved = placed.basis !== "unresolved";
  const reason =
    placed.reason ?? (resolved && !interval && placed.moment ? `${NO_DATE}, so the year is not` : undefined);
  return {
    kind: "when",
    start: expression.start,
    end: expression.end,
    type,
    value,
    ...(mod ? { mod } : {}),
    grain,
    basis: placed.basis,
    ...(placed.anchor ? { anchor: { start: placed.anchor.start, end: placed.anchor.end } } : {}),
    ...(interval ? { interval } : {}),
    ...(reason ? { reason } : {}),
    ...(placed.relation ? { relation: placed.relation } : {}),
    by: expression.by,
  };
}

function relationTo(
  to: "publication date" | "another date",
  unit: Unit,
  count: number,
  vague?: "X",
): NonNullable<When["relation"]> {
  return { to, count: vague ? (count < 0 ? "earlier" : "later") : count, unit: grainOfUnit(unit) };
}

/** True where a part of the day is all that is said ("the morning"). */
function isBare({ weekday, month, day, year, holiday, unit, weekend }: Meaning): boolean {
  return [weekday, month, day, year, holiday, unit, weekend].every((field) => field === undefined);
}

/** Why a stated date is none of the calendar; undefined where it is one. */
function badDate({ year, month, day, quarter, half, century }: Meaning): string | undefined {
  if (year !== undefined && (year < 1 || year > 9999))
    return `there is no year ${year} in the calendar that is used here`;
  if (month !== undefined && (month < 1 || month > 12)) return `there is no month ${month}`;
  if (quarter !== undefined && (quarter < 1 || quarter > 4)) return `a year has no quarter ${quarter}`;
  if (half !== undefined && (half < 1 || half > 2)) return `a year has no half ${half}`;
  if (century !== undefined && (century < 1 || century > 99)) return `there is no century ${century}`;
  if (day !== undefined && month !== undefined && (day < 1 || day > daysInMonth(month, year)))
    return `month ${month} has no day ${day}${year === undefined ? "" : ` in ${year}`}`;
  return undefined;
}

/** The value of a date of which nothing is known. */
function unplaced(meaning: Meaning): Moment | string {
  if (meaning.kind === "shift" && meaning.count === "X" && meaning.anchor !== "before")
    return (meaning.offset ?? 1) < 0 ? "PAST_REF" : "FUTURE_REF";
  return { unit: "day" };
}

interface PartOfYear {
  readonly month?: number | undefined;
  readonly quarter?: number | undefined;
  readonly half?: number | undefined;
  readonly season?: Meaning["season"];
}

/** A month, quarter, half or season of a year, or the year itself. */
function part({ month, quarter, half, season }: PartOfYear, year?: number): Moment {
  const known = year === undefined ? {} : { year };
  if (month !== undefined) return { unit: "month", ...known, month };
  if (quarter !== undefined) return { unit: "quarter", ...known, quarter };
  if (half !== undefined) return { unit: "half", ...known, half };
  if (season !== undefined) return { unit: "season", ...known, season };
  return { unit: "year", ...known };
}

/** "Last May", "this May", "next May": the last such part of a year that was over, this year's, the first not begun. */
function offsetPart(fields: PartOfYear, day: number, offset: number): Moment {
  const { year } = dateOf(day);
  const own = part(fields, year);
  const { start, end } = intervalOf(own)!;
  const today = isoDate(day);
  if (offset < 0) return end <= today ? own : part(fields, year - 1);
  if (offset > 0) return start > today ? own : part(fields, year + 1);
  return own;
}

/** Days that count against a reading of a year which the tense speaks against; results of a quarter come out after it. */
const AGAINST_TENSE = 400;
const QUARTER_IN_FUTURE = 100;

/** The part of a year that is nearest to a day and that the tense allows. */
function nearest(fields: PartOfYear, day: number, tense: Tense | undefined): Moment {
  const { year } = dateOf(day);
  const period = fields.quarter !== undefined || fields.half !== undefined;
  let best = part(fields, year);
  let least = Number.POSITIVE_INFINITY;
  for (const y of [year, year - 1, year + 1]) {
    const moment = part(fields, y);
    const interval = intervalOf(moment)!;
    const start = dayOf(parseDate(interval.start)!);
    const end = dayOf(parseDate(interval.end)!);
    let cost = day < start ? start - day : Math.max(0, day - end + 1);
    if (tense === "past" && start > day) cost += AGAINST_TENSE;
    if (tense === "future" && end <= day) cost += period ? QUARTER_IN_FUTURE : AGAINST_TENSE;
    if (cost < least) {
      least = cost;
      best = moment;
    }
  }
  return best;
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

/** A moment's own year, month, week or day, seen as a moment; undefined where it has none. */
function withUnit(moment: Moment, unit: Unit): Moment | undefined {
  switch (unit) {
    case "day":
      return moment.unit === "day" ? moment : undefined;
    case "week": {
      if (moment.unit === "week") return moment;
      const day = dayNumber(moment);
      return day === undefined ? undefined : unitOfDay(day, "week");
    }
    case "month":
      if (moment.month === undefined) return undefined;
      return part({ month: moment.month }, moment.year);
    case "year":
      return moment.year === undefined ? undefined : { unit: "year", year: moment.year };
    default:
      return undefined;
  }
}

function longUnit(day: number, unit: "decade" | "century", offset: number): Moment {
  const { year } = dateOf(day);
  return unit === "decade"
    ? { unit, decade: Math.floor(year / 10) + offset }
    : { unit, century: Math.floor(year / 100) + offset };
}

/** "a year and a half ago": whole units, then the half in the next smaller unit. */
function fractional(base: Moment, unit: Unit, count: number): Moment | undefined {
  if (Number.isInteger(count)) return addUnits(base, unit, count);
  if (unit === "year") return addUnits(base, "month", Math.round(count * 12));
  return addUnits(base, unit, Math.trunc(count));
}

/** The day so many units from a day, the day of the month kept where the month has it. */
function dayAt(day: number, unit: Unit, count: number): number | undefined {
  const inDays = { day: 1, week: 7, fortnight: 14 }[unit as string];
  if (inDays !== undefined) return day + Math.round(inDays * count);
  const inMonths = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit as string];
  if (inMonths === undefined)
    return unit === "hour" || unit === "minute" || unit === "second" ? day : undefined;
  const date = dateOf(day);
  const to = addMonths(date.year, date.month, Math.round(inMonths * count));
  if (to.year < 1 || to.year > 9999) return undefined;
  return dayOf({ ...to, day: Math.min(date.day, daysInMonth(to.month, to.year)) });
}

function calendarUnit(unit: Unit): Moment["unit"] {
  if (unit === "fortnight") return "week";
  return unit === "second" || unit === "minute" || unit === "hour" || unit === "unknown" ? "day" : unit;
}

function grainOfUnit(unit: Unit): Grain {
  return unit === "fortnight" ? "week" : unit === "unknown" ? "day" : unit;
}

const DURATION_CODES: Readonly<Record<Unit, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  week: "W",
  fortnight: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "DE",
  century: "CE",
  unknown: "X",
};

/** TIMEX3 duration: "P3D", "PT10H", "P2Y6M", "PXW"; numbers of decades and centuries in years. */
export function durationValue(count: number | "X", unit: Unit): string {
  const code = DURATION_CODES[unit];
  const time = code.startsWith("T") ? "T" : "";
  const letter = time ? code.slice(1) : code;
  if (count === "X") return `P${time}X${letter}`;
  const n =
    unit === "decade"
      ? count * 10
      : unit === "century"
        ? count * 100
        : unit === "fortnight"
          ? count * 2
          : count;
  if (unit === "decade" || unit === "century") return `P${n}Y`;
  const half = n % 1 === 0.5 ? Math.floor(n) : undefined;
  if (half !== undefined && unit === "year") return half === 0 ? "P6M" : `P${half}Y6M`;
  if (half !== undefined && unit === "hour") return half === 0 ? "PT30M" : `PT${half}H30M`;
  if (half !== undefined && unit === "minute") return half === 0 ? "PT30S" : `PT${half}M30S`;
  return `P${time}${n}${letter}`;
}

function set(expression: Expression): When {
  const { unit, count, weekday, month, season, part: partOfDay } = expression.meaning;
  const reason = "comes again and again";
  const placed: Placed = { basis: "unresolved", reason };
  if (weekday !== undefined)
    return when(expression, "SET", `XXXX-WXX-${weekday}${partOfDay ? `T${partOfDay}` : ""}`, "day", placed);
  if (month !== undefined)
    return when(expression, "SET", timexValue({ unit: "month", month }), "month", placed);
  if (season !== undefined)
    return when(expression, "SET", timexValue({ unit: "season", season }), "quarter", placed);
  if (unit === undefined) return when(expression, "SET", `XXXX-XX-XXT${partOfDay}`, "day", placed);
  return when(expression, "SET", durationValue(count ?? 1, unit), grainOfUnit(unit), placed);
}
