import { type DateParts, dateWords, type FoundDate, findDate } from "./dates.js";
import { lazy, readKnowledge } from "./knowledge.js";
import { bylineWords, wordsOf } from "./names.js";

/** The opening of an agency report, "BEIJING, Sept 15 (Xinhua) -- ". */
export interface DatelineParts {
  /** Length of the dateline with its dash, without the white space after it. */
  readonly length: number;
  readonly place?: string;
  readonly agency?: string;
  readonly date?: DateParts;
}

const LONGEST = 110;

const notPlaces = lazy(
  () => new Set(readKnowledge<{ "not-places": string[] }>("datelines.yaml")["not-places"]),
);

/** A place as datelines write it: capitals, then perhaps a region: "FORT PIERCE, Fla.", "SEOUL/TOKYO". */
const CAPITAL_PLACE =
  /^\p{Lu}[\p{Lu}.’'/-]*(?:(?: | and )\p{Lu}[\p{Lu}.’'/-]*){0,4}(?:, (?:\p{Lu}[\p{L}.]*)(?: \p{Lu}[\p{L}.]*){0,3})?$/u;
const TITLE_PLACE =
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2})?$/u;
const ONE_WORD = /^[^\s,]+(?:,|$)/;
const DASH = /\s?(?:—|–|―|--)\s?| - |\s?_\s/g;
const BRACKETS = /\s?(?:\(([^()]{2,40})\)|\/([^/\s][^/]{1,30})\/)\s?$/;

const isAgency = (name: string): boolean => bylineWords().agencies.has(name.toLowerCase());

/** True for words that stand before a date without being a place: "Monday", "Updated". */
function isBesideDate(word: string): boolean {
  const { first, later, beside } = dateWords();
  const known = word.toLowerCase();
  return first.has(known) || later.has(known) || beside.has(known) || notPlaces().has(known);
}

/** @param dated whether a comma and a date follow: then a place of one word, which is no person's name, need not be in capitals */
function isPlace(text: string, agency: string | undefined, dated: boolean): boolean {
  if (CAPITAL_PLACE.test(text)) {
    const capitals = text.split(",", 1)[0]!;
    if (notPlaces().has(capitals.toLowerCase())) return false;
    return agency !== undefined || capitals.replace(/[^\p{L}]/gu, "").length >= 4;
  }
  if (!TITLE_PLACE.test(text)) return false;
  if (agency !== undefined && isAgency(agency)) return true;
  return dated && ONE_WORD.test(text) && !isBesideDate(text);
}

/** Reads `head`, what stands before the dash or the text: place, date and agency in this order, each optional. */
function read(head: string, knownAgencyOnly: boolean): Omit<DatelineParts, "length"> | undefined {
  let rest = head;
  const brackets = BRACKETS.exec(rest);
  const agency = (brackets?.[1] ?? brackets?.[2])?.trim();
  if (brackets) rest = rest.slice(0, brackets.index);
  if (agency !== undefined) {
    if (!/^\p{L}/u.test(agency) || wordsOf(agency).length > 4) return undefined;
    if (knownAgencyOnly && !isAgency(agency)) return undefined;
  } else if (knownAgencyOnly) return undefined;
  const date: FoundDate | undefined = findDate(rest);
  if (date) {
    const after = rest.slice(date.end).replace(/[\s,.]+/g, "");
    if (after !== "") return undefined;
    rest = rest.slice(0, date.start);
  }
  const place = rest.replace(/[\s,]+$/, "");
  const dated = date?.year !== undefined && /,\s*$/.test(rest);
  if (place === "") {
    if (agency === undefined) return undefined;
  } else if (!isPlace(place, agency, dated)) return undefined;
  const parts: { place?: string; agency?: string; date?: DateParts } = {};
  if (place !== "") parts.place = place;
  if (agency !== undefined) parts.agency = agency;
  if (date) {
    const { month, day, year } = date;
    parts.date = year === undefined ? { month, day } : { year, month, day };
  }
  return parts;
}

/**
 * The dateline that a paragraph opens with: place in capitals, date and agency before a dash, or a known agency in
 * brackets; what follows must start like a sentence. Undefined where there is none.
 */
export function datelineOf(paragraph: string): DatelineParts | undefined {
  const opening = paragraph.slice(0, LONGEST);
  if (!/^[\p{Lu}(]/u.test(opening)) return undefined;
  const follows = (end: number) => /^\s*[\p{Lu}\p{N}"“”‘'’([]/u.test(paragraph.slice(end, end + 4));
  DASH.lastIndex = 0;
  for (let dash = DASH.exec(opening); dash; dash = DASH.exec(opening)) {
    const end = dash.index + dash[0].trimEnd().length;
    const parts = follows(end) ? read(opening.slice(0, dash.index), false) : undefined;
    if (parts) return { length: end, ...parts };
  }
  const close = opening.indexOf(")") + 1;
  if (close === 0 || !follows(close)) return undefined;
  const parts = read(opening.slice(0, close), true);
  return parts && { length: close, ...parts };
}

/** True where a line of plain text opens with a dateline, and so opens a paragraph. */
export const startsWithDateline = (line: string): boolean => datelineOf(line) !== undefined;
