import { type CoderWeights, EVIDENCE_COLUMNS, ROLE_COLUMNS } from "../../src/event/coder-weights.js";
import { PAIR_ROLES } from "../../src/event/pair-words.js";
import { PAIR_FEATURES } from "../../src/event/role-candidates.js";
import type { Analysis } from "../../src/language/analysis.js";

const COLUMNS = [...EVIDENCE_COLUMNS, ...ROLE_COLUMNS];

/** The analysis with evidence for classes and roles at some of its words, in logarithms of odds. */
export function withEvidence(
  analysis: Analysis,
  evidence: Readonly<Record<string, Partial<Record<(typeof COLUMNS)[number], number>>>>,
): Analysis {
  const scores = analysis.words.flatMap((w) => COLUMNS.map((code) => 8 * (evidence[w.form]?.[code] ?? 0)));
  return { ...analysis, evidence: { classes: COLUMNS, unit: 8, scores } };
}

/** Weights under which only the words of the path count, and the codebook's word as much as `trust` says. */
export function coderWeights(trust: number): CoderWeights {
  const roles = Object.fromEntries(PAIR_ROLES.map((role) => [role, role === "path" ? 1 : 0]));
  return {
    roles: roles as CoderWeights["roles"],
    offsets: Object.fromEntries(EVIDENCE_COLUMNS.map((code) => [code, 0])) as CoderWeights["offsets"],
    pairs: Object.fromEntries(PAIR_FEATURES.map((f) => [f, 0])) as CoderWeights["pairs"],
    scale: 1,
    trust: { joined: trust, "one side": trust / 2, nearby: 0, "weak cue": 0 },
  };
}
