/** One expression of time; offsets in Unicode code points, end exclusive. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly mod?: string;
}

/** Precision, recall and F1 in percent. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface TimesScore {
  readonly gold: number;
  readonly predicted: number;
  /** Exact span. */
  readonly strict: Figures;
  /** Any overlap. */
  readonly relaxed: Figures;
  /** An overlap with the gold's type. */
  readonly type: Figures;
  /** An overlap with the gold's value, TempEval-3's main figure. */
  readonly value: Figures;
}

/** Pairs of gold and predicted expressions, one to one: exact spans first, then the largest overlap. */
function pairs(gold: readonly Timex[], predicted: readonly Timex[]): [gold: Timex, predicted: Timex][] {
  const all: { exact: boolean; overlap: number; i: number; j: number }[] = [];
  gold.forEach((g, i) => {
    predicted.forEach((p, j) => {
      const overlap = Math.min(g.end, p.end) - Math.max(g.start, p.start);
      if (overlap > 0) all.push({ exact: g.start === p.start && g.end === p.end, overlap, i, j });
    });
  });
  all.sort((a, b) => Number(b.exact) - Number(a.exact) || b.overlap - a.overlap || a.i - b.i || a.j - b.j);
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const out: [Timex, Timex][] = [];
  for (const { i, j } of all) {
    if (usedGold.has(i) || usedPredicted.has(j)) continue;
    usedGold.add(i);
    usedPredicted.add(j);
    out.push([gold[i]!, predicted[j]!]);
  }
  return out;
}

function figures(right: number, predicted: number, gold: number): Figures {
  const precision = predicted ? right / predicted : 0;
  const recall = gold ? right / gold : 0;
  const sum = precision + recall;
  return { precision: 100 * precision, recall: 100 * recall, f1: sum ? (200 * precision * recall) / sum : 0 };
}

/**
 * Scores expressions of time as TempEval-3 (UzZaman et al. 2013) does; the same figures as the project's
 * `score_timex.py`. `documents` pairs each gold document with what was predicted for it.
 */
export function scoreTimes(
  documents: readonly { readonly gold: readonly Timex[]; readonly predicted: readonly Timex[] }[],
): TimesScore {
  const count = { gold: 0, predicted: 0, strict: 0, relaxed: 0, type: 0, value: 0 };
  for (const { gold, predicted } of documents) {
    count.gold += gold.length;
    count.predicted += predicted.length;
    for (const [g, p] of pairs(gold, predicted)) {
      count.relaxed++;
      if (g.start === p.start && g.end === p.end) count.strict++;
      if (g.type === p.type) count.type++;
      if (g.value === p.value) count.value++;
    }
  }
  const of = (right: number) => figures(right, count.predicted, count.gold);
  return {
    gold: count.gold,
    predicted: count.predicted,
    strict: of(count.strict),
    relaxed: of(count.relaxed),
    type: of(count.type),
    value: of(count.value),
  };
}
