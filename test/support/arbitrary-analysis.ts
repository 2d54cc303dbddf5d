import fc from "fast-check";
import type { Analysis, Name, NameType, Sentence, UniversalTag, Word } from "../../src/language/analysis.js";

const TAGS: readonly UniversalTag[] = [
  "NOUN",
  "PROPN",
  "VERB",
  "ADP",
  "DET",
  "NUM",
  "ADV",
  "AUX",
  "PUNCT",
  "X",
];
const PENN = ["NN", "NNS", "NNP", "VB", "VBD", "VBN", "VBZ", "MD", "TO", "IN", "CD", "RB", "POS"];
const RELATIONS = [
  "nsubj",
  "obj",
  "obl",
  "nmod",
  "nmod:poss",
  "compound",
  "flat",
  "conj",
  "ccomp",
  "case",
  "aux",
];
const RELATIONS_MORE = [
  ...RELATIONS,
  "advmod",
  "appos",
  "acl:relcl",
  "nummod",
  "punct",
  "obl:unmarked",
  "mark",
];
const NAMES: readonly NameType[] = ["PERSON", "GPE", "LOC", "FAC", "ORG", "DATE"];

/** Analyses of any shape: words from `forms` and of random signs, with any tags, names and trees (no cycles). */
export function arbitraryAnalysis(forms: readonly string[]): fc.Arbitrary<Analysis> {
  const word = fc.record({
    form: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...forms) },
      fc.string({ minLength: 1, maxLength: 4 }).filter((s) => !/\s/.test(s) && s !== ""),
    ),
    space: fc.boolean(),
    upos: fc.constantFrom(...TAGS),
    xpos: fc.constantFrom(...PENN),
    deprel: fc.constantFrom(...RELATIONS_MORE),
    head: fc.nat(),
    ends: fc.integer({ min: 0, max: 9 }),
    name: fc.option(fc.constantFrom(...NAMES), { freq: 4 }),
  });
  return fc.array(word, { minLength: 1, maxLength: 30 }).map((drawn) => {
    const bounds: [number, number][] = [];
    let first = 0;
    drawn.forEach((w, i) => {
      if (w.ends === 0 || i === drawn.length - 1) {
        bounds.push([first, i + 1]);
        first = i + 1;
      }
    });
    let text = "";
    const words: Word[] = [];
    const names: Name[] = [];
    const sentences: Sentence[] = bounds.map(([from, to], sentence) => {
      // Heads point to words drawn before, in an order that has the root first: no cycles.
      const root = from + (drawn[from]!.head % (to - from));
      const order = [
        root,
        ...Array.from({ length: to - from }, (_, k) => from + k).filter((k) => k !== root),
      ];
      const heads = new Map(order.map((w, k) => [w, k === 0 ? -1 : order[drawn[w]!.head % k]!]));
      for (let i = from; i < to; i++) {
        const { form, space, upos, xpos, deprel, name } = drawn[i]!;
        const start = text.length;
        text += form;
        const span = { start, end: text.length };
        const head = heads.get(i)!;
        words.push({
          ...span,
          index: i,
          form,
          lemma: form.toLowerCase(),
          upos,
          xpos,
          head,
          deprel: head < 0 ? "root" : deprel,
          sentence,
        });
        if (name) names.push({ ...span, type: name, first: i, last: i + 1 });
        if (space) text += " ";
      }
      return {
        index: sentence,
        first: from,
        last: to,
        root,
        paragraph: 0,
        start: words[from]!.start,
        end: words[to - 1]!.end,
      };
    });
    return { kind: "analysis", text, sentences, words, names };
  });
}
