import { describe, expect, it } from "vitest";
import { parseConllu } from "../../src/evaluate/conllu.js";
import { scoreSyntax } from "../../src/evaluate/syntax-score.js";

/** One sentence a string; words "form/lemma/UPOS/head/deprel" with blanks between. */
function file(...sentences: string[]) {
  const lines = sentences.map((sentence) =>
    sentence
      .split(" ")
      .map((word, i) => {
        const [form, lemma, upos, head, deprel] = word.split("/");
        return [i + 1, form, lemma, upos, "XX", "_", head, deprel, "_", "_"].join("\t");
      })
      .join("\n"),
  );
  return parseConllu(`${lines.join("\n\n")}\n\n`);
}

const gold = file("He/he/PRON/2/nsubj:pass left/leave/VERB/0/root", "No/no/INTJ/0/root");

describe("scoreSyntax", () => {
  it("gives the gold itself 100", () => {
    for (const score of Object.values(scoreSyntax(gold, gold))) {
      expect(score).toEqual({ precision: 100, recall: 100, f1: 100 });
    }
  });

  it("compares the universal part of a relation and lemmas without letter case", () => {
    const scores = scoreSyntax(gold, file("He/HE/X/2/nsubj left/leaf/VERB/0/root", "No/no/INTJ/0/root"));
    expect(scores.las.f1).toBe(100);
    expect(scores.upos.f1).toBeCloseTo(66.67, 2);
    expect(scores.lemmas.f1).toBeCloseTo(66.67, 2);
  });

  it("asks for the governor and the label", () => {
    const scores = scoreSyntax(
      gold,
      file("He/he/PRON/0/root left/leave/VERB/1/root", "No/no/INTJ/0/parataxis"),
    );
    expect(scores.uas.f1).toBeCloseTo(33.33, 2);
    expect(scores.las.f1).toBe(0);
  });

  it("counts words that are split otherwise as wrong on both sides", () => {
    const scores = scoreSyntax(
      gold,
      file("He/he/PRON/0/root le/le/X/1/dep ft/ft/X/1/dep", "No/no/INTJ/0/root"),
    );
    expect(scores.words).toEqual({ precision: 50, recall: (100 * 2) / 3, f1: (200 * 2) / 7 });
    // "He" hangs from a word that has no partner.
    expect(scores.uas.precision).toBe(25);
    expect(scores.sentences.f1).toBe(100);
  });

  it("counts a sentence with both its ends right", () => {
    const joined = file("He/he/PRON/2/nsubj left/leave/VERB/0/root No/no/INTJ/2/discourse");
    expect(scoreSyntax(gold, joined).sentences.f1).toBe(0);
  });

  it("says where two texts differ", () => {
    expect(() => scoreSyntax(gold, file("He/he/PRON/0/root lost/lose/VERB/1/dep"))).toThrow(
      /at character 3 "eftNo" expected, "ost" met/,
    );
  });
});
