import { overlaps, type Span, textOf } from "../record/span.js";
import { parseDate } from "../time/calendar.js";
import type { When } from "../time/when.js";
import type { GoldWhen } from "./gold-reading.js";
import { occurrences } from "./words.js";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** True where the time's words or its interval say what the gold says. */
export function isWhen(gold: GoldWhen, time: When | undefined, text: string): boolean {
  if (!time) return false;
  const words = textOf(text, time);
  const start = time.interval && parseDate(time.interval.start);
  const parts = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?/.exec(time.value);
  const part = (index: number) => (parts?.[index] === undefined ? undefined : Number(parts[index]));
  if (gold.relative !== undefined && !meets(occurrences(text, gold.relative), time)) return false;
  if (gold.weekday !== undefined) {
    const on = time.interval && WEEKDAYS[new Date(time.interval.start).getUTCDay()];
    if (!words.includes(gold.weekday) && on !== gold.weekday) return false;
  }
  if (gold.year !== undefined && (part(1) ?? start?.year) !== gold.year) return false;
  if (gold.month !== undefined && (part(2) ?? start?.month) !== gold.month) return false;
  return gold.day === undefined || (part(3) ?? start?.day) === gold.day;
}

/** The gold's time as words: "Tuesday", "2017-02-13", "--02-13". */
export function whenName({ relative, weekday, year, month, day }: GoldWhen): string {
  const date = [year ?? "-", month, day].filter((part) => part !== undefined);
  return [relative, weekday, date.length > 1 || year !== undefined ? date.join("-") : undefined]
    .filter((part) => part !== undefined)
    .join(", ");
}

function meets(spans: readonly Span[], time: When): boolean {
  return spans.some((span) => overlaps(span, time));
}
