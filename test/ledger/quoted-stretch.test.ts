import { describe, expect, it } from "vitest";
import { quotedStretch } from "../../src/ledger/quoted-stretch.js";

const WORDS =
  "Norway and Sweden must show their intolerance for these reckless launches by acts of their own";

describe("quotedStretch", () => {
  it("knows the same words again, whatever their marks and capitals", () => {
    expect(quotedStretch(WORDS, 6)).toBeDefined();
    expect(quotedStretch(WORDS.toUpperCase().replace("must", "must,"), 6)).toBe(quotedStretch(WORDS, 6));
  });

  it("tells other words from them", () => {
    expect(quotedStretch(WORDS.replaceAll(/[aeiou]/g, "y"), 6)).not.toBe(quotedStretch(WORDS, 6));
  });

  it("has nothing for few or common words", () => {
    expect(quotedStretch("their reckless launches", 6)).toBeUndefined();
    expect(quotedStretch("it is what it is and that is that", 6)).toBeUndefined();
    expect(quotedStretch("", 6)).toBeUndefined();
  });
});
