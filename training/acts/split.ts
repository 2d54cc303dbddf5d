import { partOf } from "../../src/evaluate/kept-apart.js";

/** On the reports that are kept apart the weights that are built upon the encoder are learned and measured. */
export { isKeptApart } from "../../src/evaluate/kept-apart.js";

/** The fold of a report that is kept apart, for weights that have not seen it. */
export function foldOf(report: string): number {
  return partOf(`weights ${report}`);
}
