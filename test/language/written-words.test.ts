import { describe, expect, it } from "vitest";
import { endOfWrittenWord } from "../../src/language/written-words.js";

describe("endOfWrittenWord", () => {
  it.each([
    ["U.S.-led", "U.S."],
    ["p.m.,", "p.m."],
    ["Mr.Brown", "Mr."],
    ["G.W.Bush", "G.W."],
    ["end.Then", "end"],
    ["1,350kg", "1,350"],
    ["5p.m.", "5"],
    ["10,20", "10"],
    ["10:30am", "10:30"],
    ["5th", "5th"],
    ["US$20", "US$"],
    ["AT&T's", "AT&T's"],
    ["don't,", "don't"],
    ["ministers'", "ministers"],
    ["f**k", "f"],
    ["a_b@c", "a_b@c"],
  ])("begins %s with %s", (text, word) => {
    expect(text.slice(0, endOfWrittenWord(text, 0, text.length, text.length))).toBe(word);
  });
});
