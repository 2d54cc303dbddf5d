import { Readability } from "@mozilla/readability";
import type { Block } from "../block.js";
import { blocksOf } from "./blocks.js";
import type { PageDocument, PageElement } from "./dom.js";

function readable(document: PageDocument): Block[] {
  const reader = new Readability<PageElement>(document as never, {
    serializer: (node) => node as unknown as PageElement,
    keepClasses: true,
    disableJSONLD: true,
  });
  try {
    const content = reader.parse()?.content;
    return content ? blocksOf(content) : [];
  } catch {
    // Markup that no page has can be too much for it; the whole body is read then.
    return [];
  }
}

/**
 * The paragraphs of a page's article, by Mozilla's Readability; of the whole body where that finds none.
 * `document` is changed on the way, so whatever else is wanted of it must have been read before; `again` builds the
 * same document anew.
 */
export function articleOf(document: PageDocument, again: () => PageDocument): Block[] {
  const blocks = readable(document);
  if (blocks.length > 0) return blocks;
  return blocksOf(again().body);
}
