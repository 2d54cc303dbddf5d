import { readFileSync } from "node:fs";
import { type ConlluSentence, parseConllu } from "../../src/evaluate/conllu.js";
import type { Analysis, Name, NameType, Sentence, UniversalTag, Word } from "../../src/language/analysis.js";
import type { Report } from "../../src/report/report.js";

/** A short text with its analysis, written for these tests. */
export interface Case {
  readonly report: Report;
  readonly analysis: Analysis;
}

/** The texts of a file of cases by their names; `Name=B-GPE` in the last column marks names, "# newpar" paragraphs. */
export function loadCases(file = "cases.conllu"): ReadonlyMap<string, Case> {
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  const cases = new Map<string, ConlluSentence[]>();
  let current: ConlluSentence[] = [];
  for (const sentence of parseConllu(source)) {
    const id = sentence.comments.find((c) => c.startsWith("# newdoc id = "))?.slice(14);
    if (id !== undefined) {
      current = [];
      cases.set(id, current);
    }
    current.push(sentence);
  }
  return new Map([...cases].map(([id, sentences]) => [id, build(sentences)]));
}

/** The same case as if it had been published on a day. */
export function publishedOn(given: Case, day: string): Case {
  const published = { known: true as const, value: day, basis: "given" as const, by: "test" };
  return { ...given, report: { ...given.report, published } };
}

function build(gold: readonly ConlluSentence[]): Case {
  let text = "";
  const words: Word[] = [];
  const names: Name[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: { start: number; end: number; role: "body" }[] = [];
  for (const sentence of gold) {
    const starts = sentences.length === 0 || sentence.comments.includes("# newpar");
    if (text) text += starts ? "\n\n" : " ";
    const from = text.length;
    const first = words.length;
    let cursor = 0;
    for (const w of sentence.words) {
      const at = sentence.text.indexOf(w.form, cursor);
      cursor = at + w.form.length;
      const index = words.length;
      const span = { start: from + at, end: from + cursor };
      words.push({
        ...span,
        index,
        form: w.form,
        lemma: w.lemma,
        upos: w.upos as UniversalTag,
        xpos: w.xpos,
        head: w.head === 0 ? -1 : first + w.head - 1,
        deprel: w.deprel,
        sentence: sentences.length,
      });
      const tag = /Name=([BI])-(\w+)/.exec(w.misc);
      const before = names.at(-1);
      if (tag?.[1] === "B") names.push({ ...span, type: tag[2] as NameType, first: index, last: index + 1 });
      else if (tag && before) names[names.length - 1] = { ...before, end: span.end, last: index + 1 };
    }
    text += sentence.text;
    if (starts) paragraphs.push({ start: from, end: text.length, role: "body" });
    else paragraphs[paragraphs.length - 1]!.end = text.length;
    const root = words.findIndex((w) => w.index >= first && w.head === -1);
    sentences.push({
      index: sentences.length,
      start: from,
      end: text.length,
      first,
      last: words.length,
      root,
      paragraph: paragraphs.length - 1,
    });
  }
  const unknown = { known: false as const, reason: "a test" };
  const report: Report = {
    kind: "report",
    id: "r0",
    origin: "test",
    text,
    paragraphs,
    title: unknown,
    outlet: unknown,
    published: unknown,
    bylines: [],
    licence: unknown,
  };
  return { report, analysis: { kind: "analysis", text, sentences, words, names } };
}
