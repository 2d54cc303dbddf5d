import { describe, expect, it } from "vitest";
import { endOfMark, isEmoticon } from "../../src/language/marks.js";

describe("endOfMark", () => {
  it.each([
    ["...but", "..."],
    ["?!'", "?!"],
    ["...?", "..."],
    ["!...", "!"],
    ["….", "…."],
    ["''no", "''"],
    ["'no", "'"],
    ["'90s", "'90s"],
    ["’17,", "’17"],
    ["'905", "'"],
    ["--yes", "--"],
    ["))", ")"],
    [":)", ":)"],
    [":)a", ":"],
    ["#peace.", "#peace"],
    ["#1", "#"],
    ["$5", "$"],
    ["👍🏽👍", "👍🏽"],
  ])("begins %s with %s", (text, mark) => expect(text.slice(0, endOfMark(text, 0, text.length))).toBe(mark));

  it("does not read past the end of the token", () => {
    expect(endOfMark("..", 0, 1)).toBe(1);
    expect(endOfMark("👍", 0, 1)).toBe(1);
  });

  it("knows emoticons", () => {
    expect([":)", ".", ""].map(isEmoticon)).toEqual([true, false, false]);
  });
});
