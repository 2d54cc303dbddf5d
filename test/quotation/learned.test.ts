import { describe, expect, it } from "vitest";
import type { Analysis, AttributionRole } from "../../src/language/analysis.js";
import { learnedAttributions } from "../../src/quotation/learned.js";
import { makeAnalysis, type Row } from "./rows.js";

/** An analysis of paragraphs, one sentence each, whose words are given as forms; every word is a noun, marks aside. */
function paragraphs(...texts: readonly string[]): Analysis {
  const forms = texts.map((text) => text.split(" "));
  const rows = forms.flat().map((form): Row => {
    const upos = /\w/.test(form) ? "NOUN" : "PUNCT";
    return [form, form, upos, upos === "NOUN" ? "NN" : form, -1, "root"];
  });
  const { analysis } = makeAnalysis(rows);
  let first = 0;
  const sentences = forms.map(({ length }, index) => {
    const sentence = { index, start: 0, end: 0, first, last: first + length, root: first, paragraph: index };
    first += length;
    return sentence;
  });
  const sentenceOf = (word: number) => sentences.findIndex((s) => word < s.last);
  return {
    ...analysis,
    sentences,
    words: analysis.words.map((w) => ({ ...w, sentence: sentenceOf(w.index) })),
  };
}

/** What is learned where the model tells spans as [role, first word, one past the last, first word of the cue]. */
function learn(
  analysis: Analysis,
  ...spans: readonly (readonly [AttributionRole, number, number, number])[]
) {
  const roles = spans.map(([role, first, last, cue]) => ({ role, first, last, cue, start: 0, end: 0 }));
  return learnedAttributions({ ...analysis, roles });
}

describe("learnedAttributions", () => {
  const line = paragraphs("Berg and Anna Lind said prices fell and Voss left");

  it("takes the source nearest to the cue, the one before it where two are as near", () => {
    const [nearer] = learn(
      line,
      ["source", 0, 1, 4],
      ["source", 2, 4, 4],
      ["cue", 4, 5, 4],
      ["content", 5, 7, 4],
    );
    expect(nearer?.source).toEqual([2, 4]);
    const [before] = learn(
      line,
      ["source", 3, 4, 4],
      ["cue", 4, 5, 4],
      ["source", 5, 6, 4],
      ["content", 6, 7, 4],
    );
    expect(before?.source).toEqual([3, 4]);
  });

  it("joins sources that stand side by side", () => {
    const [one] = learn(
      line,
      ["source", 2, 3, 4],
      ["source", 3, 4, 4],
      ["cue", 4, 5, 4],
      ["content", 5, 7, 4],
    );
    expect(one?.source).toEqual([2, 4]);
  });

  it("leaves out content of a paragraph before the cue's", () => {
    const two = paragraphs("Prices fell", "Berg said Voss left");
    expect(learn(two, ["content", 0, 2, 3], ["cue", 3, 4, 3], ["content", 4, 6, 3])).toMatchObject([
      { content: [[4, 6]] },
    ]);
    expect(learn(two, ["content", 0, 2, 3], ["cue", 3, 4, 3])).toEqual([]);
  });

  it("keeps content of a later paragraph where it opens that or a colon leads into it", () => {
    const spans = [
      ["cue", 1, 2, 1],
      ["content", 2, 3, 1],
    ] as const;
    const opening = paragraphs("Berg said yes .", "“ Prices fell ”");
    expect(learn(opening, ...spans, ["content", 5, 7, 1])[0]?.content).toEqual([
      [2, 3],
      [5, 7],
    ]);
    const inside = paragraphs("Berg said yes .", "Later prices fell");
    expect(learn(inside, ...spans, ["content", 5, 7, 1])[0]?.content).toEqual([[2, 3]]);
    const led = paragraphs("Berg said this :", "Later prices fell");
    expect(learn(led, ...spans, ["content", 5, 7, 1])[0]?.content).toEqual([
      [2, 3],
      [5, 7],
    ]);
  });
});
