import { describe, expect, it } from "vitest";
import { splitListed } from "../../src/language/listed-words.js";
import { readTable } from "../../src/language/word-lists.js";
import type { Span } from "../../src/record/span.js";

function split(text: string): string[] {
  const out: Span[] = [];
  splitListed(text, 0, text.length, out);
  return out.map((s) => text.slice(s.start, s.end));
}

describe("splitListed", () => {
  it.each([
    ["cannot", "can|not"],
    ["Gonna", "Gon|na"],
    ["’tis", "’t|is"],
    ["'em,", "'em"],
    ["w/o", "w/o"],
    ["im", "i|m"],
    ["Im", ""],
    ["cannots", ""],
    ["envoy", ""],
  ])("takes from %s the words %j", (text, words) => expect(split(text).join("|")).toBe(words));

  it("lists parts that make up the token", () => {
    for (const [written, parts] of readTable("split-words.tsv"))
      expect(parts!.replaceAll(" ", "")).toBe(written);
  });
});
