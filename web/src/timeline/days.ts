/** Days since 1970-01-01 of an ISO 8601 date. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

/** The ISO 8601 date of a day's number. */
export function isoDay(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** From the first day to the last, in days. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Steps between two ticks, in months, then in days. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const DAY_STEPS = [1, 2, 7, 14];

/** At most about `most` ticks at round days, months or years. */
export function ticksOf({ first, last }: Period, most: number): Tick[] {
  const days = last - first + 1;
  const step = DAY_STEPS.find((size) => days / size <= most);
  if (step !== undefined) {
    const from = Math.ceil(first / step) * step;
    const count = Math.max(0, Math.floor((last - from) / step) + 1);
    return Array.from({ length: count }, (_, i) => ({
      day: from + i * step,
      label: dayLabel(from + i * step),
    }));
  }
  const months = MONTH_STEPS.find((size) => days / 30.4 / size <= most) ?? MONTH_STEPS.at(-1)!;
  const begin = new Date(first * 86_400_000);
  const begins = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  const ticks: Tick[] = [];
  for (let month = Math.ceil(begins / months) * months; ; month += months) {
    const [year, of] = [Math.floor(month / 12), month % 12];
    const day = Math.floor(Date.UTC(year, of, 1) / 86_400_000);
    if (day > last) return ticks;
    if (day >= first) ticks.push({ day, label: months % 12 === 0 ? String(year) : `${MONTHS[of]} ${year}` });
  }
}

function dayLabel(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
