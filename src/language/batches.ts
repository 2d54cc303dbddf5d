/** Most pieces in one run of the encoder: more does not pay, the caches are full. */
const PIECES_A_RUN = 2048;
/** What a run costs beside its pieces, in pieces (measured): padding below it is cheaper than another run. */
const COST_OF_A_RUN = 20;

/**
 * How to part windows into batches so that the encoder has the least to do, each window of a batch being padded to its
 * longest: [first, last) places in `lengths`, the windows' pieces in ascending order. By dynamic programming, in time
 * linear in the windows, as a batch holds at most 2,048 pieces.
 */
export function batchesOf(lengths: readonly number[]): readonly (readonly [number, number])[] {
  // For the windows before each place: the least that they cost, and where the last batch of that begins.
  const cost = [0];
  const start = [0];
  for (let end = 1; end <= lengths.length; end++) {
    const longest = lengths[end - 1]!;
    cost[end] = Number.POSITIVE_INFINITY;
    for (let from = end - 1; from >= 0; from--) {
      const pieces = longest * (end - from);
      if (pieces > PIECES_A_RUN && from < end - 1) break;
      const whole = cost[from]! + pieces + COST_OF_A_RUN;
      if (whole >= cost[end]!) continue;
      cost[end] = whole;
      start[end] = from;
    }
  }
  const batches: (readonly [number, number])[] = [];
  for (let end = lengths.length; end > 0; end = start[end]!) batches.push([start[end]!, end]);
  return batches.reverse();
}
