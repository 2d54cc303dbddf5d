import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Candidate, WordRange } from "./attribution.js";
import { type CueContext, rangesAround } from "./cue-context.js";
import type { Act } from "./cues.js";
import { caseForm } from "./subject.js";

/** Clauses that, without a subject of their own, belong to the clause above. */
const DEPENDENT = new Set(["xcomp", "conj", "acl", "advcl"]);
const CLAUSES = new Set(["ccomp", "csubj", "csubj:outer"]);

/** "according to Y": the clause that the phrase stands in is the content, Y the source. */
export function prepositionCandidate(context: CueContext, word: Word): Candidate | undefined {
  const { analysis, cues } = context;
  const preposition = cues.prepositions.get(word.form.toLowerCase());
  if (!preposition) return undefined;
  const last = word.index + preposition.whole.split(" ").length;
  const forms = analysis.words.slice(word.index, last).map((w) => w.form.toLowerCase());
  const source = word.deprel === "case" ? governor(analysis, word) : namedBehind(analysis, last);
  if (forms.join(" ") !== preposition.whole || !source) return undefined;
  return candidate(context, word, last, preposition.act, source, source, preposition.whole);
}

/** The head of the phrase that begins at a word, where the tree parted it from its preposition. */
function namedBehind({ words }: Analysis, first: number): Word | undefined {
  let head = words[first];
  while (head && head.head > head.index) head = words[head.head];
  return head && ["NOUN", "PROPN", "PRON"].includes(head.upos) ? head : undefined;
}

/** "in the words of Y", "in Y's view". */
export function phraseCandidate(context: CueContext, word: Word, act: Act): Candidate | undefined {
  const { analysis } = context;
  if (relation(word) !== "obl" || caseForm(analysis, word) !== "in") return undefined;
  const source = children(analysis, word).find(
    (c) => c.deprel === "nmod:poss" || (relation(c) === "nmod" && caseForm(analysis, c) === "of"),
  );
  return source && candidate(context, word, word.index + 1, act, source, word, `in ... ${word.lemma}`);
}

function candidate(
  context: CueContext,
  cue: Word,
  last: number,
  act: Act,
  source: Word,
  phrase: Word,
  rule: string,
): Candidate | undefined {
  const predicate = predicateOver(context.analysis, phrase);
  return (
    predicate && {
      cue,
      first: cue.index,
      last,
      act,
      content: rangesAround(context, predicate, phrase).map(
        ([from, to]): WordRange => [
          from,
          from <= cue.index && to <= phrase.index ? Math.min(to, cue.index) : to,
        ],
      ),
      stance: false,
      unsaid: false,
      takesQuotations: "beside",
      sourceFrom: { by: "itself", word: source },
      rule,
    }
  );
}

/** The predicate of the clause that `word` stands in. */
function predicateOver(analysis: Analysis, word: Word): Word | undefined {
  for (let above = governor(analysis, word); above; above = governor(analysis, above)) {
    const kids = children(analysis, above);
    if (DEPENDENT.has(above.deprel) && !kids.some((c) => relation(c) === "nsubj")) continue;
    const verb = above.upos === "VERB" || above.upos === "AUX" || kids.some((c) => c.deprel === "cop");
    if (verb || above.head < 0 || CLAUSES.has(above.deprel)) return above;
  }
  return undefined;
}
