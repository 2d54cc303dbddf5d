/** From where on something is seen soon, and the model has enough texts of a length. */
const FEWEST = 32;
/** From there on the ledger gains little, while more would have to be kept in memory. */
const MOST = 128;

/**
 * How many reports to read and then write together, after so many: the more the faster the ledger takes them, while nobody
 * waits for a sign of progress for much longer than a quarter of the time that has passed.
 */
export function reportsAtOnce(done: number): number {
  return Math.min(MOST, Math.max(FEWEST, Math.floor(done / 4)));
}
