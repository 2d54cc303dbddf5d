import type { Analysis, Word } from "../language/analysis.js";
import type { ConlluSentence, ConlluWord } from "./conllu.js";
import type { GoldDocument } from "./gold-text.js";

/** A word of an analysis as CoNLL-U's columns; `first` is the index of its sentence's first word. */
function columnsOf(word: Word, first: number, form: string, misc: string): ConlluWord {
  return {
    form,
    lemma: word.lemma,
    upos: word.upos,
    xpos: word.xpos,
    feats: "_",
    head: word.head < 0 ? 0 : word.head - first + 1,
    deprel: word.deprel,
    deps: "_",
    misc,
  };
}

/** The gold words, numbers and comments with the columns of `analysis`, which was made of exactly these words. */
export function onGoldWords(document: GoldDocument, analysis: Analysis): ConlluSentence[] {
  let first = 0;
  return document.sentences.map((gold) => {
    const words = gold.words.map((g, i) => {
      const word = analysis.words[first + i];
      if (!word) throw new Error(`The analysis holds ${analysis.words.length} words, fewer than the gold`);
      return columnsOf(word, first, g.form, spacing(g.misc));
    });
    first += words.length;
    return { comments: gold.comments, words, tokens: gold.tokens, text: gold.text };
  });
}

function spacing(misc: string): string {
  return /\bSpaceAfter=No\b/.test(misc) ? "SpaceAfter=No" : "_";
}

/** An analysis of a document's plain text as CoNLL-U sentences with its own words. */
export function onOwnWords(document: GoldDocument, analysis: Analysis): ConlluSentence[] {
  const newDocument = document.sentences[0]?.comments.filter((c) => /^# newdoc\b/.test(c)) ?? [];
  return analysis.sentences.map((sentence, i) => {
    const text = analysis.text.slice(sentence.start, sentence.end);
    const words = analysis.words.slice(sentence.first, sentence.last).map((word) => {
      const next = analysis.words[word.index + 1];
      const form = analysis.text.slice(word.start, word.end);
      return columnsOf(word, sentence.first, form, next?.start === word.end ? "SpaceAfter=No" : "_");
    });
    const newParagraph = sentence.paragraph !== analysis.sentences[i - 1]?.paragraph;
    const comments = [
      ...(i === 0 ? newDocument : []),
      ...(newParagraph ? ["# newpar"] : []),
      `# sent_id = ${i + 1}`,
      `# text = ${text.replace(/\s+/g, " ")}`,
    ];
    return { comments, words, tokens: [], text };
  });
}
