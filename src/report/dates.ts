import { lazy, readKnowledge } from "./knowledge.js";

/** A calendar date as far as the words give it. */
export interface DateParts {
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** A date and the stretch of the text that writes it. */
export interface FoundDate extends DateParts {
  readonly start: number;
  readonly end: number;
}

/** Which number comes first in 03/04/2031; `unknown` leaves such a date unread. */
export type NumberOrder = "day-first" | "month-first" | "unknown";

interface DatesFile {
  readonly months: Record<string, readonly string[]>;
  readonly first: readonly string[];
  readonly later: readonly string[];
  readonly beside: readonly string[];
}

const file = lazy(() => readKnowledge<DatesFile>("dates.yaml"));

/** The words that stand beside a date: `first` and `later` say what was dated, `beside` is the rest. */
export const dateWords = lazy(() => ({
  first: new Set(file().first),
  later: new Set(file().later),
  beside: new Set(file().beside),
}));

const months = lazy(() => {
  const numbers = new Map<string, number>();
  for (const names of Object.values(file().months)) {
    names.forEach((forms, i) => {
      for (const form of forms.split("|")) if (!numbers.has(form)) numbers.set(form, i + 1);
    });
  }
  return numbers;
});

/** True for a word that names a month in one of the languages of `dates.yaml`. */
export const isMonth = (word: string): boolean => months().has(word.toLowerCase().replace(/\.$/, ""));

const patterns = lazy(() => {
  const edge = "(?<![\\p{L}\\p{N}])";
  const after = "(?![\\p{L}\\p{N}])";
  const year = "(?<year>(?:1[6-9]|2[0-2])\\d\\d)";
  const day = "(?<day>\\d{1,2})";
  // Any word: whether it names a month is looked up, which is quicker than an alternation of all names.
  // No {3,14}: the engine writes a counted class out so many times, and compiles it longer than it reads most pages.
  const month = "(?<name>\\p{L}+)";
  return [
    `${edge}${year}(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>${day}(?!\\d)`,
    `${edge}${year}\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?${day}\\s?[日일]`,
    `${edge}${day}(?:st|nd|rd|th|er|\\.|º|ª)?(?:\\s|-|/)?\\s?(?:(?:de|of|di)\\s|d[’'])?${month}${after}\\.?(?:,?\\s?(?:de\\s|del\\s|of\\s)?|-|/)${year}${after}`,
    `${edge}${month}${after}\\.?\\s?${day}(?:st|nd|rd|th)?${after},?\\s(?:de\\s)?${year}${after}`,
    `${edge}${year}\\.?,?\\s${month}${after}\\.?\\s${day}(?!\\d)`,
    `${edge}(?<one>\\d{1,2})(?<mark>[./-])(?<two>\\d{1,2})\\k<mark>${year}(?!\\d)`,
    `${edge}(?<one>\\d{1,2})(?<mark>[./])(?<two>\\d{1,2})\\k<mark>(?<short>\\d\\d)(?![\\d.:/])`,
    `${edge}${day}(?:st|nd|rd|th|er|\\.|º|ª)?\\s(?:(?:de|of|di)\\s)?${month}${after}`,
    `${edge}${month}${after}\\.?\\s${day}(?:st|nd|rd|th)?(?![\\d:\\p{L}])`,
  ].map((source) => ({
    pattern: new RegExp(source, "giu"),
    named: source.includes("<name>"),
    dated: source.includes("<year>"),
    marked: source.includes("<mark>"),
  }));
});

/** True where year, month and day name a day of the Gregorian calendar. */
export function isDay({ year, month, day }: DateParts): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= last;
}

/** ISO 8601, "2031-03-07"; undefined where the year is missing. */
export function isoDate(date: DateParts): string | undefined {
  if (date.year === undefined) return undefined;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** True for an existing day in the form "2031-03-07". */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

function partsOf(groups: Record<string, string>, order: NumberOrder): DateParts | undefined {
  const year = groups.year ?? (groups.short && `20${groups.short}`);
  const withYear = year === undefined ? {} : { year: Number(year) };
  if (groups.one === undefined) {
    const month = groups.name === undefined ? Number(groups.month) : months().get(groups.name.toLowerCase());
    return month === undefined ? undefined : { ...withYear, month, day: Number(groups.day) };
  }
  const one = Number(groups.one);
  const two = Number(groups.two);
  if (one > 12 || one === two || groups.mark === ".") return { ...withYear, month: two, day: one };
  if (two > 12 || order === "month-first") return { ...withYear, month: one, day: two };
  return order === "day-first" ? { ...withYear, month: two, day: one } : undefined;
}

/** The first match of a pattern that is a day of the calendar. */
function firstDay(pattern: RegExp, text: string, order: NumberOrder): FoundDate | undefined {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const parts = partsOf(match.groups as Record<string, string>, order);
    if (parts && isDay(parts)) return { ...parts, start: match.index, end: match.index + match[0].length };
    pattern.lastIndex = match.index + 1;
  }
  return undefined;
}

/**
 * The first date written in the first 300 characters of `text`: with its year where one of the patterns that want a
 * year finds one, else month and day. Dates in numbers only that could be read in two ways are left out unless
 * `order` says how to read them.
 */
export function findDate(text: string, order: NumberOrder = "unknown"): FoundDate | undefined {
  const short = text.slice(0, 300);
  if (!/\d/.test(short)) return undefined;
  let best: FoundDate | undefined;
  const named = short.match(/\p{L}{3,14}/gu)?.some(isMonth) ?? false;
  // What a pattern cannot do without is cheaper to look for than the pattern.
  const dated = /(?:1[6-9]|2[0-2])\d\d/.test(short);
  const marked = /\d[-/.]\d/.test(short);
  for (const { pattern, ...needs } of patterns()) {
    if ((needs.named && !named) || (needs.dated && !dated) || (needs.marked && !marked)) continue;
    const found = firstDay(pattern, short, order);
    if (!found) continue;
    const better =
      best === undefined ||
      (best.year === undefined && found.year !== undefined) ||
      (found.start < best.start && (found.year !== undefined) === (best.year !== undefined));
    if (better) best = found;
  }
  return best;
}
