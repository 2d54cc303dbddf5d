import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/language/sentences.js";
import { splitWords } from "../../src/language/tokens.js";

/** The sentences of a paragraph; `probability` plays the model. */
function sentencesOf(text: string, probability?: (form: string) => number): string[] {
  const words = splitWords(text, 0, text.length);
  const given = probability && Float32Array.from(words, (w) => probability(text.slice(w.start, w.end)));
  const starts = splitSentences(words, text, given);
  return starts.map((first, i) => {
    const last = (starts[i + 1] ?? words.length) - 1;
    return text.slice(words[first]!.start, words[last]!.end);
  });
}

describe("splitSentences", () => {
  it.each([
    "He left. ¦ She stayed! ¦ Why? ¦ Nobody knows...",
    "“We refuse.” ¦ He left.",
    "'We refuse.' ¦ \"We will not.\" ¦ (They left.) ¦ So be it.",
    "\"He said 'never.'\" ¦ They left.",
    '"Will you go?" he asked.',
    "The U.S. Department of State said so.",
    "Talks began in the U.S. ¦ The envoy left.",
    "Gen. J. Smith of St. Louis met Mr. Brown at 5 p.m. on Jan. 5.",
    "We went from plan A to plan B. ¦ The rest is known.",
    "2. Sanctions and trade grew. ¦ The list did too.",
    "See www.un.org. ¦ Then go.",
    "It rose 3.5 percent.",
    "Ministers Meet In Seoul",
    "i asked. ¦ they left? ¦ nobody knew.",
    "He paused... and went on.",
    "Great. :) ¦ Fine.",
  ])("splits %s by its marks alone", (marked) => {
    const sentences = marked.split(" ¦ ");
    expect(sentencesOf(sentences.join(" "))).toEqual(sentences);
  });

  it("splits where a blank is missing after the full stop", () => {
    expect(sentencesOf("It ended.They left.")).toEqual(["It ended.", "They left."]);
  });

  it("lets the model decide where the marks leave it open", () => {
    const text = "Ministers meet in Seoul Talks go on. Yet no deal.";
    expect(sentencesOf(text, (form) => (form === "Talks" ? 0.9 : 0))).toEqual([
      "Ministers meet in Seoul",
      "Talks go on. Yet no deal.",
    ]);
  });

  it("does not let the model split after a title, before a closing mark or inside a token", () => {
    const text = "Mr. Brown (the envoy) said “no”, the U.S.-led talks didn't go on.";
    const certain = sentencesOf(text, () => 1);
    expect(certain).toContain("Mr. Brown");
    expect(certain.every((s) => !/^[),”,.]|^-|^n't|^led/.test(s))).toBe(true);
    expect(certain.every((s) => !/[(“]$/.test(s))).toBe(true);
  });

  it("gives no sentence for no words", () => {
    expect(splitSentences([], "")).toEqual([]);
  });

  it("gives ascending starts from 0, whatever the text and the model say", () => {
    const piece = fc.constantFrom(
      "He",
      "left",
      ".",
      '"',
      "'",
      "“",
      "”",
      "(",
      ")",
      "Mr.",
      "?",
      "...",
      "-",
      "5",
      " ",
      " ",
    );
    const paragraph = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(
        paragraph,
        fc.boolean(),
        fc.infiniteStream(fc.float({ min: 0, max: 1, noNaN: true })),
        (text, told, p) => {
          const words = splitWords(text, 0, text.length);
          const probability = told ? Float32Array.from(words, () => p.next().value as number) : undefined;
          const starts = splitSentences(words, text, probability);
          expect(starts[0]).toBe(words.length > 0 ? 0 : undefined);
          expect(starts.every((start, i) => i === 0 || start > starts[i - 1]!)).toBe(true);
          expect(starts.every((start) => start < words.length)).toBe(true);
        },
      ),
    );
  });
});
