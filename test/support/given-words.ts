import type { Analysis, Name, NameType, Sentence, UniversalTag, Word } from "../../src/language/analysis.js";
import type { GivenSentence } from "../../src/language/language.js";

/** What a fake model says of a word: its columns, the governor as a place in the sentence (-1: root), and a name. */
export type Says = (
  form: string,
  place: number,
) => { upos?: UniversalTag; head?: number; lemma?: string; name?: NameType };

/** An analysis of given words as the language room would make it, with what `says` tells of each word. */
export function analysisOfWords(sentences: readonly GivenSentence[], says: Says): Analysis {
  const words: Word[] = [];
  const names: Name[] = [];
  const list: Sentence[] = [];
  let text = "";
  let paragraph = -1;
  for (const given of sentences) {
    if (given.startsParagraph) paragraph++;
    const first = words.length;
    given.words.forEach(({ form, spaceAfter }, place) => {
      const { upos = "X", head = place === 0 ? -1 : 0, lemma = form, name } = says(form, place);
      const [index, start] = [words.length, text.length];
      text += form;
      if (name) names.push({ type: name, first: index, last: index + 1, start, end: text.length });
      words.push({
        index,
        start,
        end: text.length,
        form,
        lemma,
        upos,
        xpos: "XX",
        head: head < 0 ? -1 : first + head,
        deprel: head < 0 ? "root" : "dep",
        sentence: list.length,
      });
      if (spaceAfter) text += " ";
    });
    const { start, end } = { start: words[first]!.start, end: words.at(-1)!.end };
    list.push({ index: list.length, start, end, first, last: words.length, root: first, paragraph });
  }
  return { kind: "analysis", text, sentences: list, words, names };
}
