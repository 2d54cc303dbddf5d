import { parseConllu } from "../../src/evaluate/conllu.js";
import { goldCoreference } from "../../src/evaluate/gold-coreference.js";
import { readGoldFile } from "../../src/evaluate/gold-file.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { goldDocuments } from "../../src/evaluate/gold-text.js";
import { givenSentences } from "../../src/evaluate/syntax.js";
import type { Language } from "../../src/language/language.js";
import type { Paragraph } from "../../src/report/report.js";
import { type AnsweredQuestion, questionsOf } from "./questions.js";

/** Non-commercial genres, and talk between people who see each other, which is far from news. */
const LEFT_OUT = /^# newdoc id = GUM_(?:whow|fiction|conversation|podcast|vlog)_/;

/** The pronouns of GUM's training part as answered questions, on the language model's own tags and trees. */
export async function gumQuestions(treebank: string, language: Language): Promise<AnsweredQuestion[]> {
  const questions: AnsweredQuestion[] = [];
  for (const document of goldDocuments(parseConllu(readGoldFile(treebank)))) {
    if (document.sentences[0]!.comments.some((c) => LEFT_OUT.test(c))) continue;
    const analysis = await language.analyseWords(givenSentences(document));
    const paragraphs: Paragraph[] = [];
    for (const { paragraph, start, end } of analysis.sentences)
      paragraphs[paragraph] = { start: paragraphs[paragraph]?.start ?? start, end, role: "body" };
    const report = goldReport({ id: "gum", text: analysis.text, paragraphs });
    questions.push(...questionsOf(report, analysis, goldCoreference(document.sentences)));
  }
  return questions;
}
