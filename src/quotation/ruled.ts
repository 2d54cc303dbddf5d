import type { Analysis } from "../language/analysis.js";
import { rangeWithin } from "../record/within.js";
import type { Attribution, WordRange } from "./attribution.js";
import { origins } from "./origin.js";

/** What the rules tell of one cue: its attributions, and those that go on from them without a cue of their own. */
export interface Ruled {
  readonly first: Attribution;
  readonly parts: Attribution[];
  /** The content words. */
  readonly ranges: WordRange[];
}

/** The attributions by the cue that they hang on, directly or by going on from one that does. */
export function groupsOf({ words }: Analysis, ruled: readonly Attribution[]): readonly Ruled[] {
  const out = new Map<unknown, Ruled>();
  const originOf = origins(ruled);
  for (const a of ruled) {
    const origin = originOf(a);
    const key = origin.cue?.cue ?? origin;
    const group = out.get(key) ?? { first: origin, parts: [], ranges: [] };
    out.set(key, group);
    group.parts.push(a);
    for (const span of a.content) {
      const { first, last } = rangeWithin(words, span);
      group.ranges.push([first, last]);
    }
  }
  return [...out.values()];
}

/** For each word the group that tells it, the one with the fewest words where several do; in time linear in the words. */
export function painted(length: number, groups: readonly Ruled[]): (word: number) => Ruled | undefined {
  const owner: (Ruled | undefined)[] = new Array(length).fill(undefined);
  const next = Uint32Array.from({ length: length + 1 }, (_, i) => i);
  const free = (from: number): number => {
    let at = from;
    while (next[at] !== at) {
      next[at] = next[next[at]!]!;
      at = next[at]!;
    }
    return at;
  };
  for (const group of [...groups].sort((a, b) => sizeOf(a.ranges) - sizeOf(b.ranges))) {
    for (const [first, last] of group.ranges) {
      for (let i = free(first); i < last; i = free(i)) {
        owner[i] = group;
        next[i] = i + 1;
      }
    }
  }
  return (word) => owner[word];
}

/** Words in ranges. */
export function sizeOf(ranges: readonly WordRange[]): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first, 0);
}

/** Words that two lists of ranges have in common. */
export function shared(a: readonly WordRange[], b: readonly WordRange[]): number {
  let words = 0;
  for (const [first, last] of a)
    for (const [start, end] of b) words += Math.max(0, Math.min(last, end) - Math.max(first, start));
  return words;
}

/** The words in common as Dice's coefficient. */
export function dice(a: readonly WordRange[], b: readonly WordRange[]): number {
  return (2 * shared(a, b)) / (sizeOf(a) + sizeOf(b));
}
