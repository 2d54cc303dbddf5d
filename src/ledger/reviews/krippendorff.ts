/** How far observers agree, and on how much that rests. */
export interface Alpha {
  /** 1 where all agree, 0 where they agree as by chance; absent where that cannot be told. */
  readonly alpha?: number;
  /** Units that at least two observers judged. */
  readonly units: number;
  /** Values of those units. */
  readonly values: number;
  /** Why there is no coefficient. */
  readonly reason?: string;
}

/**
 * Krippendorff's alpha for nominal values, any number of observers and missing values, by its definition over coincidences:
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
 * @param units for each unit the values that observers gave it, those that are missing left out
 */
export function nominalAlpha(units: readonly (readonly string[])[]): Alpha {
  const pairable = units.filter((values) => values.length > 1);
  const totals = new Map<string, number>();
  let agreeing = 0;
  let all = 0;
  for (const values of pairable) {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const [value, count] of counts) {
      agreeing += (count * (count - 1)) / (values.length - 1);
      totals.set(value, (totals.get(value) ?? 0) + count);
    }
    all += values.length;
  }
  const found = { units: pairable.length, values: all };
  if (pairable.length === 0) return { ...found, reason: "no row has two values to be compared" };
  let byChance = 0;
  for (const total of totals.values()) byChance += total * (total - 1);
  const expected = all * (all - 1) - byChance;
  if (expected === 0) return { ...found, reason: "all values are the same, so that nothing varies" };
  return { ...found, alpha: 1 - ((all - 1) * (all - agreeing)) / expected };
}
