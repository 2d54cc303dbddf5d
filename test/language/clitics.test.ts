import { describe, expect, it } from "vitest";
import { splitClitics } from "../../src/language/clitics.js";
import type { Span } from "../../src/record/span.js";

function split(word: string): string[] {
  const out: Span[] = [];
  splitClitics(word, 0, word.length, out);
  return out.map((s) => word.slice(s.start, s.end));
}

describe("splitClitics", () => {
  it.each([
    ["don't", "do|n't"],
    ["CAN’T", "CA|N’T"],
    ["she'd've", "she|'d|'ve"],
    ["Beijing’s", "Beijing|’s"],
    ["it`s", "it|`s"],
    ["O'Connell", "O'Connell"],
    ["Shi'ite", "Shi'ite"],
    ["1960's", "1960's"],
    ["AK47's", "AK47|'s"],
    ["'s", "'s"],
    ["envoy", "envoy"],
  ])("splits %s into %s", (word, parts) => expect(split(word)).toEqual(parts.split("|")));
});
