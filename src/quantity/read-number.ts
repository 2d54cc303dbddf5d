import type { Word } from "../language/analysis.js";
import { loadVocabulary } from "./vocabulary.js";

/** A number of the text: words `first` up to `last`, exclusive. */
export interface NumberRead {
  readonly first: number;
  readonly last: number;
  readonly low: number;
  /** Absent for "dozens" and "several hundred", which set no upper limit. */
  readonly high?: number;
  /** True for "a third", "half": a part of what it counts. */
  readonly fraction?: boolean;
  /** What a word such as "million" multiplied by, 1 without. */
  readonly scale: number;
  /** The letters behind the figures of one word: "kms" of "60,000kms". */
  readonly suffix?: string;
}

const { numbers, multipliers, shortMultipliers, vague, few, fractions, signs } = loadVocabulary();
const FIGURES = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?=$|[a-z%°])/;
const HALVES = /^([1-9])\/([2-9])$/;
/** Words of the longest number that is read ("two hundred and twenty-one thousand"). */
const LONGEST = 12;

export const lower = (words: readonly Word[], at: number): string => words[at]?.form.toLowerCase() ?? "";
export const isHyphen = (form: string): boolean =>
  form === "-" || form === "\u2010" || form === "\u2011" || form === "\u2013";

/** The word after `at`, a hyphen skipped. */
export function afterHyphen(words: readonly Word[], at: number): number {
  return isHyphen(words[at]?.form ?? "") && joined(words, at) ? at + 1 : at;
}

/** True where no space stands before a word. */
export function joined(words: readonly Word[], at: number): boolean {
  return at > 0 && at < words.length && words[at]!.start === words[at - 1]!.end;
}

/** The number that begins at word `at`, before the word `limit`; undefined where none does. `money`: behind a currency sign. */
export function readNumber(
  words: readonly Word[],
  at: number,
  limit: number,
  money = false,
): NumberRead | undefined {
  const end = Math.min(limit, at + LONGEST);
  const form = lower(words, at);
  const first = form.charCodeAt(0);
  if (first >= 48 && first <= 57) return figures(words, at, end, money);
  if (!OPENERS.has(form)) return undefined;
  return (
    signed(words, at) ??
    vaguePlural(words, at, end) ??
    partOfOne(words, at, end) ??
    withArticle(words, at, end) ??
    fewOf(words, at, end) ??
    inWords(words, at, end)
  );
}

/** Words that a number can begin with, so that all others are passed over at once. */
const OPENERS: ReadonlySet<string> = new Set([
  "a",
  "an",
  ...numbers.keys(),
  ...multipliers.keys(),
  ...vague.keys(),
  ...fractions.keys(),
  ...few,
  ...signs.keys(),
]);

function figures(words: readonly Word[], at: number, end: number, money: boolean): NumberRead | undefined {
  const form = lower(words, at);
  const part = HALVES.exec(form);
  if (part)
    return exact(at, at + 1, Number(part[1]) / Number(part[2]), { fraction: part[1]! < part[2]!, scale: 1 });
  // "2½" is one word.
  const added = signs.get(form.slice(-1));
  const match = FIGURES.exec(added === undefined ? form : form.slice(0, -1));
  if (!match) return undefined;
  const value = Number(match[0].replaceAll(",", ""));
  if (added !== undefined) return multiplied(words, at, at + 1, end, value + added, money);
  const suffix = form.slice(match[0].length);
  if (suffix !== "") {
    const factor = multipliers.get(suffix) ?? shortMultiplier(words, suffix, at, money);
    return factor
      ? exact(at, at + 1, value * factor, { scale: factor })
      : { first: at, last: at + 1, low: value, high: value, scale: 1, suffix };
  }
  const half = signs.get(lower(words, at + 1)) ?? halfSign(words, at + 1);
  const number = half && at + 1 < end ? value + half : value;
  return multiplied(words, at, half ? at + 2 : at + 1, end, number, money);
}

/** "m" is a million behind a currency sign or before a noun ("2.5m people"), a metre elsewhere. */
function shortMultiplier(
  words: readonly Word[],
  form: string,
  at: number,
  money: boolean,
): number | undefined {
  const next = words[at + 1];
  const counts = next !== undefined && (next.upos === "NOUN" || next.upos === "ADJ" || next.upos === "PROPN");
  return money || counts || form.length > 1 ? shortMultipliers.get(form) : undefined;
}

function halfSign(words: readonly Word[], at: number): number | undefined {
  const part = HALVES.exec(lower(words, at));
  return part && part[1]! < part[2]! ? Number(part[1]) / Number(part[2]) : undefined;
}

function signed(words: readonly Word[], at: number): NumberRead | undefined {
  const value = signs.get(lower(words, at));
  return value === undefined ? undefined : exact(at, at + 1, value, { fraction: true, scale: 1 });
}

/** Takes in "million" and the like behind a number, short forms only where they touch it. */
function multiplied(
  words: readonly Word[],
  first: number,
  from: number,
  end: number,
  value: number,
  money = false,
): NumberRead {
  let last = from;
  let scale = 1;
  while (last < end) {
    const next = afterHyphen(words, last);
    const word = lower(words, next);
    const factor =
      multipliers.get(word) ??
      (next === last && joined(words, next) ? shortMultiplier(words, word, next, money) : undefined);
    if (factor === undefined || next >= end) break;
    scale *= factor;
    last = next + 1;
  }
  // "2.07 billion": multiplied in decimals, so that no stray digit comes in.
  const product = scale === 1 ? value : Number((value * scale).toPrecision(12));
  return exact(first, last, product, { scale });
}

function exact(
  first: number,
  last: number,
  value: number,
  more: Pick<NumberRead, "scale" | "fraction">,
): NumberRead {
  return { first, last, low: value, high: value, ...more };
}

/** "dozens", "hundreds of thousands": two of them at the least. */
function vaguePlural(words: readonly Word[], at: number, end: number): NumberRead | undefined {
  let low = vague.get(lower(words, at));
  if (low === undefined) return undefined;
  let last = at + 1;
  while (lower(words, last) === "of" && last + 1 < end) {
    const next = vague.get(lower(words, last + 1));
    if (next === undefined) break;
    low *= next / 2;
    last += 2;
  }
  return { first: at, last, low, scale: 1 };
}

/** "half", "a third", "two-thirds", "half a million". */
function partOfOne(words: readonly Word[], at: number, end: number): NumberRead | undefined {
  const opener = lower(words, at);
  let to = at;
  let count = 1;
  if (opener === "a" || opener === "an" || numbers.has(opener)) {
    count = numbers.get(opener) ?? 1;
    to = afterHyphen(words, at + 1);
  }
  const part = fractions.get(lower(words, to));
  if (part === undefined || to >= end || count === 0) return undefined;
  const half = lower(words, to) === "half";
  // "Third" and "quarter" alone are an ordinal and a length of time.
  if (to === at && !half) return undefined;
  const value = Number((count * part).toPrecision(12));
  const next = afterHyphen(words, to + 1);
  const article = lower(words, next);
  const big = article === "a" || article === "an" ? afterHyphen(words, next + 1) : next;
  const factor = multipliers.get(lower(words, big));
  if (half && factor !== undefined && big < end) return exact(at, big + 1, value * factor, { scale: factor });
  return exact(at, to + 1, value, { fraction: true, scale: 1 });
}

/** "a dozen", "a hundred thousand", "a few hundred". */
function withArticle(words: readonly Word[], at: number, end: number): NumberRead | undefined {
  const opener = lower(words, at);
  if (opener !== "a" && opener !== "an") return undefined;
  const next = lower(words, at + 1);
  if (few.has(next)) {
    const found = fewOf(words, at + 1, end);
    return found && { ...found, first: at };
  }
  return multipliers.has(next) && at + 1 < end ? multiplied(words, at, at + 1, end, 1) : undefined;
}

/** "several hundred", "couple of dozen". */
function fewOf(words: readonly Word[], at: number, end: number): NumberRead | undefined {
  if (!few.has(lower(words, at))) return undefined;
  const to = lower(words, at + 1) === "of" ? at + 2 : at + 1;
  const read = multiplied(words, at, to, end, 2);
  if (read.last === to) return undefined;
  return { first: at, last: read.last, low: read.low, scale: read.scale };
}

/** "twenty-one", "two hundred and six thousand", "hundred". */
function inWords(words: readonly Word[], at: number, end: number): NumberRead | undefined {
  let total = 0;
  let part = 0;
  let scale = 1;
  let last = at;
  for (let i = at; i < end; ) {
    const word = lower(words, i);
    const unit = numbers.get(word);
    const factor = multipliers.get(word);
    if (unit !== undefined) {
      const fits = part === 0 || (part % 100 === 0 && unit < 100) || (part % 10 === 0 && unit < 10);
      if (!fits || (last > at && part === 0 && total === 0)) break;
      part += unit;
    } else if (factor !== undefined) {
      if (factor < 1000) part = (part || 1) * factor;
      else {
        total += (part || 1) * factor;
        part = 0;
      }
      scale = factor;
    } else break;
    last = i + 1;
    i = afterHyphen(words, last);
    if (
      lower(words, i) === "and" &&
      scale > 1 &&
      (numbers.get(lower(words, i + 1)) ?? 0) > 0 &&
      part % 100 === 0
    )
      i++;
  }
  return last === at ? undefined : exact(at, last, total + part, { scale });
}
