import type { Sentence } from "../language/analysis.js";
import type { Cast } from "./cast.js";
import { type CoderWeights, loadCoderWeights, ROLE_COLUMNS } from "./coder-weights.js";
import {
  type Candidate,
  candidatesIn,
  joiningWords,
  PAIR_FEATURES,
  pairFeatures,
} from "./role-candidates.js";

/** Two phrases of a sentence, and how likely they are the source and the target of what it tells, if it tells an act. */
export interface LikelyPair {
  readonly source: Candidate;
  readonly target: Candidate;
  /** Probability among all pairs of the sentence. */
  readonly probability: number;
}

/**
 * Who did something to whom in a sentence, whatever it was: a log-linear model over all pairs of phrases, from what the
 * encoder says of each head as a source and as a target, of the words that join the two in the tree, and from where they
 * stand. The likeliest first; none where the analysis lacks this evidence.
 */
export function likelyPairs(cast: Cast, sentence: Sentence, weights?: CoderWeights): readonly LikelyPair[] {
  if (weights) return rankedPairs(cast, sentence, weights);
  const bySentence = ranked.get(cast) ?? new Map<Sentence, readonly LikelyPair[]>();
  ranked.set(cast, bySentence);
  const pairs = bySentence.get(sentence) ?? rankedPairs(cast, sentence, loadCoderWeights());
  bySentence.set(sentence, pairs);
  return pairs;
}

/** Each act of a sentence asks for the same pairs. */
const ranked = new WeakMap<Cast, Map<Sentence, readonly LikelyPair[]>>();

function rankedPairs(cast: Cast, sentence: Sentence, { pairs }: CoderWeights): readonly LikelyPair[] {
  const { evidence } = cast.analysis;
  const columns = ROLE_COLUMNS.map((column) => evidence?.classes.indexOf(column) ?? -1);
  if (!evidence || columns.includes(-1)) return [];
  const [asSource, asTarget, joins] = columns as [number, number, number];
  const at = (word: number, column: number) => evidence.scores[word * evidence.classes.length + column]!;
  const candidates = candidatesIn(cast, sentence);
  const out: { source: Candidate; target: Candidate; probability: number }[] = [];
  for (const source of candidates) {
    for (const target of candidates) {
      if (source === target) continue;
      const words = joiningWords(source, target);
      let score = at(source.word.index, asSource) + at(target.word.index, asTarget);
      for (const word of words) score += at(word.index, joins) / words.length;
      score /= evidence.unit;
      const features = pairFeatures(source, target);
      PAIR_FEATURES.forEach((name, i) => {
        score += pairs[name] * features[i]!;
      });
      out.push({ source, target, probability: score });
    }
  }
  const most = Math.max(...out.map((p) => p.probability));
  let total = 0;
  for (const pair of out) total += pair.probability = Math.exp(pair.probability - most);
  for (const pair of out) pair.probability /= total;
  return out.sort((a, b) => b.probability - a.probability);
}
