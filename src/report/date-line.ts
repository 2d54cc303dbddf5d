import { type BylineParts, bylineOf } from "./byline.js";
import { type DateParts, dateWords, findDate } from "./dates.js";
import { isOutletName, wordsOf } from "./names.js";

/** A line such as "Xinhua | Updated: 2017-09-15 17:52": the date and what it dates, and who stands beside it. */
export interface DateLine {
  readonly date: DateParts;
  /** `first` published, `later` updated, `plain` where the line does not say. */
  readonly dated: "first" | "later" | "plain";
  readonly outlet?: string;
  readonly byline?: BylineParts;
}

const LONGEST = 160;

const CLOCK =
  /\bT\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?(?!\w)|\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?/gi;

/** Takes the words that may stand beside a date away from both ends of `text`; tells which kinds it took. */
function strip(text: string): { rest: string; first: boolean; later: boolean } {
  const { first, later, beside } = dateWords();
  const words = wordsOf(text.replace(CLOCK, " ").replace(/[:,;()[\]/|]+/g, " "));
  const kinds = { first: false, later: false };
  const known = (from: number, length: number): boolean => {
    const phrase = words
      .slice(from, from + length)
      .join(" ")
      .toLowerCase()
      .replace(/\.$/, "");
    if (first.has(phrase)) kinds.first = true;
    else if (later.has(phrase)) kinds.later = true;
    else return beside.has(phrase) || !/[\p{L}\p{N}]/u.test(phrase);
    return true;
  };
  let start = 0;
  let end = words.length;
  const step = (from: (length: number) => number) =>
    [3, 2, 1].find((length) => end - start >= length && known(from(length), length)) ?? 0;
  for (let length = step(() => start); length > 0; length = step(() => start)) start += length;
  for (let length = step((n) => end - n); length > 0; length = step((n) => end - n)) end -= length;
  return { rest: words.slice(start, end).join(" "), ...kinds };
}

const isShortName = (text: string): boolean =>
  text.length <= 40 && wordsOf(text).length <= 4 && wordsOf(text).every((word) => /^[\p{Lu}\d]/u.test(word));

/** Reads a short paragraph as a date line; undefined where it says anything else. */
export function dateLineOf(paragraph: string): DateLine | undefined {
  if (paragraph.length > LONGEST || !/\d/.test(paragraph)) return undefined;
  let line: DateLine | undefined;
  let outlet: string | undefined;
  let byline: BylineParts | undefined;
  for (const part of paragraph.split(/\s*[|•·;]\s*|\s+[-–—/]\s+/)) {
    if (part === "") continue;
    const date = findDate(part);
    const { rest, first, later } = strip(
      date ? `${part.slice(0, date.start)} | ${part.slice(date.end)}` : part,
    );
    if (date) {
      const { year, month, day } = date;
      const parts = year === undefined ? { month, day } : { year, month, day };
      const dated = first ? "first" : later ? "later" : "plain";
      // Of several dates the one of first publication counts, else the earlier in the line.
      if (!line || (dated === "first" && line.dated !== "first")) line = { date: parts, dated };
    }
    if (rest === "") continue;
    const by = bylineOf(rest);
    if (by && !byline) byline = by;
    else if (!outlet && (isOutletName(rest) || (!date && isShortName(rest)))) outlet = rest;
    else return undefined;
  }
  return line && { ...line, ...(outlet ? { outlet } : {}), ...(byline ? { byline } : {}) };
}
