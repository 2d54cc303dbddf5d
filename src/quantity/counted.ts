import type { Analysis, Word } from "../language/analysis.js";
import { subjectOf } from "../language/subject.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import { listed } from "./vocabulary.js";

const COUNTED_BY: ReadonlySet<string> = new Set(["of", "among"]);
const measure = listed("measure");
const measuredBy = listed("measured-by");
const increase = listed("increase");
const decrease = listed("decrease");

const isNominal = (word: Word) => word.upos === "NOUN" || word.upos === "PROPN" || word.upos === "PRON";

/**
 * The word for what a number without a unit counts: the noun behind it, the noun of "five of the dead", what the counted
 * are said to be ("58 killed"), or what befell them ("killed 84"). `head` is the number's head word, `last` the word behind it.
 */
export function countedBy(analysis: Analysis, head: Word, last: number): Word | undefined {
  const part = complement(analysis, head, last, COUNTED_BY);
  if (part) return part;
  const above = governor(analysis, head);
  const role = relation(head);
  if (
    above &&
    (role === "nummod" || role === "compound" || role === "det" || role === "advmod" || role === "amod") &&
    above.index > head.index
  )
    // "dozens more were injured"
    return above.lemma === "more" ? countedBy(analysis, above, above.index + 1) : above;
  // "204 of 14,086 companies": the noun behind the number, whatever it hangs from.
  const next = analysis.words[last];
  if (next && next.sentence === head.sentence && (next.xpos === "NNS" || next.xpos === "NNPS")) return next;
  const said = children(analysis, head).find(
    (c) =>
      c.index >= last &&
      c.lemma !== "more" &&
      (relation(c) === "acl" || relation(c) === "amod" || relation(c) === "nmod:desc"),
  );
  if (said) return said;
  if (!above) return children(analysis, head).find((c) => relation(c) === "nsubj");
  // "58 killed, 527 hurt" in a headline.
  if (next?.sentence === head.sentence && (next.xpos === "VBN" || next.xpos === "JJ")) return next;
  if (role === "nmod" && isNominal(above)) return above;
  if (role === "conj") return above.upos === "NUM" ? countedBy(analysis, above, above.index + 1) : above;
  if (role === "obl" || role === "obj" || role === "nmod") return ofVerb(analysis, above);
  return above;
}

/**
 * The word for what a measure, a share or an amount of money measures. `head` is the head word of number and unit.
 * "a $5 billion hit", "40% of imports", "an altitude of 770 km", "45 feet long", "trade grew 40%".
 */
export function measuredWith(analysis: Analysis, head: Word, last: number): Word | undefined {
  const above = governor(analysis, head);
  const role = relation(head);
  const modifies =
    role === "compound" ||
    role === "amod" ||
    role === "nummod" ||
    head.deprel === "nmod:poss" ||
    head.deprel === "nmod:desc";
  if (above && modifies && above.index > head.index) return above;
  const part = complement(analysis, head, last, measuredBy);
  if (part) return part;
  if (!above) return children(analysis, head).find((c) => relation(c) === "nsubj");
  const copula = children(analysis, head).some((c) => c.deprel === "cop");
  const subject = copula ? children(analysis, head).find((c) => relation(c) === "nsubj") : undefined;
  if (subject) return subject;
  if (role === "nmod" || role === "appos" || role === "conj" || role === "acl" || role === "dep")
    return above;
  if (relation(above) === "xcomp" && above.upos === "ADJ") {
    const verb = governor(analysis, above);
    if (verb?.upos === "VERB") return ofVerb(analysis, verb);
  }
  if (above.upos === "ADJ" || above.upos === "ADV" || above.upos === "ADP") return above;
  if (above.upos === "VERB" || above.upos === "AUX") return ofVerb(analysis, above);
  return above;
}

/** What a verb's measure measures: its subject where the verb tells an amount or a change, else the verb. */
function ofVerb(analysis: Analysis, verb: Word): Word {
  const changes = increase.has(verb.lemma) || decrease.has(verb.lemma);
  if (!changes && !measure.has(verb.lemma)) return verb;
  const object = changes
    ? children(analysis, verb).find((c) => relation(c) === "obj" && isNominal(c) && !isMeasure(analysis, c))
    : undefined;
  return object ?? subjectOf(analysis, verb) ?? verb;
}

function isMeasure(analysis: Analysis, word: Word): boolean {
  return word.upos === "SYM" || children(analysis, word).some((c) => relation(c) === "nummod");
}

/** The noun behind one of `prepositions`, past the number's own words: "five of the Americans", "$7 million in funding". */
function complement(
  analysis: Analysis,
  head: Word,
  last: number,
  prepositions: ReadonlySet<string>,
): Word | undefined {
  for (const child of children(analysis, head)) {
    if (child.index < head.index || (relation(child) !== "nmod" && relation(child) !== "obl")) continue;
    // "hundreds of thousands of people"
    if (child.index < last) {
      const inner = complement(analysis, child, last, prepositions);
      if (inner) return inner;
      continue;
    }
    const word = prepositionOf(analysis, child);
    if (word === undefined || !prepositions.has(word)) continue;
    if (child.upos === "NOUN" || (word === "of" && (isNominal(child) || child.upos === "ADJ"))) return child;
  }
  return undefined;
}

/** The words of a noun before it that belong to its name or kind, and the noun: "cruise missiles". */
export function phraseOf(analysis: Analysis, word: Word, after: number): Span {
  let { start } = word;
  if (isNominal(word)) {
    for (const child of children(analysis, word)) {
      const role = relation(child);
      const belongs = role === "compound" || role === "amod" || (role === "flat" && child.index < word.index);
      if (
        belongs &&
        child.index < word.index &&
        !(child.index < after && word.index >= after) &&
        child.start < start
      )
        start = child.start;
    }
  }
  return { start, end: word.end };
}
