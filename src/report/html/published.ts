import { clean } from "../block.js";
import type { Marked } from "../build-report.js";
import { dateLineOf } from "../date-line.js";
import { findDate, isDay, isoDate, type NumberOrder } from "../dates.js";
import { type PageElement, parentOf } from "./dom.js";
import type { ArticleData } from "./json-ld.js";
import { pageMetadata } from "./metadata.js";
import type { PageElements } from "./page-elements.js";

/** 03/04/2031 is the fourth of March in American pages, the third of April in those of all other languages. */
function numberOrder(elements: PageElements, metas: Map<string, string>): NumberOrder {
  const language = (
    elements.select("html")[0]?.getAttribute("lang") ??
    metas.get("og:locale") ??
    ""
  ).toLowerCase();
  if (/^en[-_]us/.test(language)) return "month-first";
  return language === "" || /^en$/.test(language) ? "unknown" : "day-first";
}

/** The day in a metadata value: ISO 8601 in any of its forms, words, or seconds since 1970. */
function dayIn(value: string, order: NumberOrder): string | undefined {
  const compact = /^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$/.exec(value);
  if (compact) {
    const date = { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) };
    return isDay(date) ? isoDate(date) : undefined;
  }
  if (/^\s*1\d{9}(?:\d{3})?\s*$/.test(value)) {
    const seconds = Number(value.trim().slice(0, 10));
    return new Date(seconds * 1000).toISOString().slice(0, 10);
  }
  const date = findDate(value, order);
  const iso = date && isoDate(date);
  return iso !== undefined && plausible(iso) ? iso : undefined;
}

/** Pages are younger than the Web, and years far ahead are counters that were never set. */
const plausible = (iso: string): boolean => iso >= "1990-01-01" && iso < "2100-01-01" && iso !== "1990-01-01";

const URL_DATE = /[/_-]((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/;

function dayInAddress(address: string | undefined): string | undefined {
  const match = address ? URL_DATE.exec(address) : null;
  if (!match || (match[2] === "" && match[0].length !== 9)) return undefined;
  const date = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  const iso = isDay(date) ? isoDate(date) : undefined;
  return iso !== undefined && plausible(iso) ? iso : undefined;
}

const textOf = (element: PageElement): string => clean(element.textContent ?? "");

function dayInElement(element: PageElement, order: NumberOrder): string | undefined {
  for (const attribute of ["datetime", "content", "title"]) {
    const value = element.getAttribute(attribute);
    const day = value ? dayIn(value, order) : undefined;
    if (day) return day;
  }
  const text = textOf(element);
  return text.length <= 120 ? dayIn(text, order) : undefined;
}

/** Parts of a page that tell of other articles: a date in them is not this article's. */
const ELSEWHERE =
  /related|recommend|sidebar|popular|latest|recent|more-|teaser|footer|comment|widget|trending|archive|topbar|top-bar|masthead|navbar|menu|weather/i;
/** Blogger calls the part that holds the article a widget too. */
const OWN_WIDGET = /\bwidget Blog\b/;
const TEASER_LENGTH = 400;
const HEADLINE_LENGTH = 25;
/** Elements with a date in them that are looked at, so that a page full of dates costs no more than others. */
const MOST_CANDIDATES = 100;

function isElsewhere(element: PageElement): boolean {
  for (let at: PageElement | undefined = element, up = 0; at && up < 8; at = parentOf(at), up++) {
    if (at.tagName === "ASIDE" || at.tagName === "FOOTER" || at.tagName === "NAV") return true;
    const page = at.tagName === "BODY" || at.tagName === "HTML" || OWN_WIDGET.test(at.className);
    if (!page && ELSEWHERE.test(`${at.className} ${at.id}`)) return true;
  }
  return inTeaser(element);
}

/** True where a headline that is a link stands beside the date: it tells of the article behind that link. */
function inTeaser(element: PageElement): boolean {
  let at = parentOf(element);
  for (let up = 0; at && up < 3 && (at.textContent ?? "").length < TEASER_LENGTH; up++) {
    for (const link of at.getElementsByTagName("a")) {
      if (textOf(link).length >= HEADLINE_LENGTH && link.getAttribute("href")) return true;
    }
    at = parentOf(at);
  }
  return false;
}

function fromElements(elements: PageElements, order: NumberOrder): Marked<string> | undefined {
  for (const selector of pageMetadata()["date-elements"]) {
    for (const element of elements.select(selector).slice(0, 20)) {
      if (isElsewhere(element)) continue;
      const value = dayInElement(element, order);
      if (value) return { value, by: `element ${selector}` };
    }
  }
  return undefined;
}

/** Short texts in elements whose class or id speaks of dates, in the order of the page. */
function fromClasses(elements: PageElements, order: NumberOrder): Marked<string> | undefined {
  const names = new Set(pageMetadata()["date-classes"]);
  let candidates = 0;
  for (const element of elements.all) {
    if (element.tagName === "BODY" || element.tagName === "HTML") continue;
    const called = `${element.className} ${element.id}`;
    if (called === " ") continue;
    const parts = called
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z]+/);
    if (!parts.some((part) => names.has(part))) continue;
    if ((element.textContent ?? "").length > 300) continue;
    const text = textOf(element);
    const value = /\d/.test(text) ? dayIn(text, order) : undefined;
    if (!value) continue;
    if (!isElsewhere(element)) return { value, by: "element with a class for dates" };
    if (++candidates >= MOST_CANDIDATES) return undefined;
  }
  return undefined;
}

const OF_LINES = new Set("P SPAN DIV LI TD H2 H3 H4 H5 SMALL EM I STRONG B FONT".split(" "));

/** A line of its own that holds a date and nothing else, in the order of the page. */
function fromLines(elements: PageElements, order: NumberOrder): Marked<string> | undefined {
  let candidates = 0;
  for (const element of elements.all) {
    if (!OF_LINES.has(element.tagName)) continue;
    const text = element.textContent ?? "";
    if (text.length < 6 || text.length > 120 || !/\d/.test(text)) continue;
    const line = clean(text);
    const date = dateLineOf(line)?.date ?? (line.length <= 40 ? findDate(line, order) : undefined);
    const value = date && isoDate(date);
    if (!value || !plausible(value)) continue;
    if (!isElsewhere(element)) return { value, by: "date line of the page" };
    if (++candidates >= MOST_CANDIDATES) return undefined;
  }
  return undefined;
}

/** A file name that begins with the moment of its upload: "20201007120909561.jpg". */
const UPLOAD_MOMENT = /\/((?:19|20)\d{6})\d{6,9}\.\w{3,4}(?=$|[?#])/;

/** The day in the address of the picture that the page gives as its own: publishers file uploads by day. */
function fromPicture(metas: Map<string, string>): Marked<string> | undefined {
  for (const name of ["og:image", "twitter:image"]) {
    const address = metas.get(name);
    const moment = address ? UPLOAD_MOMENT.exec(address)?.[1] : undefined;
    const value = moment ? dayIn(moment, "unknown") : dayInAddress(address);
    if (value && plausible(value)) return { value, by: `address of the picture in ${name}` };
  }
  return undefined;
}

/**
 * The day a page was published, from the surest place that says so: JSON-LD, meta elements, elements marked as dates,
 * the page's address, time elements, dates in short texts, the address of its picture, and at last the day
 * of its last change.
 */
export function publishedOf(
  elements: PageElements,
  data: ArticleData,
  metas: Map<string, string>,
  url: string | undefined,
): Marked<string> | undefined {
  const order = numberOrder(elements, metas);
  const names = pageMetadata();
  const fromMetas = (of: readonly string[], label: string): Marked<string> | undefined => {
    for (const name of of) {
      const value = metas.has(name) ? dayIn(metas.get(name)!, order) : undefined;
      if (value) return { value, by: `meta ${name}${label}` };
    }
    return undefined;
  };
  const fromData = (value: string | undefined, by: string): Marked<string> | undefined => {
    const day = value === undefined ? undefined : dayIn(value, order);
    return day ? { value: day, by: `JSON-LD ${by}` } : undefined;
  };
  const fromAddress = (): Marked<string> | undefined => {
    const link = elements.select("link[rel=canonical]")[0]?.getAttribute("href") ?? metas.get("og:url");
    for (const address of [url, link]) {
      const value = dayInAddress(address);
      if (value) return { value, by: "address of the page" };
    }
    return undefined;
  };
  return (
    fromData(data.published, "datePublished") ??
    fromMetas(names.published, "") ??
    fromAddress() ??
    fromElements(elements, order) ??
    fromClasses(elements, order) ??
    fromLines(elements, order) ??
    fromPicture(metas) ??
    fromData(data.modified, "dateModified") ??
    fromMetas(names.updated, " (updated)")
  );
}
