import type { StoryRules } from "./rules.js";

/** Two reports that share a key term, stand near each other, and are alike enough. */
export interface StoryLink {
  readonly report: string;
  readonly other: string;
  readonly similarity: number;
  readonly days: number;
}

/**
 * The reports that are decided together with `report`: all that links join, directly or through others. Where they are
 * more than `rules.most`, only tighter links count, and tighter ones still; where even the tightest join too many, the
 * report is alone. The answer depends on the links alone, and looks at `rules.most` reports at most for each tightness.
 * @param links gives the links of each of some reports; asked once for each
 * @returns identifiers in rising order
 */
export async function pieceOf(
  report: string,
  rules: StoryRules,
  links: (reports: readonly string[]) => Promise<ReadonlyMap<string, readonly StoryLink[]>>,
): Promise<string[]> {
  for (const level of [{ similarity: rules.similarity, days: rules.days }, ...rules.tighter]) {
    const found = new Set([report]);
    let edge = [report];
    while (edge.length > 0 && found.size <= rules.most) {
      const next: string[] = [];
      // A few at a time: in a dense neighbourhood the first ones already lead to too many.
      const of = await links(edge.splice(0, STEP));
      for (const list of of.values())
        for (const { other, similarity, days } of list) {
          if (similarity < level.similarity || days > level.days || found.has(other)) continue;
          found.add(other);
          next.push(other);
        }
      edge = [...edge, ...next];
    }
    if (found.size <= rules.most) return [...found].sort();
  }
  return [report];
}

const STEP = 8;
