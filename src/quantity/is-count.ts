import type { Analysis, NameType, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { isHyphen, joined, lower, type NumberRead } from "./read-number.js";
import { listed } from "./vocabulary.js";

const numbered = listed("numbered");
const timeUnits = listed("time");
const notOneBefore = listed("not-one-before");
const notOneAfter = listed("not-one-after");
const measure = listed("measure");
const increase = listed("increase");
const decrease = listed("decrease");

/** Names whose numbers count nothing: "Pixel 2", "Article 9", "Group of 20". */
const CLOSED: ReadonlySet<NameType> = new Set([
  "PERSON",
  "ORG",
  "PRODUCT",
  "FAC",
  "LAW",
  "EVENT",
  "WORK_OF_ART",
  "GPE",
  "LOC",
  "DATE",
  "TIME",
  "ORDINAL",
]);

/** Names of numbers: what the tagger takes for them. */
const NUMBERS: ReadonlySet<NameType> = new Set(["CARDINAL", "QUANTITY", "PERCENT", "MONEY"]);

/** Indices of the words that the tagger takes for numbers, and of those in names and dates. */
export interface NumberTags {
  readonly numbers: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
}

export function numberTags(analysis: Analysis): NumberTags {
  const numbers = new Set<number>();
  const closed = new Set<number>();
  for (const { type, first, last } of analysis.names) {
    const into = NUMBERS.has(type) ? numbers : CLOSED.has(type) ? closed : undefined;
    if (into) for (let i = first; i < last; i++) into.add(i);
  }
  return { numbers, closed };
}

/** The word of a number that the others hang from: "million" of "15 million". */
export function headOf(analysis: Analysis, first: number, last: number): Word {
  for (let i = first; i < last; i++) {
    const { head } = analysis.words[i]!;
    if (head < first || head >= last) return analysis.words[i]!;
  }
  return analysis.words[first]!;
}

/** False where a number before `last` is part of a date, an age, a score, a name or a rank, whatever its unit. */
export function isNumber(analysis: Analysis, number: NumberRead, last: number): boolean {
  const { words } = analysis;
  const { first } = number;
  const next = isHyphen(words[last]?.form ?? "") ? last + 1 : last;
  if (timeUnits.has(lower(words, next)) && !isSentenceEnd(analysis, last)) return false;
  // "Hwasong-12", "F-16": a hyphen ties it to the letters before it.
  if (first >= 2 && joined(words, first) && isHyphen(words[first - 1]!.form) && joined(words, first - 1))
    return false;
  const before = lower(words, first - 1);
  return before !== "#" && before !== "." ? true : !joined(words, first);
}

function isSentenceEnd(analysis: Analysis, at: number): boolean {
  return analysis.words[at]?.sentence !== analysis.words[at - 1]?.sentence;
}

/** True for a number without a unit that counts things. */
export function isCount(analysis: Analysis, number: NumberRead, tags: NumberTags): boolean {
  const { words } = analysis;
  const { first, last } = number;
  if (tags.closed.has(first) || tags.closed.has(last - 1)) return false;
  if (number.low === 0) return false;
  const head = headOf(analysis, first, last);
  if (isOne(number, words) && !countsOne(analysis, head, first, last)) return false;
  // A decimal counts only in large numbers and before a plural: no "update 5.50".
  const decimal = words[first]!.form.includes(".") && number.scale === 1;
  if (decimal && !countsPlural(analysis, head)) return false;
  if (isYear(number, words) && !countsPlural(analysis, head)) return false;
  const above = governor(analysis, head);
  const tagged = tags.numbers.has(first) && above?.upos !== "PROPN";
  if (!tagged && above && above.index < head.index && !isArgument(analysis, head, above)) return false;
  if (numbered.has(lower(words, first - 1)) && !(above && above.index > head.index && isPlural(above)))
    return false;
  if (isAge(analysis, number, above)) return false;
  return tagged || !LOOSE.has(relation(head));
}

const LOOSE: ReadonlySet<string> = new Set(["flat", "dep", "discourse", "list"]);

function isOne(number: NumberRead, words: readonly Word[]): boolean {
  return (
    number.low === 1 &&
    number.high === 1 &&
    number.last === number.first + 1 &&
    lower(words, number.first) === "one"
  );
}

/** "One" is a number before a noun ("one soldier"), not in "one of them", "any one", "one day", "one-time". */
function countsOne(analysis: Analysis, head: Word, first: number, last: number): boolean {
  const { words } = analysis;
  const next = isHyphen(words[last]?.form ?? "") ? last + 1 : last;
  const noun = governor(analysis, head);
  return (
    relation(head) === "nummod" &&
    noun !== undefined &&
    noun.index > head.index &&
    next === last &&
    !notOneBefore.has(lower(words, first - 1)) &&
    !notOneAfter.has(lower(words, next))
  );
}

/** "2017", which is a year unless it counts something: four figures without a comma. */
function isYear(number: NumberRead, words: readonly Word[]): boolean {
  const form = words[number.first]!.form;
  return number.last === number.first + 1 && /^(1[89]|20)\d\d$/.test(form);
}

function countsPlural(analysis: Analysis, head: Word): boolean {
  const above = governor(analysis, head);
  return relation(head) === "nummod" && above !== undefined && above.index > head.index && isPlural(above);
}

function isPlural(word: Word): boolean {
  return word.xpos === "NNS" || word.xpos === "NNPS";
}

/** A number that its governor stands before: an argument of a verb, or counted by "of" ("a family of five"). */
function isArgument(analysis: Analysis, head: Word, above: Word): boolean {
  const role = relation(head);
  if (role === "obj" || role === "nsubj" || role === "ccomp" || role === "parataxis" || role === "root")
    return true;
  const preposition = children(analysis, head).find((c) => c.deprel === "case" && c.index < head.index);
  if (role === "nmod")
    return preposition !== undefined && above.upos !== "PROPN" && OF.has(preposition.lemma);
  if (role === "obl") {
    const changes = measure.has(above.lemma) || increase.has(above.lemma) || decrease.has(above.lemma);
    return (
      preposition !== undefined && (changes || preposition.lemma === "of" || preposition.lemma === "among")
    );
  }
  if (role === "conj") {
    const next = governor(analysis, above);
    return above.upos === "NUM"
      ? !next || next.index > head.index || isArgument(analysis, above, next)
      : above.upos === "NOUN" || above.upos === "VERB";
  }
  return (
    role === "appos" &&
    above.upos !== "PROPN" &&
    children(analysis, head).some((c) => c.index > head.index && relation(c) !== "punct")
  );
}

const OF: ReadonlySet<string> = new Set(["of", "to", "from", "at", "by", "between", "among"]);

/** "Paddock, 64, ..." and "(64)": a number set off behind a name or noun is an age. */
function isAge(analysis: Analysis, { first, last, high }: NumberRead, above: Word | undefined): boolean {
  const { words } = analysis;
  const before = lower(words, first - 1);
  if (high === undefined || high > 120 || last !== first + 1 || (before !== "," && before !== "("))
    return false;
  const after = lower(words, last);
  const closes = after === "," || after === ")" || after === "." || after === ";";
  return (
    closes &&
    (!above || above.index < first) &&
    !children(analysis, words[first]!).some((c) => relation(c) === "nmod")
  );
}
