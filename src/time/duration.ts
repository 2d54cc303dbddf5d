import { addMonths, dateOf, dayOf, daysInMonth } from "./calendar.js";
import type { Unit } from "./meaning.js";
import type { Moment } from "./moment.js";
import type { Grain } from "./when.js";

/** The unit of the calendar that a length's unit counts in: hours fall in days. */
export function calendarUnit(unit: Unit): Moment["unit"] {
  if (unit === "fortnight") return "week";
  return unit === "second" || unit === "minute" || unit === "hour" || unit === "unknown" ? "day" : unit;
}

export function grainOfUnit(unit: Unit): Grain {
  return unit === "fortnight" ? "week" : unit === "unknown" ? "day" : unit;
}

const CODES: Readonly<Record<Unit, string>> = {
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
/** What half of a unit is, and of which unit: half a year is six months. */
const HALVES: { readonly [U in Unit]?: string } = { year: "6M", hour: "30M", minute: "30S" };

/** TIMEX3 duration: "P3D", "PT10H", "P2Y6M", "PXW"; numbers of decades and centuries in years. */
export function durationValue(count: number | "X", unit: Unit): string {
  const code = CODES[unit];
  const time = code.startsWith("T") ? "T" : "";
  const letter = time ? code.slice(1) : code;
  if (count === "X") return `P${time}X${letter}`;
  if (unit === "decade") return `P${count * 10}Y`;
  if (unit === "century") return `P${count * 100}Y`;
  if (unit === "fortnight") return `P${count * 2}W`;
  const half = HALVES[unit];
  if (half === undefined || count % 1 !== 0.5) return `P${time}${count}${letter}`;
  const whole = Math.floor(count);
  return `P${time}${whole === 0 ? "" : `${whole}${letter}`}${half}`;
}

const DAYS: { readonly [U in Unit]?: number } = {
  second: 0,
  minute: 0,
  hour: 0,
  day: 1,
  week: 7,
  fortnight: 14,
};
const MONTHS: { readonly [U in Unit]?: number } = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The day so many units from a day, the day of the month kept where the month has it; undefined past year 9999. */
export function dayAt(day: number, unit: Unit, count: number): number | undefined {
  const inDays = DAYS[unit];
  const inMonths = MONTHS[unit];
  const date = dateOf(day);
  let to: number | undefined;
  if (inDays !== undefined) to = day + Math.round(inDays * count);
  else if (inMonths !== undefined) {
    const { year, month } = addMonths(date.year, date.month, Math.round(inMonths * count));
    to = dayOf({ year, month, day: Math.min(date.day, daysInMonth(month, year)) });
  }
  return to !== undefined && inCalendar(dateOf(to).year) ? to : undefined;
}

/** ISO 8601's years of four digits. */
export function inCalendar(year: number): boolean {
  return year >= 1 && year <= 9999;
}
