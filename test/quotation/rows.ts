import type { Analysis, UniversalTag, Word } from "../../src/language/analysis.js";
import type { Report } from "../../src/report/report.js";
import { makeReport } from "../support/reading.js";

/** A word of a tree written by hand. */
export type Row = readonly [
  form: string,
  lemma: string,
  upos: UniversalTag,
  xpos: string,
  head: number,
  deprel: string,
];

/** A report of one sentence, its words a space apart. */
export function makeAnalysis(rows: readonly Row[]): { report: Report; analysis: Analysis } {
  const text = rows.map(([form]) => form).join(" ");
  let start = 0;
  const words = rows.map(([form, lemma, upos, xpos, head, deprel], index): Word => {
    const word = {
      index,
      start,
      end: start + form.length,
      form,
      lemma,
      upos,
      xpos,
      head,
      deprel,
      sentence: 0,
    };
    start += form.length + 1;
    return word;
  });
  const root = words.findIndex((w) => w.head < 0);
  const sentence = { index: 0, start: 0, end: text.length, first: 0, last: words.length, root, paragraph: 0 };
  return {
    report: makeReport([text]),
    analysis: { kind: "analysis", text, sentences: [sentence], words, names: [] },
  };
}
