import { createHash } from "node:crypto";

const PARTS = 5;

/**
 * True for the reports that the encoder does not learn from, one in five: for figures on what nothing has seen. As
 * `is_kept_apart` of `demarche_training/event_sets.py`.
 */
export function isKeptApart(report: string): boolean {
  return partOf(`fold ${report}`) === 0;
}

/** Which of five parts, by the SHA-256 of a name. */
export function partOf(name: string): number {
  return Number(BigInt(`0x${createHash("sha256").update(name).digest("hex")}`) % BigInt(PARTS));
}
