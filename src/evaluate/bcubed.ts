import { groupBy } from "../ledger/group-by.js";

/** Per cent. */
export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * BCubed (Bagga and Baldwin 1998): of every item, which share of those grouped with it belongs there, and which share
 * of those that belong with it is there; both as a mean over the items, F1 of the means. 0 for no items.
 * @param items each with the name of its group in the gold and in the answer
 */
export function bcubed(items: readonly { readonly gold: string; readonly found: string }[]): BCubed {
  const golds = groupBy(items, ({ gold }) => gold);
  const founds = groupBy(items, ({ found }) => found);
  const boths = groupBy(items, ({ gold, found }) => JSON.stringify([gold, found]));
  let [precision, recall] = [0, 0];
  for (const { gold, found } of items) {
    const both = boths.get(JSON.stringify([gold, found]))!.length;
    precision += (100 * both) / founds.get(found)!.length / items.length;
    recall += (100 * both) / golds.get(gold)!.length / items.length;
  }
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}
