import { readFileSync } from "node:fs";
import { analysisFromConllu, type ConlluSentence, parseConllu } from "../../src/evaluate/conllu.js";
import type { Analysis } from "../../src/language/analysis.js";
import { unknown } from "../../src/record/value.js";
import type { Paragraph, Report } from "../../src/report/report.js";

const gold = parseConllu(readFileSync(new URL("./reports.conllu", import.meta.url), "utf8"));

/** The document `name` of reports.conllu: its sentences, a space or a line break between them, and their trees. */
export function readDocument(name: string): { report: Report; analysis: Analysis } {
  const sentences = documentOf(name);
  const paragraphs: Paragraph[] = [];
  const flat = analysisFromConllu(sentences);
  let text = flat.text;
  const placed = flat.sentences.map((sentence, index) => {
    const opens = sentences[index]!.comments.find((c) => c.startsWith("# newpar"));
    if (opens) {
      paragraphs.push({ ...spanOf(sentence), role: opens.endsWith("title") ? "title" : "body" });
      if (sentence.start > 0) text = `${text.slice(0, sentence.start - 1)}\n${text.slice(sentence.start)}`;
    }
    if (!opens) paragraphs[paragraphs.length - 1] = { ...paragraphs.at(-1)!, end: sentence.end };
    return { ...sentence, paragraph: paragraphs.length - 1 };
  });
  const none = unknown("a fixture");
  const report: Report = {
    kind: "report",
    id: `r-${name}`,
    origin: name,
    text,
    paragraphs,
    title: none,
    outlet: none,
    published: none,
    bylines: [],
    licence: none,
  };
  return { report, analysis: { ...flat, text, sentences: placed } };
}

function spanOf(span: { readonly start: number; readonly end: number }) {
  return { start: span.start, end: span.end };
}

function documentOf(name: string): ConlluSentence[] {
  const first = gold.findIndex((s) => s.comments.includes(`# newdoc id = ${name}`));
  if (first < 0) throw new Error(`reports.conllu has no document "${name}"`);
  const next = gold.findIndex((s, i) => i > first && s.comments.some((c) => c.startsWith("# newdoc")));
  return gold.slice(first, next < 0 ? undefined : next);
}
