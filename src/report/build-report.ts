import { identifier } from "../record/identifier.js";
import type { Span } from "../record/span.js";
import { type Known, known, unknown, type Value } from "../record/value.js";
import { type DateParts, isIsoDate, isoDate } from "./dates.js";
import type { Piece, Statement } from "./piece.js";
import type { Byline, Dateline, Licence, Paragraph, Report } from "./report.js";

/** A value that a page's markup gives, and where in the markup. */
export interface Marked<T> {
  readonly value: T;
  /** For instance "JSON-LD datePublished". */
  readonly by: string;
}

/** What markup says about a report; plain text says none of it. */
export interface Markup {
  readonly title?: Marked<string>;
  readonly outlet?: Marked<string>;
  readonly published?: Marked<string>;
  readonly bylines?: Marked<readonly Byline[]>;
}

export interface Draft {
  readonly origin: string;
  readonly pieces: readonly Piece[];
  readonly markup: Markup;
  /** Told by the caller; they win over what the report states. */
  readonly given: { readonly published?: string | undefined; readonly outlet?: string | undefined };
  readonly notes: readonly string[];
}

type Placed = Piece & Span;
type Of<K extends Statement["of"]> = Extract<Statement, { of: K }>;

function place(pieces: readonly Piece[]): { text: string; placed: Placed[] } {
  let text = "";
  const placed = pieces.map((piece, i): Placed => {
    if (i > 0) text += piece.joined ? " " : "\n\n";
    const start = text.length;
    text += piece.text;
    return { ...piece, start, end: text.length };
  });
  return { text, placed };
}

/** All statements of one kind with the paragraphs that make them, in the order of the text. */
function stated<K extends Statement["of"]>(placed: readonly Placed[], of: K): (Of<K> & { at: Placed })[] {
  const isOfKind = (statement: Statement): statement is Of<K> => statement.of === of;
  return placed.flatMap((at) => at.states.filter(isOfKind).map((statement) => ({ ...statement, at })));
}

function spanOf(words: string, at: Placed): Span {
  const offset = at.text.indexOf(words);
  return offset < 0
    ? { start: at.start, end: at.end }
    : { start: at.start + offset, end: at.start + offset + words.length };
}

function marked<T>(value: Marked<T>): Known<T> {
  return known(value.value, "stated", value.by);
}

function titleOf(placed: readonly Placed[], markup: Markup): Value<string> {
  const at = stated(placed, "title")[0]?.at;
  const span = at && { start: at.start, end: at.end };
  if (markup.title) return known(markup.title.value, "stated", markup.title.by, span);
  if (!at) return unknown("no headline stands above the text");
  return known(at.text, "stated", at.joined ? "header field" : "headline above the text", span);
}

/** Where an outlet's name says most about who published the text, the surest first. */
const OUTLET_PLACES = [
  "header field",
  "logo",
  "byline",
  "date line",
  "licence sentence",
  "dateline",
  "copyright line",
];

function outletOf(placed: readonly Placed[], { markup, given }: Draft): Value<string> {
  if (given.outlet !== undefined) return known(given.outlet, "given", "given with the report");
  if (markup.outlet) return marked(markup.outlet);
  const candidates = stated(placed, "outlet");
  for (const by of OUTLET_PLACES) {
    const found = candidates.find((candidate) => candidate.by === by);
    if (found) return known(found.name, "stated", by, spanOf(found.name, found.at));
  }
  return unknown("the text names no outlet");
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const dayInWords = ({ day, month }: DateParts): string => `${day} ${MONTHS[month - 1]}`;

function publishedOf(placed: readonly Placed[], { markup, given }: Draft): Value<string> {
  if (given.published !== undefined) {
    if (isIsoDate(given.published)) return known(given.published, "given", "given with the report");
    return unknown(
      `the date given with the report, “${given.published}”, is no calendar date like 2017-02-28`,
    );
  }
  if (markup.published) return marked(markup.published);
  const dates = stated(placed, "date");
  const whole = dates.filter((statement) => statement.date.year !== undefined);
  const found =
    whole.find((statement) => statement.dated === "first") ??
    whole.find((statement) => statement.dated === "plain") ??
    whole[0];
  if (found) {
    const by = found.dated === "later" ? `${found.by} (updated)` : found.by;
    return known(isoDate(found.date)!, "stated", by, { start: found.at.start, end: found.at.end });
  }
  const partial = dates[0];
  if (partial) return unknown(`the ${partial.by} gives ${dayInWords(partial.date)}, but no year`);
  return unknown("the text states no date of publication");
}

function bylinesOf(placed: readonly Placed[], markup: Markup): readonly Byline[] {
  const said = stated(placed, "bylines");
  const own = said.filter((statement) => statement.by !== "credit line");
  const inText = (own.length > 0 ? own : said).flatMap((statement) => statement.parts.bylines);
  const names = new Map<string, Byline>();
  for (const byline of markup.bylines?.value ?? inText) {
    const key = byline.name.toLowerCase();
    if (!names.has(key)) names.set(key, byline);
  }
  // Markup seldom tells a role; the line above the text may.
  for (const byline of inText) {
    const key = byline.name.toLowerCase();
    const known = names.get(key);
    if (known && known.role === undefined && byline.role !== undefined) names.set(key, byline);
  }
  return [...names.values()];
}

function licenceOf(placed: readonly Placed[]): Value<Licence> {
  const found = stated(placed, "licence")[0];
  if (!found) return unknown("the text states no terms of republication");
  const { licence } = found.parts;
  const all = stated(placed, "licence").flatMap((statement) => statement.parts.licence.mustCarry);
  const whole = { terms: licence.terms, mustCarry: Object.freeze([...new Set(all)]) };
  return known(Object.freeze(whole), "stated", "licence sentence", spanOf(licence.terms, found.at));
}

function datelineOf(placed: readonly Placed[]): Dateline | undefined {
  const found = stated(placed, "dateline")[0];
  if (!found) return undefined;
  const { place, agency, date } = found.dateline;
  const parts = { start: found.at.start, end: found.at.end, ...date };
  return Object.freeze({
    ...parts,
    ...(place === undefined ? {} : { place }),
    ...(agency === undefined ? {} : { agency }),
  });
}

/** Joins the pieces to the canonical text and settles, field by field, what is stated, given or unknown. */
export function buildReport(draft: Draft): Report {
  const { text, placed } = place(draft.pieces);
  const title = titleOf(placed, draft.markup);
  const paragraphs = placed.map(
    ({ start, end, role, reason }): Paragraph =>
      Object.freeze({ start, end, role, ...(reason === undefined ? {} : { reason }) }),
  );
  const dateline = datelineOf(placed);
  return Object.freeze({
    kind: "report",
    id: identifier("r", text, title.known ? title.value : ""),
    origin: draft.origin,
    text,
    paragraphs: Object.freeze(paragraphs),
    title: Object.freeze(title),
    outlet: Object.freeze(outletOf(placed, draft)),
    published: Object.freeze(publishedOf(placed, draft)),
    bylines: Object.freeze(bylinesOf(placed, draft.markup).map((byline) => Object.freeze(byline))),
    licence: Object.freeze(licenceOf(placed)),
    ...(dateline ? { dateline } : {}),
    ...(draft.notes.length > 0 ? { notes: Object.freeze([...draft.notes]) } : {}),
  });
}
