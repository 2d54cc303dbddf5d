import { describe, expect, it } from "vitest";
import type { Word } from "../../src/language/analysis.js";
import { readNumber } from "../../src/quantity/read-number.js";

/** Words between white space; a hyphen is a word of its own. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/-|[^\s-]+/g)].map(
    ({ 0: form, index: start }) => ({ form, start, end: start + form.length, upos: "NOUN" }) as Word,
  );
}

/** The number at the beginning of a text: value, range or least value, and the words that it takes. */
function read(text: string): string {
  const words = wordsOf(text);
  const number = readNumber(words, 0, words.length);
  if (!number) return "none";
  const value = number.high === number.low ? `${number.low}` : `${number.low}..${number.high ?? ""}`;
  return `${value} in ${number.last}`;
}

describe("readNumber", () => {
  it.each([
    ["12 men", "12 in 1"],
    ["1,500 men", "1500 in 1"],
    ["2.07 billion people", "2070000000 in 2"],
    ["twenty-one men", "21 in 3"],
    ["two hundred and six thousand men", "206000 in 5"],
    ["a hundred men", "100 in 2"],
    ["a dozen men", "12 in 2"],
    ["a few hundred men", "200.. in 3"],
    ["several thousand men", "2000.. in 2"],
    ["dozens of men", "24.. in 1"],
    ["tens of thousands of men", "20000.. in 3"],
    ["hundreds of millions of men", "200000000.. in 3"],
    ["half a million men", "500000 in 3"],
    ["half the men", "0.5 in 1"],
    ["two-thirds of them", "0.666666666667 in 3"],
    ["1/4 of them", "0.25 in 1"],
    ["2½ million men", "2500000 in 2"],
    ["two three men", "2 in 1"],
    ["third in line", "none"],
    ["a man", "none"],
    ["men", "none"],
    ["12km of road", "12 in 1"],
    ["3m men", "3000000 in 1"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("stops at the limit that it is given", () => {
    const words = wordsOf("12 million men");
    expect(readNumber(words, 0, 1)).toMatchObject({ low: 12, last: 1 });
  });
});
