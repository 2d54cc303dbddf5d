import type { GroupingRules } from "./rules.js";

/** Two things that share a key, stand near each other, and are alike enough. */
export interface Link {
  readonly item: string;
  readonly other: string;
  readonly similarity: number;
  readonly days: number;
}

/**
 * The things that are decided together with `item`: all that links join, directly or through others. Where they are
 * more than `rules.most`, only tighter links count, and tighter ones still; where even the tightest join too many, the
 * thing is alone. The answer depends on the links alone, and looks at `rules.most` things at most for each tightness.
 * @param links gives the links of each of some things; asked once for each
 * @param crowded for each tightness, things already found to hang together with too many: kept from one call to the next
 * @returns identifiers in rising order
 */
export async function pieceOf(
  item: string,
  rules: GroupingRules,
  links: (items: readonly string[]) => Promise<ReadonlyMap<string, { values(): Iterable<Link> }>>,
  crowded: Set<string>[] = [],
): Promise<string[]> {
  const levels = [{ similarity: rules.similarity, days: rules.days }, ...rules.tighter];
  for (const [tightness, level] of levels.entries()) {
    crowded[tightness] ??= new Set();
    const tooMany = crowded[tightness];
    let isCrowded = tooMany.has(item);
    if (isCrowded) continue;
    const found = new Set([item]);
    let edge = [item];
    while (edge.length > 0 && !isCrowded) {
      const next: string[] = [];
      // A few at a time: in a dense neighbourhood the first ones already lead to too many.
      const of = await links(edge.splice(0, STEP));
      for (const list of of.values())
        for (const { other, similarity, days } of list.values()) {
          if (similarity < level.similarity || days > level.days || found.has(other)) continue;
          found.add(other);
          next.push(other);
          isCrowded ||= tooMany.has(other) || found.size > rules.most;
        }
      edge = [...edge, ...next];
    }
    if (!isCrowded) return [...found].sort();
    for (const id of found) tooMany.add(id);
  }
  return [item];
}

const STEP = 8;
