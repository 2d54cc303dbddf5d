/** How often each value is there, in the order of their first. */
export function countsOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The value that is there most often; of equals the one met first. There must be one. */
export function commonest<T>(values: Iterable<T>): T {
  return [...countsOf(values)].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Names by their numbers, the greatest first; of equals by alphabet. */
export function byNumber(numbers: ReadonlyMap<string, number>): string[] {
  return [...numbers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** How many words name what reports say together. */
export const WORDS_OF_NAME = 5;

/** The words that weigh most over all lists of words and weights, parted by spaces. */
export function heaviestWords(lists: Iterable<Iterable<readonly [string, number]>>): string {
  const weights = new Map<string, number>();
  for (const words of lists)
    for (const [word, weight] of words) weights.set(word, (weights.get(word) ?? 0) + weight);
  return byNumber(weights).slice(0, WORDS_OF_NAME).join(" ");
}
