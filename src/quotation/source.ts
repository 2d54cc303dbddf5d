import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Candidate, Source } from "./attribution.js";
import type { QuotedWords } from "./content.js";
import type { Cues } from "./cues.js";
import { closeBracket, type Extents } from "./extent.js";

/** Clauses are climbed no further than this: deeper chains of control do not occur in prose. */
const LONGEST_CHAIN = 12;
const RELATIVE_PRONOUNS = new Set(["who", "which", "that", "whom"]);
const BARE_PARTICIPLES = new Set(["acl", "advcl", "amod"]);
/** Children that describe the source in a clause of its own, and so are not part of the words that name it. */
const DESCRIBING = new Set(["acl:relcl", "acl", "advcl", "parataxis", "advmod", "advcl:relcl", "dep"]);
const QUOTED = new Set(["obj", "nsubj:pass"]);
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const BETWEEN = new Set(["AUX", "ADV", "PART", "PUNCT"]);
const OPENS_PHRASE = new Set(["DET", "ADJ", "NUM"]);
const LEADING = new Set(["case", "punct", "cc", "mark"]);

/** The source of a candidate's content, undefined where the text names none ("it was reported that"). */
export function findSource(
  analysis: Analysis,
  reach: Extents,
  cues: Cues,
  quoted: QuotedWords,
  candidate: Candidate,
): Source | undefined {
  const { by, word } = candidate.sourceFrom;
  const found =
    by === "itself" ? word : by === "subject" ? subjectOf(analysis, word) : holderOf(analysis, cues, word);
  const trusted = found && (by === "itself" || !liesIn(quoted, candidate, found.index));
  const subject = trusted
    ? found
    : by === "subject" && candidate.takesQuotations
      ? beside(analysis, quoted, word)
      : undefined;
  if (!subject) return undefined;
  const head = antecedent(analysis, subject) ?? subject;
  const span = phrase(analysis, reach, head);
  const title = titleBefore(analysis, reach, head);
  return { head, subject, span: title === undefined ? span : { start: title, end: span.end } };
}

/** A source does not stand in the words that it is the source of, nor in a quotation. */
function liesIn(quoted: QuotedWords, candidate: Candidate, word: number): boolean {
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

/**
 * Who does what `verb` says, through coordination, control and participles ("went on to say", "..., adding").
 * In the passive it is the agent with "by", or nobody.
 */
export function subjectOf(analysis: Analysis, verb: Word): Word | undefined {
  let word = verb;
  if (isPassive(analysis, word)) return agent(analysis, word);
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const own = subjectChild(analysis, word);
    if (own) return own;
    const above = governor(analysis, word);
    if (!above) return undefined;
    switch (word.deprel) {
      case "acl":
      case "acl:relcl":
        return above;
      case "xcomp": {
        const controller = children(analysis, above).find((c) => c.deprel === "obj" || c.deprel === "iobj");
        if (controller && controller.index < word.index && word.upos === "VERB") return controller;
        break;
      }
      case "conj":
      case "advcl":
      case "obl":
      case "parataxis":
        // "quoted Kim as saying": the one who is quoted.
        if (hasMark(analysis, word, "as")) {
          const quoted = children(analysis, above).find((c) => QUOTED.has(c.deprel) && c.index < word.index);
          if (quoted) return quoted;
        }
        break;
      case "dep":
        break;
      default:
        return undefined;
    }
    if (above.upos === "NOUN" && word.deprel !== "conj" && !hasCopula(analysis, above)) return undefined;
    word = above;
  }
  return undefined;
}

/** Whose a noun of saying is: "Trump's claim", "a call by Beijing", "made the claim". */
function holderOf(analysis: Analysis, cues: Cues, noun: Word): Word | undefined {
  const kids = children(analysis, noun);
  const own = kids.find((c) => c.deprel === "nmod:poss" && !isFirstOrSecondPerson(c));
  if (own) return own;
  const of = kids.find((c) => relation(c) === "nmod" && ["by", "from"].includes(caseForm(analysis, c)));
  if (of) return of;
  const verb = governor(analysis, noun);
  if (verb?.upos !== "VERB" || !cues.lightVerbs.has(verb.lemma.toLowerCase())) return undefined;
  if (noun.deprel === "obj") return subjectOf(analysis, verb);
  return noun.deprel === "nsubj:pass" ? agent(analysis, verb) : undefined;
}

function isFirstOrSecondPerson(word: Word): boolean {
  return ["my", "our", "your"].includes(word.form.toLowerCase());
}

/** The subject; where the tree gives several ("Ambassador" and "Haley", "The border, the ministry said"), the nearest. */
function subjectChild(analysis: Analysis, word: Word): Word | undefined {
  const subjects = children(analysis, word).filter((c) => relation(c) === "nsubj");
  return subjects.findLast((c) => c.index < word.index) ?? subjects[0];
}

/** Where a title begins that the tree made a subject of its own, right before the name. */
function titleBefore(analysis: Analysis, reach: Extents, name: Word): number | undefined {
  const verb = relation(name) === "nsubj" ? governor(analysis, name) : undefined;
  const title =
    verb && children(analysis, verb).findLast((c) => c.index < name.index && relation(c) === "nsubj");
  if (!title || !isTitleOf(title, name) || reach.last[title.index] !== reach.first[name.index])
    return undefined;
  return phrase(analysis, reach, title).start;
}

function isTitleOf(title: Word, name: Word): boolean {
  return (
    name.upos === "PROPN" && (title.upos === "PROPN" || title.upos === "NOUN") && title.head === name.head
  );
}

export function isPassive(analysis: Analysis, verb: Word): boolean {
  const kids = children(analysis, verb);
  if (kids.some((c) => c.deprel === "nsubj:pass" || c.deprel === "aux:pass" || c.deprel === "obl:agent"))
    return true;
  return (
    verb.xpos === "VBN" &&
    BARE_PARTICIPLES.has(verb.deprel) &&
    !kids.some((c) => relation(c) === "aux" || relation(c) === "nsubj")
  );
}

function agent(analysis: Analysis, verb: Word): Word | undefined {
  return children(analysis, verb).find(
    (c) => c.deprel === "obl:agent" || (relation(c) === "obl" && caseForm(analysis, c) === "by"),
  );
}

function hasMark(analysis: Analysis, word: Word, lemma: string): boolean {
  return children(analysis, word).some(
    (c) => (c.deprel === "mark" || c.deprel === "case") && c.lemma === lemma,
  );
}

function hasCopula(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((c) => c.deprel === "cop");
}

/** The preposition of a phrase, in lower case, "" where there is none. */
export function caseForm(analysis: Analysis, word: Word): string {
  return (
    children(analysis, word)
      .find((c) => c.deprel === "case")
      ?.form.toLowerCase() ?? ""
  );
}

/** What "who" stands for, where `word` is the relative pronoun of a clause. */
function antecedent(analysis: Analysis, word: Word): Word | undefined {
  if (!RELATIVE_PRONOUNS.has(word.form.toLowerCase())) return undefined;
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

/** The words that name: the phrase of `head` without leading prepositions, a trailing 's and describing clauses. */
export function phrase(analysis: Analysis, reach: Extents, head: Word): Span {
  const { words } = analysis;
  let first = reach.first[head.index]!;
  let last = reach.last[head.index]!;
  for (const child of children(analysis, head)) {
    if (child.index < head.index) {
      if (LEADING.has(child.deprel) && reach.first[child.index]! <= first) first = reach.last[child.index]!;
    } else if (describes(analysis, reach, child)) {
      last = Math.min(last, reach.first[child.index]!);
    }
  }
  while (last > head.index + 1 && isTrailing(words[last - 1]!)) last--;
  while (first < head.index && words[first]!.upos === "PUNCT" && !"\"“‘'(".includes(words[first]!.form))
    first++;
  last = closeBracket(words, first, last);
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

/** A child after the head that is no part of the name: a clause, a 's, or what follows a comma and is no apposition. */
function describes(analysis: Analysis, reach: Extents, child: Word): boolean {
  if (DESCRIBING.has(child.deprel) || child.deprel === "case") return true;
  const first = reach.first[child.index]!;
  const afterComma = analysis.words[first - 1]?.form === "," || analysis.words[first]!.form === ",";
  return afterComma && !["appos", "conj", "flat", "list", "punct"].includes(relation(child));
}

function isTrailing(word: Word): boolean {
  return (word.upos === "PUNCT" && !")]”\"’'".includes(word.form)) || word.upos === "CCONJ";
}
