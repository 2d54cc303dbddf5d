import type { Refusal } from "../../record/refusal.js";
import * as refusals from "../../record/refusals.js";
import type { Block } from "../block.js";
import type { Markup } from "../build-report.js";
import { endsLikeSentence } from "../headline.js";
import { type Piece, piece } from "../piece.js";
import { assignRoles } from "../roles.js";
import { articleOf } from "./article.js";
import { articleData } from "./json-ld.js";
import { markupOf } from "./metadata.js";
import { type PrunedPage, prunePage } from "./prune.js";

/** What a page gives for a report. */
export interface Page {
  readonly pieces: readonly Piece[];
  readonly markup: Markup;
  readonly notes: readonly string[];
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Puts the title first, and takes it away where the article repeats it. */
function withTitle(pieces: readonly Piece[], title: string | undefined): Piece[] {
  if (title === undefined) return [...pieces];
  const key = letters(title);
  const rest = pieces.filter((each, i) => i > 8 || letters(each.text) !== key);
  return [piece({ text: title }, "title", undefined, [{ of: "title" }]), ...rest];
}

/** Sets aside a last paragraph that the end of a broken page cuts off inside a sentence. */
function withoutBrokenEnd(pieces: Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (last?.role !== "body" || endsLikeSentence(last.text)) return pieces;
  return [
    ...pieces.slice(0, -1),
    { ...last, role: "furniture", reason: "broken off by the end of the page" },
  ];
}

function describe({ scripts, unread }: PrunedPage, blocks: readonly Block[]): string {
  if (unread !== undefined)
    return `a page without an article before the part that is left unread (${unread})`;
  if (blocks.length === 0) return scripts > 0 ? "a page of scripts only" : "a page without text";
  return "a page of links and labels only";
}

/** Reads an HTML page: its article, its title first, and what its markup says. */
export function readPage(
  html: string,
  input: { readonly origin: string; readonly brokenEnd: boolean; readonly url?: string | undefined },
): Page | Refusal {
  const pruned = prunePage(html);
  const markup = markupOf(pruned.document, articleData(pruned.jsonLd), input.url);
  const blocks = articleOf(pruned.document, () => prunePage(html).document);
  let pieces = assignRoles(blocks, markup.title !== undefined);
  const cut = pruned.cutInside ?? (input.brokenEnd ? "a character" : undefined);
  const notes: string[] = [];
  if (pruned.unread) notes.push(`left unread: ${pruned.unread}`);
  if (cut) {
    pieces = withoutBrokenEnd(pieces);
    notes.push(`the page is cut off inside ${cut}; what stands before was read`);
  }
  if (!pieces.some(({ role, text }) => role === "body" && /\p{L}{2}/u.test(text))) {
    if (cut) return refusals.cutOff(input.origin, `a page that breaks off inside ${cut}, before its article`);
    return refusals.noText(input.origin, describe(pruned, blocks));
  }
  return { pieces: withTitle(pieces, markup.title?.value), markup, notes };
}
