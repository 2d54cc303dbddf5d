const MILLISECONDS = 86_400_000;

/** The calendar day, ISO 8601, so many days after another; before it where `days` is negative. Throws a RangeError for no date. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** Days from one ISO 8601 date to another. */
export function daysFrom(a: string, b: string): number {
  return Math.round((Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / MILLISECONDS);
}
