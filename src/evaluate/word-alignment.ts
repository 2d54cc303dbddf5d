/** A word with its place in a file's characters, blanks left out; a multiword token's words share its place. */
export interface PlacedWord {
  /** In small letters. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly multiword: boolean;
}

type Pair = readonly [gold: number, system: number];

/**
 * Aligns the words of two readings of one text, as the CoNLL 2018 shared task does: equal places match; where
 * either has a multiword token, the words of that stretch match by longest common subsequence of their forms.
 */
export function alignWords(gold: readonly PlacedWord[], system: readonly PlacedWord[]): Pair[] {
  const pairs: Pair[] = [];
  let gi = 0;
  let si = 0;
  while (gi < gold.length && si < system.length) {
    const g = gold[gi]!;
    const s = system[si]!;
    if (g.multiword || s.multiword) {
      const stretch = multiwordStretch(gold, system, gi, si);
      gi = stretch.goldEnd;
      si = stretch.systemEnd;
      for (const [a, b] of commonSubsequence(
        gold.slice(stretch.goldStart, gi),
        system.slice(stretch.systemStart, si),
      )) {
        pairs.push([stretch.goldStart + a, stretch.systemStart + b]);
      }
    } else if (g.start === s.start && g.end === s.end) pairs.push([gi++, si++]);
    else if (g.start <= s.start) gi++;
    else si++;
  }
  return pairs;
}

/** The smallest stretch around a multiword token at `gi` or `si` whose edges both readings share. */
function multiwordStretch(
  gold: readonly PlacedWord[],
  system: readonly PlacedWord[],
  gi: number,
  si: number,
) {
  const g = gold[gi]!;
  const s = system[si]!;
  let end: number;
  if (g.multiword) {
    end = g.end;
    if (!s.multiword && s.start < g.start) si++;
  } else {
    end = s.end;
    if (g.start < s.start) gi++;
  }
  const goldStart = gi;
  const systemStart = si;
  while (!isBeyond(gold[gi], end) || !isBeyond(system[si], end)) {
    const g = gold[gi];
    const s = system[si];
    const next = g && (!s || g.start <= s.start) ? g : s!;
    if (next.multiword && next.end > end) end = next.end;
    if (next === g) gi++;
    else si++;
  }
  return { goldStart, goldEnd: gi, systemStart, systemEnd: si };
}

function isBeyond(word: PlacedWord | undefined, end: number): boolean {
  return !word || (word.multiword ? word.start >= end : word.end > end);
}

function commonSubsequence(gold: readonly PlacedWord[], system: readonly PlacedWord[]): Pair[] {
  const length: number[][] = Array.from({ length: gold.length + 1 }, () => Array(system.length + 1).fill(0));
  for (let g = gold.length - 1; g >= 0; g--) {
    for (let s = system.length - 1; s >= 0; s--) {
      const same = gold[g]!.form === system[s]!.form ? 1 + length[g + 1]![s + 1]! : 0;
      length[g]![s] = Math.max(same, length[g + 1]![s]!, length[g]![s + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let g = 0, s = 0; g < gold.length && s < system.length; ) {
    if (gold[g]!.form === system[s]!.form) pairs.push([g++, s++]);
    else if (length[g]![s] === length[g + 1]![s]) g++;
    else s++;
  }
  return pairs;
}
