import { createHash } from "node:crypto";

const PARTS = 5;

/**
 * True for the reports that the encoder does not learn from, one in five: on them the weights that are built upon it are
 * learned and measured. As `is_kept_apart` of `demarche_training/event_sets.py`.
 */
export function isKeptApart(report: string): boolean {
  return partOf(`fold ${report}`) === 0;
}

/** The fold of a report that is kept apart, for weights that have not seen it. */
export function foldOf(report: string): number {
  return partOf(`weights ${report}`);
}

function partOf(text: string): number {
  return Number(BigInt(`0x${createHash("sha256").update(text).digest("hex")}`) % BigInt(PARTS));
}
