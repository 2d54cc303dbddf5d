import { clean } from "../block.js";
import type { Marked, Markup } from "../build-report.js";
import { bylineOf } from "../byline.js";
import { lazy, readKnowledge } from "../knowledge.js";
import { isOutletName, isPersonName } from "../names.js";
import type { Byline } from "../report.js";
import type { PageDocument } from "./dom.js";
import type { ArticleData } from "./json-ld.js";
import { PageElements } from "./page-elements.js";
import { publishedOf } from "./published.js";

/** The form of `knowledge/report/page-metadata.yaml`. */
export interface PageMetadataFile {
  readonly published: readonly string[];
  readonly updated: readonly string[];
  readonly outlet: readonly string[];
  readonly author: readonly string[];
  readonly title: readonly string[];
  readonly "date-elements": readonly string[];
  readonly "date-classes": readonly string[];
  readonly "author-elements": readonly string[];
}

export const pageMetadata = lazy(() => readKnowledge<PageMetadataFile>("page-metadata.yaml"));

/** The contents of a page's meta elements by their name in small letters; the first of a name counts. */
function metaOf(elements: PageElements): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of elements.select("meta")) {
    const content = clean(meta.getAttribute("content") ?? meta.getAttribute("datetime") ?? "");
    if (content === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

function firstMeta(metas: Map<string, string>, names: readonly string[]): Marked<string> | undefined {
  const name = names.find((each) => metas.has(each));
  return name === undefined ? undefined : { value: metas.get(name)!, by: `meta ${name}` };
}

/** Text of JSON-LD without the character references that some publishers leave in it. */
const plain = (text: string): string =>
  clean(
    text
      .replace(/<[^>]{0,300}>/g, "")
      .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
      .replace(/&#x([0-9a-f]{1,5});/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(
        /&(quot|apos|nbsp|lt|gt|amp|rsquo|lsquo|rdquo|ldquo|ndash|mdash);/g,
        (_, name) => NAMED[name] ?? "",
      ),
  );
const NAMED: Record<string, string> = {
  quot: '"',
  apos: "'",
  nbsp: " ",
  lt: "<",
  gt: ">",
  amp: "&",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
};

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Cuts " | Example News" and the like from a page's title, where what stays is long enough to be a headline. */
function withoutSite(title: string, outlet: string | undefined): string {
  const match = /^(.{10,}?)\s+(?:[|»·•:—–]|-{1,2})\s+([^|»]{2,60})$/u.exec(title);
  if (!match) return title;
  const tail = match[2]!;
  const isSite =
    isOutletName(tail) ||
    (outlet !== undefined && letters(tail).includes(letters(outlet))) ||
    title.includes(" | ");
  return isSite && match[1]!.split(" ").length >= 3 ? match[1]! : title;
}

function titleOf(
  elements: PageElements,
  data: ArticleData,
  metas: Map<string, string>,
  outlet: string | undefined,
): Marked<string> | undefined {
  const titleElement = clean(elements.select("title")[0]?.textContent ?? "");
  const meta = firstMeta(metas, pageMetadata().title);
  const told = letters(`${data.headline ?? ""} ${meta?.value ?? ""} ${titleElement}`);
  // The headline that the reader sees, if the page's own titles confirm it.
  for (const heading of elements.select("h1")) {
    const text = clean(heading.textContent ?? "");
    if (text.length >= 8 && text.length <= 300 && told.includes(letters(text)))
      return { value: text, by: "h1" };
  }
  if (data.headline !== undefined) return { value: plain(data.headline), by: "JSON-LD headline" };
  if (meta) return { value: withoutSite(plain(meta.value), outlet), by: meta.by };
  if (titleElement !== "") return { value: withoutSite(titleElement, outlet), by: "title element" };
  const first = clean(elements.select("h1")[0]?.textContent ?? "");
  return first === "" ? undefined : { value: first, by: "h1" };
}

function outletOf(data: ArticleData, metas: Map<string, string>): Marked<string> | undefined {
  const usable = (name: string) =>
    name.length <= 60 && /\p{L}/u.test(name) && !/^https?:|^@|\.(?:html?|php)$/.test(name);
  const candidates: Marked<string>[] = [];
  const add = (value: string | undefined, by: string) => {
    const name =
      value &&
      plain(value)
        .replace(/^(?:the copyright .*|(?:copyright|©|\(c\))\s*(?:\d{4}\s*)?)/i, "")
        .trim();
    if (name && usable(name)) candidates.push({ value: name, by });
  };
  const [first, ...rest] = pageMetadata().outlet;
  add(metas.get(first!), `meta ${first}`);
  add(data.publisher, "JSON-LD publisher");
  for (const name of rest) add(metas.get(name), `meta ${name}`);
  // Some sites name a section where the outlet's name belongs; a name that is an outlet's for sure comes first.
  return candidates.slice(0, 2).find(({ value }) => isOutletName(value)) ?? candidates[0];
}

/** Names and roles in the words of an author field; names that no person has ("admin", the outlet) are left out. */
function authorsIn(text: string, outlet: string | undefined): readonly Byline[] {
  if (text.length > 200 || /https?:|@/.test(text)) return [];
  const bylines = bylineOf(/^by\s/i.test(text) ? text : `By ${text}`)?.bylines ?? [];
  return bylines.filter(({ name }) => letters(name) !== letters(outlet ?? ""));
}

/** The byline that stands in an element for it, as the reader sees it; the first of the page. */
function shownBylines(
  elements: PageElements,
  outlet: string | undefined,
): Marked<readonly Byline[]> | undefined {
  for (const element of elements.selectAny(pageMetadata()["author-elements"]).slice(0, 12)) {
    const text = element.textContent ?? "";
    if (text.length > 300) continue;
    const value = authorsIn(clean(text).replace(/\s*[|•·–—-]\s.*$/, ""), outlet);
    if (value.length > 0) return { value, by: "byline of the page" };
  }
  return undefined;
}

function markedBylines(data: ArticleData, metas: Map<string, string>, outlet: string | undefined) {
  const people = (data.authors ?? []).filter(({ person }) => person);
  const told = people.flatMap(({ name }) => {
    const cleaned = plain(name);
    const read = authorsIn(cleaned, outlet);
    return read.length === 0 && isPersonName(cleaned) && !isOutletName(cleaned) ? [{ name: cleaned }] : read;
  });
  if (told.length > 0) return { value: told, by: "JSON-LD author" };
  for (const name of pageMetadata().author) {
    const value = authorsIn(metas.get(name) ?? "", outlet);
    if (value.length > 0) return { value, by: `meta ${name}` };
  }
  return undefined;
}

/** Names from JSON-LD or meta elements, with the roles that the byline on the page adds; else that byline. */
function bylinesOf(
  elements: PageElements,
  data: ArticleData,
  metas: Map<string, string>,
  outlet: string | undefined,
): Marked<readonly Byline[]> | undefined {
  const shown = shownBylines(elements, outlet);
  const marked = markedBylines(data, metas, outlet);
  if (!marked || !shown) return marked ?? shown;
  const value = marked.value.map((byline) =>
    byline.role === undefined
      ? (shown.value.find(({ name }) => letters(name) === letters(byline.name)) ?? byline)
      : byline,
  );
  return { value, by: marked.by };
}

/** What the markup of a page says about its article. `url` is the page's address where the caller knows it. */
export function markupOf(document: PageDocument, data: ArticleData, url: string | undefined): Markup {
  const elements = new PageElements(document);
  const metas = metaOf(elements);
  const outlet = outletOf(data, metas);
  const title = titleOf(elements, data, metas, outlet?.value);
  const published = publishedOf(elements, data, metas, url);
  const bylines = bylinesOf(elements, data, metas, outlet?.value);
  return {
    ...(title ? { title } : {}),
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    ...(bylines ? { bylines } : {}),
  };
}
