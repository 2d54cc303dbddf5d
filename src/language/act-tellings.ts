import type { ActTelling, Weighed } from "./analysis.js";
import type { Placed } from "./parse.js";

/** Quarters are fine enough, as for the types. */
const UNIT = 4;
/** Whoever is so unlikely (2 in 100) is left out; and no more than so many are kept. */
const LEAST = -16;
const MOST = 5;

/**
 * For each word that may tell an act, how likely its statuses are and who its source and target may be; undefined where the
 * weights do not say. `of` gives the window of each word; a side is looked for among the words of the same sentence.
 */
export function actTellings(
  words: readonly number[],
  of: readonly Placed[],
  sentences: readonly (readonly [number, number])[],
): readonly ActTelling[] | undefined {
  if (of.some((p) => !p.scores.statuses || !p.scores.sides)) return undefined;
  const out: ActTelling[] = [];
  let sentence = 0;
  for (const word of new Set(words)) {
    while (sentences[sentence]![1] <= word) sentence++;
    const bounds = sentences[sentence]!;
    const place = of[word]!;
    out.push({
      word,
      statuses: statusesAt(place, word),
      source: sideOf(place, word, 0, bounds),
      target: sideOf(place, word, 1, bounds),
    });
  }
  return out;
}

function statusesAt({ scores, row, words, window }: Placed, word: number): readonly Weighed[] {
  const count = scores.statuses!.length / scores.upos.length;
  const from = (row * words + word - window.firstWord) * count;
  return weighed(Array.from(scores.statuses!.subarray(from, from + count), (score, n) => [n, score]));
}

/** Scores stand as [window, side, word, 1 + words]; the first column is nobody. */
function sideOf(
  { scores, row, words, window }: Placed,
  word: number,
  side: number,
  [first, last]: readonly [number, number],
): readonly Weighed[] {
  const from = ((row * 2 + side) * words + word - window.firstWord) * (words + 1);
  const all: [number, number][] = [[-1, scores.sides![from]!]];
  for (let other = first; other < last; other++)
    all.push([other, scores.sides![from + 1 + other - window.firstWord]!]);
  return weighed(all);
}

/** The likeliest first, as whole logarithms of probabilities. */
function weighed(scores: readonly [number, number][]): readonly Weighed[] {
  const most = Math.max(...scores.map(([, s]) => s));
  const total = most + Math.log(scores.reduce((sum, [, s]) => sum + Math.exp(s - most), 0));
  return scores
    .map(([place, s]): Weighed => [place, Math.round((s - total) * UNIT) + 0])
    .filter(([, s]) => s >= LEAST)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST);
}
