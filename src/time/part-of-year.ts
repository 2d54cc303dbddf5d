import { dateOf, dayOf, isoDate, parseDate } from "./calendar.js";
import type { Meaning } from "./meaning.js";
import { intervalOf, type Moment } from "./moment.js";
import type { Tense } from "./tense.js";

/** What names a part of a year, as far as it is given. */
export type PartOfYear = Pick<Meaning, "month" | "quarter" | "half" | "season">;

/** True where a month, quarter, half or season is named. */
export function namesPart({ month, quarter, half, season }: PartOfYear): boolean {
  return month !== undefined || quarter !== undefined || half !== undefined || season !== undefined;
}

/** A month, quarter, half or season of a year, or the year itself. */
export function partOfYear({ month, quarter, half, season }: PartOfYear, year?: number): Moment {
  const known = year === undefined ? {} : { year };
  if (month !== undefined) return { unit: "month", ...known, month };
  if (quarter !== undefined) return { unit: "quarter", ...known, quarter };
  if (half !== undefined) return { unit: "half", ...known, half };
  if (season !== undefined) return { unit: "season", ...known, season };
  return { unit: "year", ...known };
}

/** "Last May", "this May", "next May": the last such part that was over, this year's, the first that had not begun. */
export function deicticPart(part: PartOfYear, day: number, offset: number): Moment {
  const { year } = dateOf(day);
  const own = partOfYear(part, year);
  const { start, end } = intervalOf(own)!;
  const today = isoDate(day);
  if (offset < 0) return end <= today ? own : partOfYear(part, year - 1);
  if (offset > 0) return start > today ? own : partOfYear(part, year + 1);
  return own;
}

/** Days that count against a year which the tense speaks against: more than any year is away. */
const AGAINST_TENSE = 400;
/** Less for a quarter, whose results are still to come when it is over. */
const QUARTER_AHEAD = 100;

/** The part of a year that is nearest to a day and that the tense allows. */
export function nearestPart(part: PartOfYear, day: number, tense: Tense | undefined): Moment {
  const { year } = dateOf(day);
  const period = part.quarter !== undefined || part.half !== undefined;
  let best = partOfYear(part, year);
  let least = Number.POSITIVE_INFINITY;
  for (const y of [year, year - 1, year + 1]) {
    const moment = partOfYear(part, y);
    const interval = intervalOf(moment)!;
    const start = dayOf(parseDate(interval.start)!);
    const end = dayOf(parseDate(interval.end)!);
    let cost = day < start ? start - day : Math.max(0, day - end + 1);
    if (tense === "past" && start > day) cost += AGAINST_TENSE;
    if (tense === "future" && end <= day) cost += period ? QUARTER_AHEAD : AGAINST_TENSE;
    if (cost < least) {
      least = cost;
      best = moment;
    }
  }
  return best;
}
