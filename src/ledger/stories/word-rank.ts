import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const VOCABULARY = fileURLToPath(new URL("../../../models/en/word-pieces.txt", import.meta.url));
/** BERT's uncased vocabulary: special pieces and single characters come first, then whole words by frequency. */
const FIRST_WORD = "the";

let ranks: ReadonlyMap<string, number> | undefined;

/**
 * How common an English word (folded) is: 1 for the commonest; for a word outside the language model's vocabulary, the
 * vocabulary's size. The vocabulary of BERT (Devlin et al. 2019) is in the order of frequency in books and Wikipedia;
 * it is fixed, so that no report changes what another report's words are worth.
 */
export function wordRank(word: string): number {
  ranks ??= load();
  return ranks.get(word) ?? ranks.size;
}

function load(): Map<string, number> {
  const pieces = readFileSync(VOCABULARY, "utf8").trimEnd().split("\n");
  const words = pieces.slice(pieces.indexOf(FIRST_WORD)).filter((piece) => !piece.startsWith("##"));
  return new Map(words.map((word, i) => [word, i + 1]));
}
