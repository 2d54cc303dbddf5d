import type { ActScores } from "./analysis.js";
import type { Placed } from "./parse.js";

/** Quarters are fine enough. */
const UNIT = 4;
/** Less is left out: hardly any act is told by a word of which the encoder thinks so little. */
const LEAST = -10;

/**
 * How much speaks for each type of event at the words that may tell one; undefined where the weights do not say.
 * `mayTell`: whether a word's part of speech can tell an act.
 */
export function actScores(
  placed: readonly Placed[],
  mayTell: (word: number) => boolean,
): ActScores | undefined {
  if (placed.some((p) => !p.scores.acts)) return undefined;
  const [words, types, scores]: [number[], number[], number[]] = [[], [], []];
  for (const { window, scores: own, row, words: width } of [...placed].sort(inText)) {
    const { acts, upos } = own;
    const count = acts!.length / upos.length;
    for (let word = window.firstWord; word < window.lastWord; word++) {
      if (!mayTell(word)) continue;
      const from = (row * width + word - window.firstWord) * count;
      for (let type = 0; type < count; type++) {
        const score = Math.round(acts![from + type]! * UNIT);
        if (score < LEAST) continue;
        words.push(word);
        types.push(type);
        scores.push(score);
      }
    }
  }
  return { unit: UNIT, least: LEAST, words, types, scores };
}

function inText(a: Placed, b: Placed): number {
  return a.window.firstWord - b.window.firstWord;
}
