import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FirstWords } from "../../src/knowledge/first-words.js";

/** A text with the names, each on a line, and where they begin. */
function listed(names: readonly string[]) {
  const text = names.map((name) => `${name}\n`).join("");
  const words = new FirstWords();
  const starts: number[] = [];
  for (let start = 0; start < text.length; start = text.indexOf("\n", start) + 1) {
    starts.push(start);
    words.addName(text, start, text.indexOf("\n", start));
  }
  return { text, words, starts };
}

describe("FirstWords", () => {
  it("finds names by their first word, whatever its letters, in the order of listing", () => {
    const { words, starts } = listed(["Nord Stream", "NORD", "Norda", "Nord-Ost"]);
    expect(words.startsOf("nord")).toEqual([starts[0], starts[1], starts[3]]);
    expect(words.mayHave("norda")).toBe(true);
    expect(words.mayHave("ost")).toBe(false);
    expect(words.startsOf("ost")).toEqual([]);
  });

  it("leaves out the small article, folds accents, and lists a hyphened name under both first words", () => {
    const { words, starts } = listed(["the Emirates", "Érable", "Al-Amal"]);
    expect(words.startsOf("emirates")).toEqual([starts[0]]);
    expect(words.mayHave("the")).toBe(false);
    expect(words.startsOf("erable")).toEqual([starts[1]]);
    expect(words.startsOf("al")).toEqual([starts[2]]);
    expect(words.startsOf("al-amal")).toEqual([starts[2]]);
  });

  it("stops at a semicolon and tells where", () => {
    const text = "Beta Front;Gamma";
    const words = new FirstWords();
    expect(words.addName(text, 0, text.length)).toBe(10);
    expect(words.addName(text, 11, text.length)).toBe(text.length);
    expect(words.all()).toEqual([0, 11]);
  });

  it("finds every name, however many there are", () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{0,5}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 60 }), (pairs) => {
        const { words, starts } = listed(pairs.map((pair) => pair.join(" ")));
        for (const [i, [first]] of pairs.entries()) {
          expect(words.startsOf(first.toLowerCase())).toContain(starts[i]);
        }
        expect(words.all()).toEqual(starts);
      }),
    );
  });
});
