import type { Analysis, Word } from "../language/analysis.js";
import type { WordRange } from "./attribution.js";
import type { Cues } from "./cues.js";
import type { Extents } from "./extent.js";

/** What all readers of cues look at. */
export interface CueContext {
  readonly analysis: Analysis;
  readonly reach: Extents;
  readonly cues: Cues;
  /** True for words that stand inside a quotation. */
  readonly isQuoted: (word: number) => boolean;
  /** One past the last word of each name of a time, by its first word. */
  readonly timeEnds: ReadonlyMap<number, number>;
}

export function cueContext(
  analysis: Analysis,
  reach: Extents,
  cues: Cues,
  isQuoted: (word: number) => boolean,
): CueContext {
  const times = analysis.names.filter((name) => name.type === "DATE");
  return { analysis, reach, cues, isQuoted, timeEnds: new Map(times.map((name) => [name.first, name.last])) };
}

/** The words of the phrase or clause of `word`. */
export function rangeOf({ reach }: CueContext, word: Word): WordRange {
  return [reach.first[word.index]!, reach.last[word.index]!];
}

/** The words of the clause of `child` that stand behind `cue`. */
export function rangeAfter({ reach }: CueContext, cue: Word, child: Word): WordRange {
  return [Math.max(reach.first[child.index]!, cue.index + 1), reach.last[child.index]!];
}

/** The words of `whole` without those of `part`, which lies in it: what stands before, and what stands behind. */
export function rangesAround(
  { reach }: CueContext,
  whole: Word,
  part: Word,
): readonly [WordRange, WordRange] {
  const { first, last } = reach;
  return [
    [first[whole.index]!, Math.min(first[part.index]!, last[whole.index]!)],
    [Math.max(last[part.index]!, first[whole.index]!), last[whole.index]!],
  ];
}
