import { referenceWords } from "../knowledge/reference.js";
import type { Word } from "../language/analysis.js";
import { ancestors, governor } from "../language/tree.js";
import type { CandidateFacts } from "./candidate-facts.js";
import type { Candidate, Candidates } from "./candidates.js";

/**
 * "partners, which have pressured Beijing": the noun that a relative pronoun's clause hangs from. Where the tree has none
 * that could act, or one that the words before the pronoun have nothing to do with, it is the phrase right before it.
 */
export function relativeAntecedent(
  { analysis }: CandidateFacts,
  candidates: Candidates,
  word: Word,
): Candidate | undefined {
  const { words } = analysis;
  let clause: Word | undefined = word;
  while (clause && clause.deprel !== "acl:relcl") clause = governor(analysis, clause);
  const noun = clause && governor(analysis, clause);
  const mentions = (c: Candidate) => c.draft !== undefined && c.draft.by !== "coordination";
  const told =
    noun && noun.index < word.index
      ? candidates.list.findLast((c) => c.head === noun.index && mentions(c))
      : undefined;
  const end = words[word.index - 1]?.form === "," ? word.index - 1 : word.index;
  const before = candidates.list.findLast((c) => c.last === end && !c.pronoun && mentions(c));
  if (!before || before === told) return told;
  if (ancestors(analysis, words[before.head]!).some((w) => w === noun) && told) return told;
  const person = before.sort === "person" || before.sort === "people";
  if (word.form.toLowerCase() !== "which") return person ? before : told;
  const verb = governor(analysis, word);
  return !told && !person && verb && referenceWords().actorVerbs.has(verb.lemma) ? before : told;
}
