import { type CoderWeights, EVIDENCE_COLUMNS } from "../../src/event/coder-weights.js";
import { PAIR_ROLES } from "../../src/event/pair-words.js";
import type { Analysis } from "../../src/language/analysis.js";

/** The analysis with evidence for classes at some of its words, in logarithms of odds. */
export function withEvidence(
  analysis: Analysis,
  evidence: Readonly<Record<string, Partial<Record<(typeof EVIDENCE_COLUMNS)[number], number>>>>,
): Analysis {
  const scores = analysis.words.flatMap((w) =>
    EVIDENCE_COLUMNS.map((code) => 8 * (evidence[w.form]?.[code] ?? 0)),
  );
  return { ...analysis, evidence: { classes: EVIDENCE_COLUMNS, unit: 8, scores } };
}

/** Weights under which only the words of the path count, and the codebook's word as much as `trust` says. */
export function coderWeights(trust: number): CoderWeights {
  const roles = Object.fromEntries(PAIR_ROLES.map((role) => [role, role === "path" ? 1 : 0]));
  return {
    roles: roles as CoderWeights["roles"],
    offsets: Object.fromEntries(EVIDENCE_COLUMNS.map((code) => [code, 0])) as CoderWeights["offsets"],
    scale: 1,
    trust: { joined: trust, "one side": trust / 2, nearby: 0, "weak cue": 0 },
  };
}
