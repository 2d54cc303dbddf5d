import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pair } from "../../src/check/pairing.js";
import { mainWords, occurrences, shareOf, shareWord } from "../../src/check/words.js";

describe("occurrences", () => {
  it("finds whole words only, over broken lines, each time that they stand there", () => {
    expect(occurrences("tests, a test of\nthe test", "test")).toEqual([
      { start: 9, end: 13 },
      { start: 21, end: 25 },
    ]);
    expect(occurrences("a test of\n the harbour", "test of the")).toHaveLength(1);
    expect(occurrences("“No (more).”", "(more).")).toHaveLength(1);
  });

  it("finds any words of a text, whatever their signs", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé.*+?^${}()|[\]\\-]{1,6}$/), { minLength: 3, maxLength: 6 }),
        (words) => {
          const sought = words.slice(1, 2).join(" ");
          fc.pre(/^[a-zé].*[a-zé]$|^[a-zé]$/.test(sought));
          expect(occurrences(words.join(" "), sought).length).toBeGreaterThan(0);
        },
      ),
      { seed: 7 },
    );
  });
});

describe("shareOf", () => {
  it("is 1 for the same, 0 for what lies apart, and the same both ways", () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(shareOf([a], [a])).toBe(1);
        expect(shareOf([a], [b])).toBe(shareOf([b], [a]));
        expect(shareOf([a], [{ start: a.end, end: a.end + 5 }])).toBe(0);
      }),
      { seed: 7 },
    );
  });
});

it("shareWord looks past case, accents, plural and little words", () => {
  expect(shareWord("the Ministry of Foreign Affairs", "foreign ministry")).toBe(true);
  expect(shareWord("trading partners", "partner")).toBe(true);
  expect(shareWord("the bank of a river", "the house of a lord")).toBe(false);
  expect([...mainWords("Tensions of the Été")]).toEqual(["tension", "ete"]);
});

it("pair gives the best fits first, each row once", () => {
  const pairs = pair([
    { gold: 0, row: 0, fit: 1 },
    { gold: 0, row: 1, fit: 2 },
    { gold: 1, row: 1, fit: 3 },
    { gold: 2, row: 1, fit: 1 },
  ]);
  expect([...pairs].sort()).toEqual([
    [0, 0],
    [1, 1],
  ]);
});
