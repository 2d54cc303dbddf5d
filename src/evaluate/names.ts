import { writeFileSync } from "node:fs";
import type { Analysis, NameType } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import { readGoldFile } from "./gold-file.js";
import {
  formatNameFile,
  type NameFile,
  type NameSentence,
  type NameSpan,
  parseNameFile,
} from "./name-file.js";

export interface NamesEvaluation {
  /** Precision, recall and F1 of exact spans in per cent, over all and by type, for the last line of the command. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** The gold sets' coarse types; those that stand for MISC count only where the gold has MISC. */
const coarse: Partial<Record<NameType, string>> = {
  PERSON: "PER",
  GPE: "LOC",
  LOC: "LOC",
  FAC: "LOC",
  ORG: "ORG",
  NORP: "MISC",
  EVENT: "MISC",
  LAW: "MISC",
  WORK_OF_ART: "MISC",
  PRODUCT: "MISC",
};

/**
 * Scores names against a file in Universal NER's five columns (PER, LOC, ORG) or CoNLL-2003's four (MISC too), plain or
 * gzipped. The gold's words are given to the model, a document at a time; numbers and dates are left out. A name is
 * right where its words and type are, as conlleval and seqeval count (Tjong Kim Sang and De Meulder 2003).
 * `out`: a file for the predictions, IOB2 in the gold's own layout. Throws an Error where the gold is in neither.
 */
export async function evaluateNames(
  goldPath: string,
  language: Pick<Language, "analyseWords">,
  options: { readonly out?: string | undefined } = {},
): Promise<NamesEvaluation> {
  const file = parseNameFile(readGoldFile(goldPath));
  const types = new Set(file.sentences.flatMap((s) => s.names.map((n) => n.type)));
  const predicted: NameSpan[][] = [];
  for (const document of documentsOf(file)) {
    const analysis = await language.analyseWords(givenSentences(document, file.layout));
    predicted.push(...namesIn(document, analysis, types));
  }
  if (options.out) writeFileSync(options.out, formatNameFile(file, predicted));
  return { metrics: scoreNames(file.sentences, predicted, [...types].sort()) };
}

function documentsOf(file: NameFile): NameSentence[][] {
  const documents: NameSentence[][] = [];
  for (const sentence of file.sentences) {
    if (sentence.startsDocument || documents.length === 0) documents.push([]);
    documents.at(-1)!.push(sentence);
  }
  return documents;
}

/** News agencies write a paragraph a sentence; Universal NER does not mark paragraphs. */
function givenSentences(document: readonly NameSentence[], layout: NameFile["layout"]) {
  return document.map((sentence, i) => ({
    words: sentence.forms.map((form) => ({ form, spaceAfter: true })),
    startsParagraph: i === 0 || layout === "conll",
  }));
}

/** The names of an analysis sentence by sentence, counted from each sentence's first word, in the gold's types. */
function namesIn(
  document: readonly NameSentence[],
  analysis: Analysis,
  types: ReadonlySet<string>,
): NameSpan[][] {
  const spans: NameSpan[][] = document.map(() => []);
  let sentence = 0;
  let start = 0;
  for (const name of [...analysis.names].sort((a, b) => a.first - b.first)) {
    while (name.first >= start + document[sentence]!.forms.length)
      start += document[sentence++]!.forms.length;
    const type = coarse[name.type];
    if (type && types.has(type))
      spans[sentence]!.push({ first: name.first - start, last: name.last - start, type });
  }
  return spans;
}

/** Precision, recall and F1 in per cent over all names, then F1 by type. */
function scoreNames(
  gold: readonly NameSentence[],
  predicted: readonly (readonly NameSpan[])[],
  types: readonly string[],
): Record<string, number> {
  const count = (type?: string) => {
    const counts = { gold: 0, predicted: 0, right: 0 };
    gold.forEach((sentence, i) => {
      const wanted = sentence.names.filter((n) => type === undefined || n.type === type);
      const found = (predicted[i] ?? []).filter((n) => type === undefined || n.type === type);
      const keys = new Set(wanted.map(keyOf));
      counts.gold += wanted.length;
      counts.predicted += found.length;
      counts.right += found.filter((n) => keys.has(keyOf(n))).length;
    });
    return counts;
  };
  const all = count();
  const metrics: Record<string, number> = {
    precision: share(all.right, all.predicted),
    recall: share(all.right, all.gold),
    f1: share(2 * all.right, all.gold + all.predicted),
  };
  for (const type of types) {
    const counts = count(type);
    metrics[type.toLowerCase()] = share(2 * counts.right, counts.gold + counts.predicted);
  }
  return metrics;
}

function keyOf(name: NameSpan): string {
  return `${name.first} ${name.last} ${name.type}`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
