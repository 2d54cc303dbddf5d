// Words and sentences of articles as the program itself splits them, for training on text that has none of its own:
// npx tsx training/split-words.ts < IN.jsonl > OUT.jsonl. In: {id, text}; out: {id, sentences}, each sentence with its
// `paragraph` (a number) and `words`, a list of [start, end] in Unicode code points, end exclusive.
import { createInterface } from "node:readline";
import { codePointOffsets } from "../src/evaluate/code-points.js";
import { reportOf } from "../src/evaluate/quotation-predictions.js";
import { loadLanguage } from "../src/language/language.js";

const language = await loadLanguage();
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const analysis = await language.analyse(reportOf({ id, text, attributions: [] }));
  const codePoint = codePointOffsets(text);
  const sentences = analysis.sentences.map((s) => ({
    paragraph: s.paragraph,
    words: analysis.words.slice(s.first, s.last).map((w) => [codePoint[w.start], codePoint[w.end]]),
  }));
  process.stdout.write(`${JSON.stringify({ id, sentences })}\n`);
}
