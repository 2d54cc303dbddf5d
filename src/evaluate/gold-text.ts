import type { Span } from "../record/span.js";
import type { ConlluSentence } from "./conllu.js";

/** One document of a treebank as plain text. */
export interface GoldDocument {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  /** The gold sentences, and for each the index of its paragraph. */
  readonly sentences: readonly ConlluSentence[];
  readonly paragraphOf: readonly number[];
}

/**
 * The documents of a treebank as the plain text that it was made from: sentences of a paragraph joined by a space
 * (by nothing where the last word says `SpaceAfter=No`), paragraphs by a blank line, as UD's conllu_to_text does.
 * A file without `# newdoc` is one document, without `# newpar` one paragraph.
 */
export function goldDocuments(gold: readonly ConlluSentence[]): GoldDocument[] {
  const documents: {
    text: string;
    paragraphs: Span[];
    sentences: ConlluSentence[];
    paragraphOf: number[];
  }[] = [];
  let separator = "";
  for (const sentence of gold) {
    const newDocument = sentence.comments.some((c) => /^# newdoc\b/.test(c));
    const newParagraph = newDocument || sentence.comments.some((c) => /^# newpar(?= |$)/.test(c));
    if (newDocument || documents.length === 0) {
      documents.push({ text: "", paragraphs: [], sentences: [], paragraphOf: [] });
    }
    const document = documents.at(-1)!;
    if (document.text && newParagraph) document.text += "\n\n";
    else if (document.text) document.text += separator;
    const start = document.text.length;
    document.text += sentence.text;
    const paragraph = document.paragraphs.at(-1);
    if (newParagraph || !paragraph) document.paragraphs.push({ start, end: document.text.length });
    else
      document.paragraphs[document.paragraphs.length - 1] = {
        start: paragraph.start,
        end: document.text.length,
      };
    document.sentences.push(sentence);
    document.paragraphOf.push(document.paragraphs.length - 1);
    separator = spaceAfter(sentence) ? " " : "";
  }
  return documents;
}

function spaceAfter(sentence: ConlluSentence): boolean {
  const count = sentence.words.length;
  const token = sentence.tokens.find((t) => t.last === count);
  return !/\bSpaceAfter=No\b/.test((token ?? sentence.words[count - 1])?.misc ?? "");
}
