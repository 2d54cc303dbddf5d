import { writeFileSync } from "node:fs";
import type { GivenSentence, Language } from "../language/language.js";
import type { Report } from "../report/report.js";
import { type ConlluSentence, parseConllu } from "./conllu.js";
import { formatConllu } from "./format-conllu.js";
import { readGoldFile } from "./gold-file.js";
import { goldReport } from "./gold-report.js";
import { type GoldDocument, goldDocuments } from "./gold-text.js";
import { onGoldWords, onOwnWords } from "./predicted-conllu.js";
import { scoreSyntax } from "./syntax-score.js";

export interface SyntaxEvaluation {
  /** F1 in per cent, for the last line of the command: with own words also `words` and `sentences`. */
  readonly metrics: Readonly<Record<string, number>>;
}

/**
 * Scores tags, trees and lemmas against a CoNLL-U file (plain or gzipped), by the CoNLL 2018 shared task's definitions,
 * lemmas with letter case aside. The gold's words and sentences are given to the model; with `raw` the plain text is,
 * and the words and sentences are the model's own. `out`: a file for the predictions, in CoNLL-U.
 * Throws an Error where the gold is no CoNLL-U.
 */
export async function evaluateSyntax(
  goldPath: string,
  language: Pick<Language, "analyseAll" | "analyseWords">,
  options: { readonly out?: string | undefined; readonly raw?: boolean | undefined } = {},
): Promise<SyntaxEvaluation> {
  const gold = parseConllu(readGoldFile(goldPath));
  const documents = goldDocuments(gold);
  const predicted = options.raw ? await readText(documents, language) : await readWords(documents, language);
  if (options.out) writeFileSync(options.out, formatConllu(predicted));
  const { words, sentences, ...scores } = scoreSyntax(gold, predicted);
  const shown = options.raw ? { words, sentences, ...scores } : scores;
  return { metrics: Object.fromEntries(Object.entries(shown).map(([name, score]) => [name, score.f1])) };
}

async function readWords(
  documents: readonly GoldDocument[],
  language: Pick<Language, "analyseWords">,
): Promise<ConlluSentence[]> {
  const predicted: ConlluSentence[] = [];
  for (const document of documents) {
    predicted.push(...onGoldWords(document, await language.analyseWords(givenSentences(document))));
  }
  return predicted;
}

export function givenSentences(document: GoldDocument): GivenSentence[] {
  return document.sentences.map(({ words, tokens }, i) => ({
    words: words.map((word, j) => {
      const token = tokens.find((t) => t.first <= j + 1 && j + 1 <= t.last);
      const misc = token?.last === j + 1 ? token.misc : word.misc;
      const inside = token !== undefined && j + 1 < token.last;
      return { form: word.form, spaceAfter: !inside && !/\bSpaceAfter=No\b/.test(misc) };
    }),
    startsParagraph: document.paragraphOf[i] !== document.paragraphOf[i - 1],
  }));
}

async function readText(
  documents: readonly GoldDocument[],
  language: Pick<Language, "analyseAll">,
): Promise<ConlluSentence[]> {
  const analyses = await language.analyseAll(documents.map(reportOf));
  return documents.flatMap((document, i) => onOwnWords(document, analyses[i]!));
}

function reportOf(document: GoldDocument, index: number): Report {
  const paragraphs = document.paragraphs.map((span) => ({ ...span, role: "body" as const }));
  return goldReport({ id: `gold-${index}`, text: document.text, paragraphs });
}
