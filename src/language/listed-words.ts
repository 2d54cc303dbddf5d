import type { Span } from "../record/span.js";
import { isApostrophe, isWordCharacter } from "./characters.js";
import { readTable } from "./word-lists.js";

/** A letter tree of the listed tokens: one step a character, so that most words are left after two or three. */
interface Node {
  readonly next: Map<string, Node>;
  /** Lengths of the parts of the token that ends here. */
  parts?: readonly number[];
  /** True where the token counts in small letters only: "im" is "I'm", "Im" a Korean name. */
  small?: boolean;
}

const root: Node = { next: new Map() };
for (const [written, parts, letters] of readTable("split-words.tsv")) {
  let node = root;
  for (const character of written!) {
    let child = node.next.get(character);
    if (!child) {
      child = { next: new Map() };
      node.next.set(character, child);
    }
    node = child;
  }
  node.parts = parts!.split(" ").map((part) => part.length);
  node.small = letters === "small";
}

/**
 * Adds the words of the longest listed token that begins at `start` and ends at a word's edge before or at `end`.
 * Returns its end, or 0 where none is listed.
 */
export function splitListed(text: string, start: number, end: number, out: Span[]): number {
  let node: Node | undefined = root;
  let found: Node | undefined;
  let to = 0;
  for (let i = start; i < end; i++) {
    node = node.next.get(isApostrophe(text, i) ? "'" : text[i]!.toLowerCase());
    if (!node) break;
    if (!node.parts || (i + 1 < end && isWordCharacter(text, i + 1))) continue;
    if (node.small && text.slice(start, i + 1) !== text.slice(start, i + 1).toLowerCase()) continue;
    found = node;
    to = i + 1;
  }
  let from = start;
  for (const length of found?.parts ?? []) {
    out.push({ start: from, end: from + length });
    from += length;
  }
  return to;
}
