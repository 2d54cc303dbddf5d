import type { Analysis, Word } from "../language/analysis.js";
import { type CoderWeights, EVIDENCE_COLUMNS, loadCoderWeights } from "./coder-weights.js";
import { PLV_CLASSES, type PlvClass } from "./crosswalk.js";
import { PAIR_ROLES, pairWords } from "./pair-words.js";

/** Who is asked for types: codebook or learned coder alone; both where nothing is said. */
export const CODERS = ["codebook", "learned"] as const;
export type Coder = (typeof CODERS)[number];

/** How surely the codebook's act is tied to the pair: it joins both, has one of them, is nearby, or is a bare word. */
export type PairBasis = "joined" | "one side" | "nearby" | "weak cue" | "none";

/** What the codebook says of a pair. */
export interface CodebookWord {
  readonly code: PlvClass;
  readonly basis: PairBasis;
}

/** Probabilities of the fifteen classes for a pair, the likeliest first. */
export type Ranking = readonly (readonly [PlvClass, number])[];

/** What the learned coder says of a pair. */
export interface LearnedCode {
  readonly ranking: Ranking;
  /** The probability that the words between the two tell of an act at all, where the codebook takes them for one. */
  readonly event: number;
  /** The same where the codebook says nothing; 0 where the analysis is older than this evidence. */
  readonly told: number;
}

/**
 * The learned coder's view of who did what to whom: a log-linear model over the evidence that the encoder gives for
 * each word, summed over the words that join source and target, with the codebook's own word as one more feature.
 * Undefined where the analysis holds no evidence.
 *
 * @param codebook left out where the learned coder is asked alone
 */
export function learnedCode(
  analysis: Analysis,
  source: Word,
  target: Word,
  codebook?: CodebookWord,
  weights?: CoderWeights,
): LearnedCode | undefined {
  const { evidence } = analysis;
  if (!evidence) return undefined;
  const { roles, offsets, trust, scale } = weights ?? loadCoderWeights();
  const words = pairWords(analysis, source, target);
  const scores = EVIDENCE_COLUMNS.map((column) => offsets[column]);
  const columns = EVIDENCE_COLUMNS.map((column) => evidence.classes.indexOf(column));
  for (const role of PAIR_ROLES) {
    const weight = roles[role] / words[role].length / evidence.unit;
    for (const word of words[role]) {
      const row = word * evidence.classes.length;
      columns.forEach((column, c) => {
        scores[c]! += column < 0 ? -Infinity : weight * evidence.scores[row + column]!;
      });
    }
  }
  const told = probability(scores.pop()!);
  const event = probability(scores.pop()!);
  if (!codebook || codebook.basis === "none") return { ranking: ranked(scores), event, told };
  const code = PLV_CLASSES.indexOf(codebook.code);
  return {
    ranking: ranked(scores.map((s, c) => s * scale + (c === code ? trust[codebook.basis as "joined"] : 0))),
    event,
    told,
  };
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function ranked(scores: readonly number[]): Ranking {
  const most = Math.max(...scores);
  const parts = scores.map((s) => Math.exp(s - most));
  const total = parts.reduce((a, b) => a + b, 0);
  return PLV_CLASSES.map((code, c) => [code, parts[c]! / total] as const).sort((a, b) => b[1] - a[1]);
}
