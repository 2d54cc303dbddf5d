import { bylineOf } from "./byline.js";
import { findDate } from "./dates.js";
import { lazy, readKnowledge } from "./knowledge.js";
import { type Piece, piece, type Statement } from "./piece.js";

type Field = "title" | "author" | "outlet" | "date" | "other";

const labels = lazy(() => {
  const map = new Map<string, Field>();
  const file = readKnowledge<Record<Field, readonly string[]>>("header-fields.yaml");
  for (const [field, names] of Object.entries(file)) for (const name of names) map.set(name, field as Field);
  return map;
});

const fieldOf = (paragraph: string): { field: Field; value: string } | undefined => {
  const match = /^([\p{L}-]{2,16}(?: [\p{L}]{2,10})?)\s?:\s+(\S.{0,250})$/u.exec(paragraph);
  const field = match ? labels().get(match[1]!.toLowerCase()) : undefined;
  return match && field ? { field, value: match[2]!.trim() } : undefined;
};

/** How many of the first blocks are header fields; a single line counts only where its label is a sure one. */
export function headerFields(blocks: readonly { readonly text: string }[]): number {
  const end = blocks.findIndex((block) => fieldOf(block.text) === undefined);
  const count = end < 0 ? blocks.length : end;
  return count === 1 && fieldOf(blocks[0]!.text)!.field === "other" ? 0 : count;
}

/** Reads a line such as "Source: Example News", as text exports put above a report; undefined for other lines. */
export function headerFieldOf(paragraph: string): Piece[] | undefined {
  const found = fieldOf(paragraph);
  if (!found) return undefined;
  const { field, value } = found;
  const block = { text: paragraph };
  switch (field) {
    case "title": {
      const label = { text: paragraph.slice(0, paragraph.length - value.length).trim() };
      const title: Piece = { ...piece({ text: value }, "title", undefined, [{ of: "title" }]), joined: true };
      return [piece(label, "furniture", "header field"), title];
    }
    case "author": {
      const parts = bylineOf(`By ${value}`);
      const states: Statement[] = parts ? [{ of: "bylines", parts, by: "header field" }] : [];
      return [piece(block, "byline", "header field", states)];
    }
    case "outlet":
      return [piece(block, "furniture", "header field", [{ of: "outlet", name: value, by: "header field" }])];
    case "date": {
      const date = findDate(value);
      const states: Statement[] = date ? [{ of: "date", date, dated: "first", by: "header field" }] : [];
      return [piece(block, "dateline", "header field", states)];
    }
    case "other":
      return [piece(block, "furniture", "header field")];
  }
}
