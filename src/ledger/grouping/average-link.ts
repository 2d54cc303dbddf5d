/**
 * Groups things by average link (UPGMA, Sokal and Michener 1958): the two groups that are most alike on average are
 * joined, until none are alike by `threshold`. Of equals, those that stand first in the list are joined first.
 * @param similarities a symmetric matrix of `size` rows, row by row; it is left as it is
 * @returns the groups as indices, each in rising order, ordered by their first
 */
export function averageLink(similarities: Float64Array, size: number, threshold: number): number[][] {
  const s = similarities.slice();
  const groups = Array.from({ length: size }, (_, i) => [i]);
  const alive = groups.map((_, i) => i);
  for (;;) {
    let [best, first, second] = [-1, -1, -1];
    for (const [x, i] of alive.entries())
      for (let y = x + 1; y < alive.length; y++) {
        const similarity = s[i * size + alive[y]!]!;
        if (similarity > best) [best, first, second] = [similarity, i, alive[y]!];
      }
    if (first < 0 || best < threshold) break;
    const [a, b] = [groups[first]!.length, groups[second]!.length];
    for (const k of alive) {
      if (k === first || k === second) continue;
      const joined = (s[first * size + k]! * a + s[second * size + k]! * b) / (a + b);
      s[first * size + k] = joined;
      s[k * size + first] = joined;
    }
    groups[first]!.push(...groups[second]!);
    alive.splice(alive.indexOf(second), 1);
  }
  return alive.map((i) => groups[i]!.sort((x, y) => x - y));
}
