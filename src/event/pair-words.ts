import type { Analysis, Word } from "../language/analysis.js";
import { ancestors, children, governor } from "../language/tree.js";

/** The groups of words around a source and a target that say what the one did to the other. */
export const PAIR_ROLES = ["path", "sourceVerb", "targetGovernor", "joint", "below", "between"] as const;
export type PairRole = (typeof PAIR_ROLES)[number];
export type PairWords = Readonly<Record<PairRole, readonly number[]>>;

/**
 * The words that the learned coder looks at for a pair of phrases, given by their heads, as indices of words:
 *
 * - `joint`: the word above both, `below`: it and what hangs on it; `path`: the words between the heads in the tree;
 * - `sourceVerb`: the nearest verb above the source, `targetGovernor`: the nearest verb or noun above the target;
 * - `between`: all words from the one head to the other in the text.
 */
export function pairWords(analysis: Analysis, source: Word, target: Word): PairWords {
  const up = ancestors(analysis, source);
  const other = ancestors(analysis, target);
  const above = new Set(other);
  const joint = up.find((w) => above.has(w)) ?? up.at(-1)!;
  const upTo = (words: readonly Word[]) => words.slice(1, Math.max(1, words.indexOf(joint) + 1));
  const path = [...new Set([...upTo(up), ...upTo(other)])].filter((w) => w !== source && w !== target);
  const verb = up.slice(1).find((w) => w.upos === "VERB") ?? up.at(-1)!;
  const head =
    other.slice(1).find((w) => w.upos === "VERB" || w.upos === "NOUN") ??
    governor(analysis, target) ??
    target;
  const [first, last] =
    source.index < target.index ? [source.index, target.index] : [target.index, source.index];
  return {
    path: (path.length > 0 ? path : [joint]).map((w) => w.index),
    sourceVerb: [verb.index],
    targetGovernor: [head.index],
    joint: [joint.index],
    below: [joint, ...children(analysis, joint)].map((w) => w.index),
    between: Array.from({ length: last - first + 1 }, (_, i) => first + i),
  };
}
