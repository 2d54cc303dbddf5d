import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const VOCABULARY = fileURLToPath(new URL("../../../models/en/word-pieces.txt", import.meta.url));
/** BERT's uncased vocabulary: special pieces and single characters come first, then whole words by frequency. */
const FIRST_WORD = "the";

interface Ranks {
  readonly words: ReadonlyMap<string, number>;
  /** Of words that end in -s, by what stands before it. */
  readonly plurals: ReadonlyMap<string, number>;
}

let ranks: Ranks | undefined;

/**
 * How common an English word (folded) is: 1 for the commonest; for a word outside the language model's vocabulary, the
 * vocabulary's size. The vocabulary of BERT (Devlin et al. 2019) is in the order of frequency in books and Wikipedia;
 * it is fixed, so that no report changes what another report's words are worth.
 */
export function wordRank(word: string): number {
  const { words } = ranksOfWords();
  return words.get(word) ?? words.size;
}

/** How common the word with an -s is. */
export function pluralRank(word: string): number {
  const { words, plurals } = ranksOfWords();
  return plurals.get(word) ?? words.size;
}

function ranksOfWords(): Ranks {
  ranks ??= load();
  return ranks;
}

function load(): Ranks {
  const pieces = readFileSync(VOCABULARY, "utf8").trimEnd().split("\n");
  const words = pieces.slice(pieces.indexOf(FIRST_WORD)).filter((piece) => !piece.startsWith("##"));
  const all = new Map(words.map((word, i) => [word, i + 1]));
  const plurals = [...all].filter(([word]) => word.endsWith("s"));
  return { words: all, plurals: new Map(plurals.map(([word, rank]) => [word.slice(0, -1), rank])) };
}
