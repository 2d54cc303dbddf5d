import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";

/** The noun of which a word counts some: "founders" of "one of the firm's founders", "allies" of "two of its allies". */
export function countedNoun(analysis: Analysis, word: Word): Word | undefined {
  if (!isCount(word)) return undefined;
  return children(analysis, word).find(
    (c) => c.index > word.index && relation(c) === "nmod" && prepositionOf(analysis, c) === "of",
  );
}

/** True for the noun of "one of the firm's founders". */
export function isOneOf(analysis: Analysis, noun: Word): boolean {
  const over = governor(analysis, noun);
  return over?.form.toLowerCase() === "one" && countedNoun(analysis, over) === noun;
}

/** "Thousands of Iranians" are no part of the Iranians spoken of: the noun itself is meant. */
function isCount({ upos, form, lemma }: Word): boolean {
  const lower = form.toLowerCase();
  return (upos === "NUM" && lemma.toLowerCase() === lower) || referenceWords().peoplePronouns.has(lower);
}
