/** A gold row and a row of the ledger, by their places, that may be one. */
export interface Candidate {
  readonly gold: number;
  readonly row: number;
  /** How well they fit; the greatest first. */
  readonly fit: number;
}

/**
 * Pairs each gold row with one row of the ledger at most, the best fits first; of equal ones the earlier.
 * @returns the ledger's row of each gold row that has one
 */
export function pair(candidates: readonly Candidate[]): Map<number, number> {
  const ordered = [...candidates].sort((a, b) => b.fit - a.fit || a.gold - b.gold || a.row - b.row);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { gold, row } of ordered) {
    if (pairs.has(gold) || taken.has(row)) continue;
    pairs.set(gold, row);
    taken.add(row);
  }
  return pairs;
}
