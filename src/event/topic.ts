import type { Analysis, Word } from "../language/analysis.js";
import { wordList } from "./words.js";

const SPORT = wordList("sport");
const STRONG_SPORT = wordList("strong-sport");
const ENTERTAINMENT = wordList("entertainment");
const STRONG_ENTERTAINMENT = wordList("strong-entertainment");

/** Tells sentences and reports about sport and entertainment, whose "attacks", "talks" and "defeats" are no events. */
export class Topic {
  readonly #sentences = new Set<number>();
  readonly #all: boolean;

  constructor(analysis: Analysis) {
    let off = 0;
    for (const sentence of analysis.sentences) {
      let points = 0;
      for (let i = sentence.first; i < sentence.last; i++) {
        const word = analysis.words[i]!;
        if (word.upos !== "NOUN" && word.upos !== "PROPN") continue;
        const lemma = word.lemma.toLowerCase();
        const common = word.upos === "NOUN";
        if ((STRONG_SPORT.has(lemma) || STRONG_ENTERTAINMENT.has(lemma)) && common) points += 2;
        else if ((SPORT.has(lemma) || ENTERTAINMENT.has(lemma)) && common) points += 1;
      }
      if (points > 0) off += 1;
      if (points >= 2) this.#sentences.add(sentence.index);
    }
    this.#all = off >= 4 && off * 3 >= analysis.sentences.length;
  }

  excludes(word: Word): boolean {
    return this.#all || this.#sentences.has(word.sentence);
  }
}
