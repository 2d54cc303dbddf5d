import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "../../src/language/tokens.js";

const split = (text: string) => splitWords(text, 0, text.length).map((w) => text.slice(w.start, w.end));

describe("splitWords", () => {
  it.each([
    ["The envoy won’t resign, he said.", "The|envoy|wo|n’t|resign|,|he|said|."],
    ["They cannot and shouldn't've agreed.", "They|can|not|and|should|n't|'ve|agreed|."],
    ["China's ministers' cars", "China|'s|ministers|'|cars"],
    ["I'm gonna ask", "I|'m|gon|na|ask"],
    ["short-range missiles and a re-election", "short|-|range|missiles|and|a|re-election"],
    ["co-operate by e-mail, career-wise", "co-operate|by|e-mail|,|career-wise"],
    ["in Mar-a-Lago", "in|Mar|-|a|-|Lago"],
    ["an over-the-counter drug", "an|over|-|the|-|counter|drug"],
    ["a U.S.-led talk in Washington, D.C.", "a|U.S.|-|led|talk|in|Washington|,|D.C."],
    ["Gen. J. Smith met Mr.Brown on Jan. 5.", "Gen.|J.|Smith|met|Mr.|Brown|on|Jan.|5|."],
    ["S.Korea at 5p.m. and 10:30 a.m. today", "S.|Korea|at|5|p.m.|and|10:30|a.m.|today"],
    ["It took votes, seats, etc.", "It|took|votes|,|seats|,|etc|."],
    ["plan B.", "plan|B|."],
    ["No. 5 said no. No.", "No.|5|said|no|.|No|."],
    ["$5.4bn, US$20 and 40% of 1,350kg", "$|5.4|bn|,|US$|20|and|40|%|of|1,350|kg"],
    ["10,20 and 1,000,000", "10|,|20|and|1,000,000"],
    ["2017-02-28, 3-4 days, call 555-0199", "2017-02-28|,|3|-|4|days|,|call|555-0199"],
    ["the 1990s, the 60's and the '90s", "the|1990s|,|the|60's|and|the|'90s"],
    ["on 9/11, and/or w/o", "on|9/11|,|and|/|or|w/o"],
    ["See www.un.org/news, (mailto:a@un.org).", "See|www.un.org/news|,|(|mailto:a@un.org|)|."],
    ["ask j.doe@mofa.go.kr or state.gov.", "ask|j.doe@mofa.go.kr|or|state.gov|."],
    ["It ended.They left", "It|ended|.|They|left"],
    ["AT&T, Marks&Spencer", "AT&T|,|Marks|&|Spencer"],
    ["“Why?!” he asked… ‘no’", "“|Why|?!|”|he|asked|…|‘|no|’"],
    ["``Yes,'' she said -- twice...", "``|Yes|,|''|she|said|--|twice|..."],
    ["well—[sic] 'tis so :)", "well|—|[|sic|]|'t|is|so|:)"],
    ["Im Sung-nam", "Im|Sung|-|nam"],
    ["#peace @mfa_china 3.5m +44 .5", "#peace|@mfa_china|3.5|m|+44|.5"],
    ["👩‍👩‍👧 👍🏽!", "👩‍👩‍👧|👍🏽|!"],
  ])("splits %s", (text, words) => {
    expect(split(text)).toEqual(words.split("|"));
  });

  it("gives offsets in the whole text, of the stretch alone", () => {
    const text = "One. Two, three. Four.";
    expect(splitWords(text, 5, 16)).toEqual([
      { start: 5, end: 8 },
      { start: 8, end: 9 },
      { start: 10, end: 15 },
      { start: 15, end: 16 },
    ]);
    expect(splitWords("", 0, 0)).toEqual([]);
  });

  const pieces = fc.constantFrom(
    ..."'’`\".,:;!?-–—/&@#$%*_+()[]{}<>…“”0158aAszS \t\n",
    ..."n't 's U.S. Mr. www. http:// .com a@b.de re- 'em 's :) \u200d \u0301 \u200b 👍 \ud83d".split(" "),
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  );

  it("covers every character but blanks and control characters once, in order, inside the text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(3), fc.nat(3), (text, before, after) => {
        const start = Math.min(before, text.length);
        const end = Math.max(start, text.length - after);
        let at = start;
        for (const word of splitWords(text, start, end)) {
          expect(text.slice(at, word.start)).toMatch(/^[\s\p{Cc}\u200b]*$/u);
          expect(word.start).toBeGreaterThanOrEqual(at);
          expect(word.end).toBeGreaterThan(word.start);
          expect(text.slice(word.start, word.end)).not.toMatch(/[\s\p{Cc}\u200b]/u);
          at = word.end;
        }
        expect(at).toBeLessThanOrEqual(end);
        expect(text.slice(at, end)).toMatch(/^[\s\p{Cc}\u200b]*$/u);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    "'",
    ".",
    "-",
    "a.",
    "a-",
    "re-",
    "a'",
    "1-",
    "1,",
    "&",
    "a@",
    "(",
    ":)",
    "www.",
    "a_",
    "x-wise_",
    "́",
    "👍\u200d",
  ])("takes time linear in the length of repeated %j", (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = process.cpuUsage().user;
      splitWords(text, 0, text.length);
      return process.cpuUsage().user - start;
    };
    time(100_000);
    // A quadratic pass over a megabyte would take minutes.
    expect(time(1_000_000)).toBeLessThan(5_000_000);
  });
});
