import type { Analysis, Sentence, UniversalTag, Word } from "../../src/language/analysis.js";
import { known, unknown } from "../../src/record/value.js";
import type { Report } from "../../src/report/report.js";

/** A text cut into words at spaces and signs, without tags or trees: what the readers must also manage with. */
export function plainAnalysis(text: string): Analysis {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of text.matchAll(/[^\n]+/g)) {
    const first = words.length;
    for (const match of block[0].matchAll(/[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|[^\s]/gu)) {
      const start = block.index + match.index;
      words.push(plainWord(words.length, sentences.length, match[0], start));
    }
    if (words.length === first) continue;
    sentences.push({
      index: sentences.length,
      first,
      last: words.length,
      root: first,
      paragraph: paragraph++,
      start: words[first]!.start,
      end: words.at(-1)!.end,
    });
  }
  return { kind: "analysis", text, words, sentences, names: [] };
}

function plainWord(index: number, sentence: number, form: string, start: number): Word {
  const upos: UniversalTag = "X";
  return {
    index,
    sentence,
    form,
    start,
    end: start + form.length,
    lemma: form.toLowerCase(),
    upos,
    xpos: "FW",
    head: -1,
    deprel: "root",
  };
}

/** A report of one body paragraph for each line of the text. */
export function plainReport(text: string, published?: string): Report {
  const none = unknown("not stated");
  return {
    kind: "report",
    id: "r0000000000000000",
    origin: "-",
    text,
    paragraphs: [...text.matchAll(/[^\n]+/g)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      role: "body" as const,
    })),
    title: none,
    outlet: none,
    published: published ? known(published, "given", "test") : none,
    bylines: [],
    licence: none,
  };
}
