import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CoderWeights, EVIDENCE_COLUMNS, ROLE_COLUMNS } from "../../src/event/coder-weights.js";
import type { Evidence } from "../../src/language/analysis.js";

const UNIT = 2;
const MOST = 127;

/** What weights of the coder of pairs that have not seen a sentence say of it. */
export interface UnseenEvidence {
  readonly weights: CoderWeights;
  readonly evidence: Evidence;
}

/**
 * By the identifier of a PLV sentence (`plv/N`), what the fold's weights say that have not seen it. The shipped coder of pairs
 * has learned from these sentences: what is built upon it would trust it too much.
 *
 * @param gold `plv.jsonl` as `gold.py` writes it
 * @param folds what `demarche_training.coding --folds` wrote for the same sentences in the same order
 * @returns nothing where one of the two is missing
 */
export function unseenEvidence(gold: string, folds: string): ReadonlyMap<string, UnseenEvidence> {
  const evidence = join(folds, "evidence.jsonl");
  if (!existsSync(gold) || !existsSync(evidence)) return new Map();
  const ids = linesOf(gold).map((line) => `plv/${(JSON.parse(line) as { id: string }).id}`);
  const held = linesOf(evidence).map((line) => JSON.parse(line) as { fold: number; evidence: number[][] });
  if (held.length !== ids.length) throw new Error("as many sentences in FOLDS as in GOLD expected");
  const weights = [...new Set(held.map((h) => h.fold))].map(
    (fold) => [fold, JSON.parse(readFileSync(join(folds, `${fold}.json`), "utf8")) as CoderWeights] as const,
  );
  const byFold = new Map(weights);
  return new Map(held.map((h, i) => [ids[i]!, { weights: byFold.get(h.fold)!, evidence: evidenceOf(h.evidence) }]));
}

function evidenceOf(rows: readonly (readonly number[])[]): Evidence {
  const scores = rows.flat().map((s) => Math.max(-MOST, Math.min(MOST, Math.round(s * UNIT))));
  return { classes: [...EVIDENCE_COLUMNS, ...ROLE_COLUMNS], unit: UNIT, scores };
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8").trim().split("\n");
}
