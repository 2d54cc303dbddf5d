import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Candidate, Source } from "./attribution.js";
import type { QuotedWords } from "./content.js";
import type { Cues } from "./cues.js";
import type { Extents } from "./extent.js";
import { waysOfPassingOn } from "./passing-on.js";
import { phrase, titleBefore } from "./phrase.js";
import { caseForm, holderOf, isPassive, LONGEST_CHAIN, subjectOf } from "./subject.js";

const RELATIVE_PRONOUNS = new Set(["who", "which", "that", "whom"]);
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const OPENING = new Set(["(", "[", "“", '"', "‘", "'"]);
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const BETWEEN = new Set(["AUX", "ADV", "PART", "PUNCT"]);
const OPENS_PHRASE = new Set(["DET", "ADJ", "NUM"]);

/** What of a candidate its source is found by. */
type Sourced = Pick<Candidate, "sourceFrom" | "content"> &
  Partial<Pick<Candidate, "names" | "takesQuotations">>;

/** The source of a candidate's content, undefined where the text names none ("it was reported that"). */
export function findSource(
  analysis: Analysis,
  reach: Extents,
  cues: Cues,
  quoted: QuotedWords,
  candidate: Sourced,
): Source | undefined {
  const { by, word } = candidate.sourceFrom;
  if (candidate.names === "nobody") return undefined;
  if (candidate.names) return { head: word, subject: word, span: candidate.names };
  const found =
    by === "itself" ? word : by === "subject" ? subjectOf(analysis, word) : holderOf(analysis, cues, word);
  const trusted =
    found && found.upos !== "PUNCT" && (by === "itself" || !liesIn(quoted, candidate, found.index));
  const subject = trusted
    ? found
    : by === "subject" && candidate.takesQuotations
      ? beside(analysis, quoted, word)
      : undefined;
  if (!subject) return undefined;
  const described = antecedent(analysis, subject);
  const named = described && described.upos !== "PUNCT" ? described : subject;
  const issuer =
    by === "subject"
      ? issuerOf(analysis, cues, named)
      : by === "itself"
        ? authorOf(analysis, named)
        : undefined;
  const head = issuer ?? named;
  const span = clear(analysis, quoted, head, phrase(analysis, reach, head));
  const title = titleBefore(analysis, reach, head);
  return {
    head,
    subject: issuer ?? subject,
    span: title === undefined ? span : { start: title, end: span.end },
    ...(issuer ? { medium: named } : {}),
  };
}

/** "According to a report by the agency", "a statement from the ministry": whose the medium is. */
function authorOf(analysis: Analysis, medium: Word): Word | undefined {
  if (medium.upos !== "NOUN") return undefined;
  const prepositions = waysOfPassingOn().media.has(medium.lemma.toLowerCase()) ? ["by", "from"] : ["by"];
  return children(analysis, medium).find(
    (c) => relation(c) === "nmod" && prepositions.includes(caseForm(analysis, c)),
  );
}

/** "The ministry issued a statement saying ...": who gives out the medium that says it. */
function issuerOf(analysis: Analysis, cues: Cues, medium: Word): Word | undefined {
  const verb = governor(analysis, medium);
  const issued = medium.deprel === "obj" && verb && cues.lightVerbs.has(verb.lemma.toLowerCase());
  return issued && waysOfPassingOn().media.has(medium.lemma.toLowerCase())
    ? subjectOf(analysis, verb)
    : undefined;
}

/**
 * The span without words before its head that the tree put there by mistake: what stands inside a quotation, and what
 * stands before the comma that ends a clause.
 */
function clear({ words }: Analysis, quoted: QuotedWords, head: Word, span: Span): Span {
  let first = head.index;
  while (
    first > 0 &&
    words[first - 1]!.start >= span.start &&
    quoted.of[first - 1] === quoted.of[head.index]
  ) {
    const before = words[first - 1]!;
    if (FINITE.has(before.xpos) && (before.upos === "VERB" || before.upos === "AUX")) {
      while (first < head.index && words[first - 1]!.form !== ",") first++;
      break;
    }
    first--;
  }
  while (first < head.index && words[first]!.upos === "PUNCT" && !OPENING.has(words[first]!.form)) first++;
  return words[first]!.start > span.start ? { start: words[first]!.start, end: span.end } : span;
}

/** A source does not stand in the words that it is the source of, nor in a quotation. */
function liesIn(quoted: QuotedWords, candidate: Sourced, word: number): boolean {
  return (
    quoted.of[word]! >= 0 ||
    (candidate.takesQuotations !== undefined && candidate.content.some((r) => r[0] <= word && word < r[1]))
  );
}

/**
 * The noun phrase beside a cue, where quotation marks led the tree astray: "'...', said Geng Shuang", "'...', Geng said".
 * Commas before the cue are looked past ("Geng, the spokesman, said").
 */
function beside(analysis: Analysis, quoted: QuotedWords, cue: Word): Word | undefined {
  if (isPassive(analysis, cue) || cue.xpos === "VBG") return undefined;
  const { words } = analysis;
  const { first, last } = analysis.sentences[cue.sentence]!;
  const free = (i: number) => i >= first && i < last && quoted.of[i]! < 0;
  let before = cue.index - 1;
  while (free(before) && BETWEEN.has(words[before]!.upos)) before--;
  if (free(before) && NOMINAL.has(words[before]!.upos))
    return topNominal(words, before, (i) => free(i) && i < cue.index);
  let after = cue.index + 1;
  while (free(after) && words[after]!.upos === "ADV") after++;
  if (!free(after) || !(NOMINAL.has(words[after]!.upos) || OPENS_PHRASE.has(words[after]!.upos)))
    return undefined;
  const top = topNominal(words, after, (i) => free(i) && i > cue.index);
  return NOMINAL.has(top.upos) ? top : undefined;
}

/** The head of the noun phrase that the word at `from` stands in, no further than `within` allows. */
function topNominal(words: readonly Word[], from: number, within: (word: number) => boolean): Word {
  let top = words[from]!;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const above = top.head < 0 ? undefined : words[top.head];
    if (!above || !within(above.index) || !NOMINAL.has(above.upos)) break;
    top = above;
  }
  return top;
}

/** What "who" stands for, where `word` is the relative pronoun of a clause. */
function antecedent(analysis: Analysis, word: Word): Word | undefined {
  const form = word.form.toLowerCase();
  if (!RELATIVE_PRONOUNS.has(form) || (form === "that" && word.xpos !== "WDT")) return undefined;
  let clause = governor(analysis, word);
  for (let step = 0; clause && step < LONGEST_CHAIN; step++) {
    if (clause.deprel === "acl:relcl") return governor(analysis, clause);
    clause = governor(analysis, clause);
  }
  const { words } = analysis;
  const before = words[word.index - 1]?.form === "," ? word.index - 2 : word.index - 1;
  if (!words[before] || !NOMINAL.has(words[before].upos)) return undefined;
  return topNominal(words, before, (i) => i <= before && words[i]!.sentence === word.sentence);
}
