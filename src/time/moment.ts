import {
  addMonths,
  dateOf,
  dayOf,
  daysInMonth,
  isoDate,
  mondayOf,
  mondayOfWeek,
  pad,
  weekdayOf,
  weekOf,
} from "./calendar.js";
import type { Season, Unit } from "./meaning.js";
import type { Grain } from "./when.js";

/** A place in the calendar as coarse or fine as the text gives it; `year` is absent where it is not known. */
export interface Moment {
  readonly unit:
    | "day"
    | "week"
    | "weekend"
    | "month"
    | "quarter"
    | "half"
    | "season"
    | "year"
    | "decade"
    | "century";
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** ISO 8601 week. */
  readonly week?: number;
  /** Only where no more than the day of the week is known. */
  readonly weekday?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: Season;
  /** 199 for the 1990s. */
  readonly decade?: number;
  /** 19 for the 1900s, as ISO 8601 writes it. */
  readonly century?: number;
}

export interface Interval {
  readonly start: string;
  readonly end: string;
}

export function momentOfDay(day: number): Moment {
  return { unit: "day", ...dateOf(day) };
}

/** The day's number, where year, month and day are known. */
export function dayNumber(moment: Moment): number | undefined {
  const { unit, year, month, day } = moment;
  if (unit !== "day" || year === undefined || month === undefined || day === undefined) return undefined;
  return dayOf({ year, month, day });
}

/** The calendar unit of a day: its week, month, quarter, and so on. */
export function unitOfDay(day: number, unit: Unit): Moment | undefined {
  const { year, month } = dateOf(day);
  switch (unit) {
    case "day":
      return momentOfDay(day);
    case "week":
      return { unit: "week", ...weekOf(day) };
    case "month":
      return { unit, year, month };
    case "quarter":
      return { unit, year, quarter: Math.ceil(month / 3) };
    case "year":
      return { unit, year };
    case "decade":
      return { unit, decade: Math.floor(year / 10) };
    case "century":
      return { unit, century: Math.floor(year / 100) };
    default:
      return undefined;
  }
}

/** TIMEX3 value: "1998-02-13", "XXXX-02-13", "1998-W08", "1998-Q3", "198". */
export function timexValue(moment: Moment): string {
  const year = moment.year === undefined ? "XXXX" : String(moment.year).padStart(4, "0");
  switch (moment.unit) {
    case "day":
      if (moment.weekday !== undefined && moment.month === undefined) return `${year}-WXX-${moment.weekday}`;
      return `${year}-${moment.month ? pad(moment.month) : "XX"}-${moment.day ? pad(moment.day) : "XX"}`;
    case "week":
      return `${year}-W${moment.week ? pad(moment.week) : "XX"}`;
    case "weekend":
      return `${year}-W${moment.week ? pad(moment.week) : "XX"}-WE`;
    case "month":
      return `${year}-${moment.month ? pad(moment.month) : "XX"}`;
    case "quarter":
      return `${year}-Q${moment.quarter ?? "X"}`;
    case "half":
      return `${year}-H${moment.half ?? "X"}`;
    case "season":
      return `${year}-${moment.season ?? "XX"}`;
    case "year":
      return year;
    case "decade":
      return moment.decade === undefined ? "XXX" : String(moment.decade).padStart(3, "0");
    case "century":
      return moment.century === undefined ? "XX" : pad(moment.century);
  }
}

const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function months(year: number, month: number, count: number): Interval {
  const end = addMonths(year, month, count);
  return {
    start: isoDate(dayOf({ year, month, day: 1 })),
    end: isoDate(dayOf({ ...end, day: 1 })),
  };
}

function days(from: number, count: number): Interval {
  return { start: isoDate(from), end: isoDate(from + count) };
}

/**
 * The days that a moment covers, end exclusive; undefined where the year is not known. Seasons are those of the
 * northern meteorological year: spring from 1 March, winter from 1 December into the next year.
 */
export function intervalOf(moment: Moment): Interval | undefined {
  const { unit, year } = moment;
  if (unit === "decade") return moment.decade === undefined ? undefined : months(moment.decade * 10, 1, 120);
  if (unit === "century")
    return moment.century === undefined ? undefined : months(moment.century * 100, 1, 1200);
  if (year === undefined) return undefined;
  switch (unit) {
    case "day": {
      const day = dayNumber(moment);
      return day === undefined ? undefined : days(day, 1);
    }
    case "week":
      return moment.week ? days(mondayOfWeek(year, moment.week), 7) : undefined;
    case "weekend":
      return moment.week ? days(mondayOfWeek(year, moment.week) + 5, 2) : undefined;
    case "month":
      return moment.month ? months(year, moment.month, 1) : undefined;
    case "quarter":
      return moment.quarter ? months(year, moment.quarter * 3 - 2, 3) : undefined;
    case "half":
      return moment.half ? months(year, moment.half * 6 - 5, 6) : undefined;
    case "season":
      return moment.season ? months(year, SEASON_START[moment.season], 3) : undefined;
    case "year":
      return months(year, 1, 12);
  }
}

/** The grain that the record states for a moment; seasons, halves of a year and weekends have the nearest smaller one. */
export function grainOf(moment: Moment): Grain {
  if (moment.unit === "season" || moment.unit === "half") return "quarter";
  return moment.unit === "weekend" ? "day" : moment.unit;
}

/** `count` days on; undefined where the calendar does not say (past the end of February in an unknown year). */
export function addDays(moment: Moment, count: number): Moment | undefined {
  const day = dayNumber(moment);
  if (day !== undefined) return momentOfDay(day + count);
  if (moment.unit !== "day") return undefined;
  if (moment.month !== undefined && moment.day !== undefined) {
    const at = { month: moment.month, day: moment.day };
    const leap = dateOf(dayOf({ year: 2000, ...at }) + count);
    const common = dateOf(dayOf({ year: 2001, ...at }) + count);
    const sure = leap.month === common.month && leap.day === common.day;
    return sure ? { unit: "day", month: leap.month, day: leap.day } : undefined;
  }
  if (moment.weekday === undefined) return undefined;
  return { unit: "day", weekday: ((((moment.weekday - 1 + count) % 7) + 7) % 7) + 1 };
}

/**
 * `count` units on from a moment, at the grain of the unit or of the moment, whichever is coarser; a quarter or month
 * stays one when years are added ("a year earlier" beside "the third quarter"). Undefined where it cannot be known.
 */
export function addUnits(moment: Moment, unit: Unit, count: number): Moment | undefined {
  switch (unit) {
    case "day":
      return moment.unit === "day" ? addDays(moment, count) : undefined;
    case "week":
    case "fortnight": {
      const week = unit === "week" ? 7 : 14;
      const day = dayNumber(moment);
      if (day !== undefined) return unitOfDay(day + count * week, "week");
      if (moment.unit === "day") return addDays(moment, count * week);
      if (moment.unit !== "week" || moment.year === undefined || moment.week === undefined) return undefined;
      return unitOfDay(mondayOfWeek(moment.year, moment.week) + count * week, "week");
    }
    case "month": {
      if (moment.month === undefined) return undefined;
      if (moment.year !== undefined) return { unit, ...addMonths(moment.year, moment.month, count) };
      return { unit, month: addMonths(0, moment.month, count).month };
    }
    case "quarter": {
      const quarter =
        moment.quarter ?? (moment.month === undefined ? undefined : Math.ceil(moment.month / 3));
      if (moment.year === undefined || quarter === undefined) return undefined;
      const index = moment.year * 4 + quarter - 1 + count;
      return { unit, year: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 };
    }
    case "year":
    case "decade":
    case "century": {
      const years = count * (unit === "year" ? 1 : unit === "decade" ? 10 : 100);
      if (moment.year === undefined) return undefined;
      const year = moment.year + years;
      if (unit === "year" && (moment.unit === "quarter" || moment.unit === "month" || moment.unit === "half"))
        return { ...moment, year };
      return { unit: "year", year };
    }
    default:
      return undefined;
  }
}

/** The nth (1 to 5, or -1 for the last) given weekday of a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = dayOf({ year, month, day: 1 });
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayOf({ year, month, day: daysInMonth(month, year) });
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** The Saturday and Sunday of a day's week, as a moment. */
export function weekendOf(day: number): Moment {
  return { unit: "weekend", ...weekOf(mondayOf(day)) };
}
