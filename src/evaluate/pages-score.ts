/** Shingles of a text in common with another's, as shares of all shingles of both. */
export interface ShingleMatch {
  readonly both: number;
  readonly predictedOnly: number;
  readonly goldOnly: number;
}

export interface PagesScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const SHINGLE = 4;

/** Counts of all runs of four tokens (letters, digits, underscores); of all tokens where there are fewer. */
export function shinglesOf(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let i = 0; i < Math.max(1, tokens.length - SHINGLE + 1); i++) {
    const shingle = tokens.slice(i, i + SHINGLE).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Compares two texts by their shingles; the three shares add up to 1, or to 0 where both texts are empty. */
export function matchShingles(gold: string, predicted: string): ShingleMatch {
  const wanted = shinglesOf(gold);
  const found = shinglesOf(predicted);
  let both = 0;
  let goldOnly = 0;
  let predictedOnly = 0;
  for (const [shingle, count] of wanted) {
    const common = Math.min(count, found.get(shingle) ?? 0);
    both += common;
    goldOnly += count - common;
  }
  for (const [shingle, count] of found) predictedOnly += Math.max(0, count - (wanted.get(shingle) ?? 0));
  const all = both + goldOnly + predictedOnly;
  return all === 0
    ? { both, goldOnly, predictedOnly }
    : { both: both / all, goldOnly: goldOnly / all, predictedOnly: predictedOnly / all };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Scores article texts as Scrapinghub's article extraction benchmark does: precision and recall over shingles of four
 * tokens, averaged over the pages (precision over those with a prediction, recall over those with a gold text), and
 * the harmonic mean of the two averages. All three between 0 and 1.
 */
export function scorePages(
  pairs: readonly { readonly gold: string; readonly predicted: string }[],
): PagesScore {
  const matches = pairs.map(({ gold, predicted }) => matchShingles(gold, predicted));
  const predicted = matches.filter((match) => match.both + match.predictedOnly > 0);
  const wanted = matches.filter((match) => match.both + match.goldOnly > 0);
  const precision = mean(predicted.map((match) => match.both / (match.both + match.predictedOnly)));
  const recall = mean(wanted.map((match) => match.both / (match.both + match.goldOnly)));
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
