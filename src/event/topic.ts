import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { MAX_CLIMB } from "./clause.js";
import { wordList } from "./words.js";

const SPORT = wordList("sport");
const STRONG_SPORT = wordList("strong-sport");
const ENTERTAINMENT = wordList("entertainment");
const FICTION = wordList("fiction");
const STRONG_ENTERTAINMENT = wordList("strong-entertainment");

/** Tells sentences and reports about sport and entertainment, whose "attacks", "talks" and "defeats" are no events. */
export class Topic {
  readonly #sentences = new Set<number>();
  readonly #all: boolean;

  constructor(readonly analysis: Analysis) {
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
    return this.#all || this.#sentences.has(word.sentence) || this.#isFiction(word);
  }

  /** True inside what a film, novel or game tells: "the novel tells how a spy kills a general". */
  #isFiction(word: Word): boolean {
    let below = word;
    for (let i = 0; i < MAX_CLIMB; i++) {
      const teller = children(this.analysis, below).find(
        (c) => relation(c) === "nsubj" && FICTION.has(c.lemma),
      );
      if (teller) return true;
      const head = governor(this.analysis, below);
      if (!head) break;
      if (relation(below) === "nmod" && FICTION.has(head.lemma)) return true;
      below = head;
    }
    return false;
  }
}
