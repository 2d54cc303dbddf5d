import type { ConlluSentence } from "./conllu.js";

/** Sentences as a CoNLL-U file's text, https://universaldependencies.org/format.html: what `parseConllu` reads. */
export function formatConllu(sentences: readonly ConlluSentence[]): string {
  return sentences.map((sentence) => `${linesOf(sentence).join("\n")}\n\n`).join("");
}

function linesOf(sentence: ConlluSentence): string[] {
  const tokenAt = new Map(sentence.tokens.map((token) => [token.first, token]));
  const lines = [...sentence.comments];
  sentence.words.forEach((w, i) => {
    const token = tokenAt.get(i + 1);
    if (token) lines.push([`${token.first}-${token.last}`, token.form, ..."_______", token.misc].join("\t"));
    lines.push(
      [i + 1, w.form, w.lemma, w.upos, w.xpos, w.feats, w.head, w.deprel, w.deps, w.misc].join("\t"),
    );
  });
  return lines;
}
