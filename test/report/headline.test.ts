import { describe, expect, it } from "vitest";
import { endsLikeSentence, headlineLikeness } from "../../src/report/headline.js";

describe("headlineLikeness", () => {
  it.each([
    ["China Says It Won’t Take Responsibility", "yes"],
    ["TALKS FAIL IN GENEVA", "yes"],
    ["Oslo rejects Moscow’s claim over cable", "perhaps"],
    ["Who fired first?", "perhaps"],
    ["Oslo rejected the claim.", "no"],
    ["He said:", "no"],
    ["Peace", "no"],
    ["1 2 3 4", "no"],
    [`${"word ".repeat(40)}end`, "no"],
  ])("%s: %s", (text, expected) => {
    expect(headlineLikeness(text)).toBe(expected);
  });
});

describe("endsLikeSentence", () => {
  it.each(["He left.", "“No.”", "Did he?)", "He said:"])("%s", (text) => {
    expect(endsLikeSentence(text)).toBe(true);
  });
  it.each(["Talks fail", "“No,” he said"])("not %s", (text) => {
    expect(endsLikeSentence(text)).toBe(false);
  });
});
