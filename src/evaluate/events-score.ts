/** Scores of a classification over labels that exclude each other. */
export interface ClassScores {
  /** Share of rows whose label is right. */
  readonly accuracy: number;
  /** Mean of the F1 of every label that the gold or the predictions use. */
  readonly macroF1: number;
  readonly labels: ReadonlyMap<string, LabelScore>;
}

export interface LabelScore {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
  readonly f1: number;
}

/**
 * Accuracy and macro-F1 as scikit-learn's `f1_score(average="macro")` gives them: over all labels that occur in the gold
 * or in the predictions. Throws RangeError where the two lists differ in length.
 */
export function scoreClasses(gold: readonly string[], predicted: readonly string[]): ClassScores {
  if (gold.length !== predicted.length) {
    throw new RangeError(
      `as many predictions as gold labels expected (${gold.length}), ${predicted.length} met`,
    );
  }
  const counts = new Map<string, { gold: number; predicted: number; right: number }>();
  const of = (label: string) => {
    const count = counts.get(label) ?? { gold: 0, predicted: 0, right: 0 };
    counts.set(label, count);
    return count;
  };
  gold.forEach((label, i) => {
    of(label).gold += 1;
    of(predicted[i]!).predicted += 1;
    if (label === predicted[i]) of(label).right += 1;
  });
  const labels = new Map<string, LabelScore>();
  let sum = 0;
  let right = 0;
  for (const [label, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const f1 = (2 * count.right) / (count.gold + count.predicted);
    labels.set(label, { ...count, f1 });
    sum += f1;
    right += count.right;
  }
  return {
    accuracy: gold.length ? right / gold.length : 0,
    macroF1: labels.size ? sum / labels.size : 0,
    labels,
  };
}
