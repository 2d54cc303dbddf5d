import type { Sentence, Word } from "../language/analysis.js";
import { overlaps } from "../record/span.js";
import type { Cast } from "./cast.js";
import type { Participant } from "./event.js";
import { likelyPairs } from "./learned-roles.js";
import type { Role } from "./named-by.js";
import { pairWords } from "./pair-words.js";
import type { Candidate } from "./role-candidates.js";

/** Of less than this nothing is said of the other side. */
const LEAST = 0.02;

/**
 * How likely each phrase of a sentence is source or target of whatever it tells, by the coder of pairs.
 * @param given those who are on the other side; empty where that is open. Where the coder holds them for nobody's partner,
 *   nothing is said of any phrase.
 */
export function sideLikelihoods(
  cast: Cast,
  sentence: Sentence,
  role: Role,
  given: readonly Participant[] = [],
): ReadonlyMap<Word, number> {
  const out = new Map<Word, number>();
  let total = given.length === 0 ? 1 : 0;
  for (const pair of likelyPairs(cast, sentence)) {
    const [own, other] = role === "source" ? [pair.source, pair.target] : [pair.target, pair.source];
    if (given.length > 0) {
      if (!isOneOf(given, other)) continue;
      total += pair.probability;
    }
    out.set(own.word, (out.get(own.word) ?? 0) + pair.probability);
  }
  if (total < LEAST) return new Map();
  for (const [word, probability] of out) out.set(word, probability / total);
  return out;
}

const joining = new WeakMap<Cast, Map<number, ReadonlySet<number>>>();

/** True for a word that says what the one did to the other of the likeliest pair of its sentence. */
export function joinsLikelyPair(cast: Cast, word: Word): boolean {
  const bySentence = joining.get(cast) ?? new Map<number, ReadonlySet<number>>();
  joining.set(cast, bySentence);
  const words = bySentence.get(word.sentence) ?? joiningWords(cast, word.sentence);
  bySentence.set(word.sentence, words);
  return words.has(word.index);
}

function joiningWords(cast: Cast, sentence: number): ReadonlySet<number> {
  const best = likelyPairs(cast, cast.analysis.sentences[sentence]!)[0];
  if (!best) return new Set();
  const { path, joint, sourceVerb, targetGovernor } = pairWords(
    cast.analysis,
    best.source.word,
    best.target.word,
  );
  return new Set([...path, ...joint, ...sourceVerb, ...targetGovernor]);
}

function isOneOf(participants: readonly Participant[], { span }: Candidate): boolean {
  return participants.some((p) => p.span && overlaps(p.span, span));
}
