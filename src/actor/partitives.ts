import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";

/** The noun of which a word counts some: "founders" of "one of the firm's founders", "people" of "tens of thousands of people". */
export function countedNoun(analysis: Analysis, word: Word): Word | undefined {
  if (!isCount(word)) return undefined;
  const noun = children(analysis, word).find(
    (c) => c.index > word.index && relation(c) === "nmod" && prepositionOf(analysis, c) === "of",
  );
  return noun && (countedNoun(analysis, noun) ?? noun);
}

/** True for the noun of "one of the firm's founders". */
export function isOneOf(analysis: Analysis, noun: Word): boolean {
  const over = governor(analysis, noun);
  return over?.form.toLowerCase() === "one" && countedNoun(analysis, over) === noun;
}

/** The noun of which a word behind "including" is a part; where the tree hangs it from the verb, the verb's subject. */
export function including(analysis: Analysis, word: Word): Word | undefined {
  if (!children(analysis, word).some((c) => c.form.toLowerCase() === "including" && c.index < word.index))
    return undefined;
  const over = governor(analysis, word);
  return over?.upos === "VERB" ? children(analysis, over).find((c) => relation(c) === "nsubj") : over;
}

/** "Thousands marched", "tens of thousands took to the streets": people who do something, though no noun says so. */
export function isCrowd(analysis: Analysis, word: Word): boolean {
  const counted = countedNoun(analysis, word);
  return (
    (word.xpos === "NNS" || (word.xpos === "CD" && word.form.endsWith("s"))) &&
    word.deprel === "nsubj" &&
    !children(analysis, word).some((c) => c.deprel === "nmod:poss") &&
    governor(analysis, word)?.upos === "VERB" &&
    (counted === undefined || isCountingNoun(counted))
  );
}

/** "thousands", "a majority". */
export function isCountingNoun({ lemma }: Word): boolean {
  return referenceWords().counts.has(lemma.toLowerCase());
}

/** "two", "some", "dozens", "a majority". */
function isCount(word: Word): boolean {
  const { peoplePronouns } = referenceWords();
  return word.upos === "NUM" || peoplePronouns.has(word.form.toLowerCase()) || isCountingNoun(word);
}
