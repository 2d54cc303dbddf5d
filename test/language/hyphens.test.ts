import { describe, expect, it } from "vitest";
import { endOfHyphenated } from "../../src/language/hyphens.js";

const held = (text: string) => endOfHyphenated(text, 0, text.indexOf("-"), text.length) > 0;

describe("endOfHyphenated", () => {
  it.each(["re-election", "co-operate", "mid-1980s", "Non-Aligned", "career-wise", "555-0199", "2017-02-28"])(
    "holds %s together",
    (text) => expect(held(text)).toBe(true),
  );
  it.each([
    "short-range",
    "over-the-counter",
    "2001-2003",
    "3-4",
    "re-",
    "al-Qaeda",
    "Sung-nam",
    "pre-and-post",
  ])("splits %s", (text) => expect(held(text)).toBe(false));
});
