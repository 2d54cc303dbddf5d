import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { governor, relation } from "../language/tree.js";

/** A score, "2-1" or "31–28"; words may part it. */
const SCORE = /(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])/;

/**
 * True where a state's name is that of its team: it takes part in a verb of matches, and the sentence has a score and
 * a word of sports, or two such words. "France beat Germany 2-1 in the final", not "France hosted the talks".
 */
export function isTeam(analysis: Analysis, name: Word): boolean {
  const { sportsVerbs, sports } = referenceWords();
  const verb = governor(analysis, relation(name) === "conj" ? (governor(analysis, name) ?? name) : name);
  if (!verb || !sportsVerbs.has(verb.lemma.toLowerCase())) return false;
  const sentence = analysis.sentences[name.sentence]!;
  let signs = SCORE.test(analysis.text.slice(sentence.start, sentence.end)) ? 1 : 0;
  for (let i = sentence.first; i < sentence.last && signs < 2; i++) {
    if (sports.has(analysis.words[i]!.lemma.toLowerCase())) signs++;
  }
  return signs >= 2;
}
