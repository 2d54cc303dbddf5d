import type { Block } from "./block.js";
import { bylineOf, creditedReporters, isCreditLine } from "./byline.js";
import { dateLineOf } from "./date-line.js";
import { datelineOf } from "./dateline.js";
import { furnitureOf, type Place } from "./furniture.js";
import { headerFieldOf, headerFields } from "./header-field.js";
import { endsLikeSentence, headlineLikeness } from "./headline.js";
import { licenceOf } from "./licence.js";
import { isPersonName, isRole, wordsOf } from "./names.js";
import { type Piece, piece, type Statement } from "./piece.js";

/** Licences and credit lines stand among the last blocks, or in the head. */
const NEAR_END = 4;
const NAME_ABOVE = "name above a role or date";

/** The report's own text: whole sentences of some length, or more words than any heading has. */
function isProse(block: Block): boolean {
  if (block.role !== undefined) return block.role === "body";
  if (block.heading) return false;
  const words = wordsOf(block.text).length;
  if (words >= 25) return furnitureOf(block.text, "middle") === undefined;
  if (words < 6 || !endsLikeSentence(block.text)) return false;
  return furnitureOf(block.text, "middle") === undefined && !dateLineOf(block.text) && !bylineOf(block.text);
}

/** A paragraph that furniture rules, licences or credit lines settle, wherever it stands. */
function setAside(block: Block, place: Place, nearEnd: boolean): Piece | undefined {
  const { text } = block;
  const furniture = furnitureOf(text, place);
  if (place !== "middle" || nearEnd) {
    const parts = licenceOf(text);
    if (parts) {
      const holder = parts.outlet ?? furniture?.outlet;
      const states: Statement[] = [{ of: "licence", parts }];
      if (holder) states.push({ of: "outlet", name: holder, by: "licence sentence" });
      return piece(block, "licence", "terms of republication", states);
    }
  }
  if (furniture) {
    const { rule, outlet } = furniture;
    return piece(block, "furniture", rule, outlet ? [{ of: "outlet", name: outlet, by: rule }] : []);
  }
  if ((place !== "middle" || nearEnd) && isCreditLine(text)) {
    const bylines = creditedReporters(text);
    return piece(block, "byline", "credit line", [{ of: "bylines", parts: { bylines }, by: "credit line" }]);
  }
  return undefined;
}

/** A byline or a date line, as they stand above a report and sometimes below it. */
function attribution(block: Block, next: Block | undefined): Piece | undefined {
  const line = dateLineOf(block.text);
  if (line) {
    const states: Statement[] = [{ of: "date", date: line.date, dated: line.dated, by: "date line" }];
    if (line.outlet) states.push({ of: "outlet", name: line.outlet, by: "date line" });
    if (line.byline) states.push(...bylineStatements(line.byline));
    return piece(block, "dateline", "date line", states);
  }
  const parts = bylineOf(block.text);
  if (parts) return piece(block, "byline", "byline", bylineStatements(parts));
  // A bare name is a byline where a role or a date line stands below it.
  if (next && isPersonName(block.text) && (isRole(next.text) || dateLineOf(next.text))) {
    const byline = isRole(next.text) ? { name: block.text, role: next.text } : { name: block.text };
    return piece(block, "byline", NAME_ABOVE, bylineStatements({ bylines: [byline] }));
  }
  return undefined;
}

function bylineStatements(parts: NonNullable<ReturnType<typeof bylineOf>>): Statement[] {
  const states: Statement[] = [{ of: "bylines", parts, by: "byline" }];
  if (parts.outlet) states.push({ of: "outlet", name: parts.outlet, by: "byline" });
  return states;
}

/** True where the first paragraph that is no furniture is the report's headline. */
function isTitle(block: Block, next: Block, afterNext: Block | undefined): boolean {
  const likeness = headlineLikeness(block.text);
  if (likeness === "no") return false;
  if (block.heading || likeness === "yes") return true;
  return (
    next.gap ||
    attribution(next, afterNext) !== undefined ||
    setAside(next, "head", false) !== undefined ||
    datelineOf(next.text) !== undefined
  );
}

/** Parts the dateline from the first paragraph of the report's own text. */
function splitDateline(block: Block): Piece[] {
  const dateline = datelineOf(block.text);
  const rest = dateline && block.text.slice(dateline.length).trim();
  if (!dateline || !rest) return [piece(block, "body", undefined)];
  const states: Statement[] = [{ of: "dateline", dateline }];
  if (dateline.agency) states.push({ of: "outlet", name: dateline.agency, by: "dateline" });
  if (dateline.date) states.push({ of: "date", date: dateline.date, dated: "plain", by: "dateline" });
  const head = { text: block.text.slice(0, dateline.length).trim() };
  return [
    piece(head, "dateline", "dateline", states),
    { ...piece({ text: rest }, "body", undefined), joined: true },
  ];
}

/** The blocks of a report, with what is told of them before roles are given. */
interface Layout {
  readonly blocks: readonly Block[];
  /** Number of header fields at the start. */
  readonly headers: number;
  readonly prose: readonly boolean[];
  /** First and last block of the report's own text; -1 where there is none. */
  readonly first: number;
  readonly last: number;
}

/** What was found on the way. */
interface Found {
  title: boolean;
  dateline: boolean;
  /** Index of the block that a name above it took as its role. */
  roleOfName: number;
}

function layoutOf(blocks: readonly Block[]): Layout {
  const headers = headerFields(blocks);
  const prose = blocks.map((block, i) => i >= headers && isProse(block));
  return { blocks, headers, prose, first: prose.indexOf(true), last: prose.lastIndexOf(true) };
}

/** A short line without a stop between paragraphs: a subheading or a caption. */
const isSubheading = (text: string): boolean => wordsOf(text).length <= 12 && !endsLikeSentence(text);

function readBlock({ blocks, headers, prose, first, last }: Layout, i: number, found: Found): Piece[] {
  const block = blocks[i]!;
  const next = blocks[i + 1];
  if (block.role !== undefined && block.role !== "body") return [piece(block, block.role, block.reason)];
  const field = i < headers ? headerFieldOf(block.text) : undefined;
  if (field) {
    if (field.some((part) => part.role === "title")) found.title = true;
    return field;
  }
  if (i === found.roleOfName) return [piece(block, "byline", "role below a name")];
  const place: Place = first < 0 || i < first ? "head" : i > last ? "tail" : "middle";
  const aside = setAside(block, place, i >= blocks.length - NEAR_END);
  if (aside) return [aside];
  const said = place !== "middle" || i === first ? attribution(block, next) : undefined;
  if (said) {
    if (said.reason === NAME_ABOVE && isRole(next!.text)) found.roleOfName = i + 1;
    return [said];
  }
  if (!found.title && i <= Math.max(first, 0) && next && isTitle(block, next, blocks[i + 2])) {
    found.title = true;
    return [piece(block, "title", undefined, [{ of: "title" }])];
  }
  if (first >= 0 && !prose[i] && (block.heading || (i > first && isSubheading(block.text)))) {
    return [piece(block, "furniture", "heading")];
  }
  if (found.dateline || (first >= 0 && !prose[i])) return [piece(block, "body", undefined)];
  found.dateline = true;
  return splitDateline(block);
}

/**
 * Gives each block its role and reads what it states about the report. `titleKnown` is true where markup already
 * gave the title, so that none is looked for.
 */
export function assignRoles(blocks: readonly Block[], titleKnown: boolean): Piece[] {
  const layout = layoutOf(blocks);
  const found: Found = { title: titleKnown, dateline: false, roleOfName: -1 };
  return blocks.flatMap((_, i) => readBlock(layout, i, found));
}
