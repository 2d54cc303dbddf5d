import type { ConlluSentence, ConlluWord } from "./conllu.js";
import { alignWords, type PlacedWord } from "./word-alignment.js";

/** Precision, recall and their harmonic mean, in per cent, and for aligned words the share that agrees. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** F1 of each measure, by the definitions of the CoNLL 2018 shared task, and lemmas with letter case aside. */
export interface SyntaxScores {
  readonly words: Score;
  readonly sentences: Score;
  readonly upos: Score;
  readonly xpos: Score;
  readonly uas: Score;
  readonly las: Score;
  readonly lemmas: Score;
}

/** A file's words and sentences with their places in its characters, blanks left out. */
interface PlacedFile {
  readonly characters: string;
  readonly words: readonly (PlacedWord & { readonly word: ConlluWord; readonly head: number })[];
  readonly sentences: readonly string[];
}

function place(sentences: readonly ConlluSentence[]): PlacedFile {
  let characters = "";
  const words: (PlacedWord & { word: ConlluWord; head: number })[] = [];
  const spans: string[] = [];
  for (const sentence of sentences) {
    const start = characters.length;
    const first = words.length;
    const tokenAt = new Map(sentence.tokens.map((t) => [t.first, t]));
    let token: { last: number; start: number; end: number } | undefined;
    sentence.words.forEach((word, i) => {
      const multiword = tokenAt.get(i + 1);
      if (multiword) {
        const from = characters.length;
        characters += withoutBlanks(multiword.form);
        token = { last: multiword.last, start: from, end: characters.length };
      }
      const inToken = token !== undefined && i + 1 <= token.last;
      const from = characters.length;
      if (!inToken) characters += withoutBlanks(word.form);
      words.push({
        form: word.form.toLowerCase(),
        start: inToken ? token!.start : from,
        end: inToken ? token!.end : characters.length,
        multiword: inToken,
        word,
        head: word.head === 0 ? -1 : first + word.head - 1,
      });
    });
    spans.push(`${start} ${characters.length}`);
  }
  return { characters, words, sentences: spans };
}

function withoutBlanks(form: string): string {
  return form.replace(/\p{Zs}/gu, "");
}

function score(right: number, gold: number, system: number): Score {
  const precision = system ? (100 * right) / system : 0;
  const recall = gold ? (100 * right) / gold : 0;
  return { precision, recall, f1: gold + system ? (200 * right) / (gold + system) : 0 };
}

/** The universal part of a relation: "nsubj" of "nsubj:pass". */
function universal(deprel: string): string {
  return deprel.split(":", 1)[0]!;
}

/**
 * Scores `system` against `gold`, two readings of the same text, as the CoNLL 2018 shared task does
 * (Zeman et al. 2018, https://universaldependencies.org/conll18/evaluation.html): words are aligned by their
 * characters, those of multiword tokens by longest common subsequence; a relation is right where the word, its
 * governor and the universal part of the label are. Lemmas are compared with letter case aside.
 * Throws an Error where the two do not hold the same characters.
 */
export function scoreSyntax(
  gold: readonly ConlluSentence[],
  system: readonly ConlluSentence[],
): SyntaxScores {
  const g = place(gold);
  const s = place(system);
  if (g.characters !== s.characters) throw new Error(differenceOf(g.characters, s.characters));
  const pairs = alignWords(g.words, s.words);
  const goldOf = new Map(pairs.map(([gi, si]) => [si, gi]));
  const count = (agrees: (gi: number, si: number) => boolean) =>
    score(pairs.filter(([gi, si]) => agrees(gi, si)).length, g.words.length, s.words.length);
  const sameColumn = (column: (word: ConlluWord) => string) =>
    count((gi, si) => column(g.words[gi]!.word) === column(s.words[si]!.word));
  const sameHead = (gi: number, si: number) => {
    const head = s.words[si]!.head;
    return g.words[gi]!.head === (head < 0 ? -1 : (goldOf.get(head) ?? Number.NaN));
  };
  const goldSentences = new Set(g.sentences);
  return {
    words: score(pairs.length, g.words.length, s.words.length),
    sentences: score(
      s.sentences.filter((span) => goldSentences.has(span)).length,
      g.sentences.length,
      s.sentences.length,
    ),
    upos: sameColumn((w) => w.upos),
    xpos: sameColumn((w) => w.xpos),
    uas: count(sameHead),
    las: count(
      (gi, si) =>
        sameHead(gi, si) && universal(g.words[gi]!.word.deprel) === universal(s.words[si]!.word.deprel),
    ),
    // "_": the treebank gives no lemma, as in the reference scorer.
    lemmas: count((gi, si) => {
      const lemma = g.words[gi]!.word.lemma;
      return lemma === "_" || lemma.toLowerCase() === s.words[si]!.word.lemma.toLowerCase();
    }),
  };
}

function differenceOf(gold: string, system: string): string {
  let at = 0;
  while (at < gold.length && gold[at] === system[at]) at++;
  const [expected, met] = [gold, system].map((text) => JSON.stringify(text.slice(at, at + 20)));
  return `The two files do not hold the same text: at character ${at} ${expected} expected, ${met} met`;
}
