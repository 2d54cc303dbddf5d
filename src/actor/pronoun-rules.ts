import { isSomebody } from "../knowledge/noun-kinds.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import { type CandidateFacts, clauseAbove, isSaying } from "./candidate-facts.js";
import type { Candidate } from "./candidates.js";
import type { PronounKind } from "./pronoun-kinds.js";
import type { Possible } from "./referents.js";

/**
 * Whom the shape of a pronoun's own sentence decides on, of those that it may stand for; undefined where the ranker is to
 * decide. These are turns of diplomatic news that GUM has too few of to learn.
 * @param before the candidates in its paragraph and the two before it, also those that it may not stand for
 */
export function decidedBySentence(
  facts: CandidateFacts,
  before: Iterable<Candidate>,
  possible: readonly Possible[],
  word: Word,
  kind: PronounKind,
): Candidate | undefined {
  return (
    doneTo(facts, possible, word) ??
    accused(facts, possible, word) ??
    (kind === "it" ? ownReporter(facts, possible, word) : undefined) ??
    (kind === "he" || kind === "she" ? goesOnSpeaking(facts, before, possible, word) : undefined)
  );
}

/**
 * "sanctions against Pyongyang over its tests", "thanked Seoul for its help": a possessive after such a preposition is theirs
 * to whom the act is done right before it.
 */
function doneTo(
  { analysis }: CandidateFacts,
  possible: readonly Possible[],
  word: Word,
): Candidate | undefined {
  const noun = word.deprel === "nmod:poss" ? governor(analysis, word) : undefined;
  const preposition = noun && prepositionOf(analysis, noun);
  if (preposition === undefined || !DONE_FOR.has(preposition)) return undefined;
  const done = possible.find(({ candidate: { head, last, sentence, sort } }) => {
    if (sentence !== word.sentence || sort === "thing" || word.index - last >= 3) return false;
    const patient = analysis.words[head]!;
    return relation(patient) === "obj" || PATIENT.has(prepositionOf(analysis, patient) ?? "");
  });
  return done?.candidate;
}

const PATIENT: ReadonlySet<string> = new Set(["on", "against", "at", "with", "by", "to"]);
const DONE_FOR: ReadonlySet<string> = new Set(["over", "for", "following"]);

/** "accused Accra of spying, which it denied": whoever denies is whom the sentence has accused. */
function accused(
  { analysis }: CandidateFacts,
  possible: readonly Possible[],
  word: Word,
): Candidate | undefined {
  const { accusing, denying } = referenceWords();
  const verb = word.deprel === "nsubj" ? governor(analysis, word) : undefined;
  if (!verb || !denying.has(verb.lemma)) return undefined;
  return possible.find(({ candidate: { head, sentence } }) => {
    const object = analysis.words[head]!;
    if (sentence !== word.sentence || relation(object) !== "obj") return false;
    return accusing.has(governor(analysis, object)?.lemma ?? "");
  })?.candidate;
}

/**
 * “...,” Lund said. “...,” he added: who is quoted goes on speaking, whomever the quotation names, until another is told of.
 */
function goesOnSpeaking(
  facts: CandidateFacts,
  before: Iterable<Candidate>,
  possible: readonly Possible[],
  word: Word,
): Candidate | undefined {
  const { analysis, quoted } = facts;
  const verb = word.deprel === "nsubj" ? governor(analysis, word) : undefined;
  const isQuoting = (sentence: number) => {
    const { first, last } = analysis.sentences[sentence]!;
    return analysis.words.slice(first, last).some(({ index }) => quoted.of(index) > 0);
  };
  if (!verb || !isSaying(verb) || quoted.of(word.index) > 0 || !isQuoting(word.sentence)) return undefined;
  let last: Candidate | undefined;
  for (const one of before) {
    const { quoted: inside, verb: does } = facts.of(one);
    if (inside > 0 || !does || !MAIN.has(relation(does)) || one.sort === "thing" || one.plural) continue;
    if (!last || one.head > last.head) last = one;
  }
  if (!last || last.sentence === word.sentence) return undefined;
  if (!last.draft?.person && !last.pronoun) return undefined;
  if (!facts.of(last).says || !isQuoting(last.sentence)) return undefined;
  return possible.some(({ candidate }) => candidate.key === last.key) ? last : undefined;
}

const MAIN: ReadonlySet<string> = new Set(["root", "parataxis", "conj"]);

/**
 * "Egypt said it was ready": what a state or body says of "it" in an active clause it says of itself, unless "it" only holds
 * a clause's place ("said it was clear that").
 */
function ownReporter(
  { analysis }: CandidateFacts,
  possible: readonly Possible[],
  word: Word,
): Candidate | undefined {
  const verb =
    word.deprel === "nsubj" || word.deprel === "nmod:poss" ? clauseAbove(analysis, word) : undefined;
  const reporter = reporterOf(analysis, verb);
  if (!verb || reporter === undefined) return undefined;
  const found = possible.find((p) => p.candidate.head === reporter)?.candidate;
  if (found?.sort !== "body" && !(found?.sort === "any" && found.draft)) return undefined;
  // "its" may be anybody's in a clause with a subject of its own.
  if (word.deprel === "nmod:poss") {
    const subject = children(analysis, verb).find((c) => relation(c) === "nsubj");
    if (!subject || governor(analysis, word)?.index !== subject.index) return undefined;
  }
  return found;
}

/** The head of the subject of a verb of saying whose content a clause is ("Egypt said it was ready"). */
function reporterOf(analysis: Analysis, verb: Word | undefined): number | undefined {
  const rel = verb && relation(verb);
  if (rel !== "ccomp" && rel !== "parataxis" && rel !== "conj") return undefined;
  const over = clauseAbove(analysis, verb!);
  if (!over || (rel === "conj" && relation(over) !== "ccomp")) return undefined;
  const saying = rel === "conj" ? clauseAbove(analysis, over) : over;
  if (!saying || !isSaying(saying)) return undefined;
  return children(analysis, saying).find((c) => relation(c) === "nsubj")?.index;
}

/** "it was clear that", "it is a mistake to", "it was reported that": an "it" that only holds the place of a clause. */
export function holdsPlace({ analysis }: CandidateFacts, word: Word): boolean {
  const predicate = relation(word) === "nsubj" ? governor(analysis, word) : undefined;
  if (!predicate) return false;
  const below = children(analysis, predicate).map(relation);
  if (word.deprel === "nsubj:pass") return below.includes("ccomp");
  if (predicate.upos !== "NOUN" && !referenceWords().impersonal.has(predicate.lemma)) return false;
  return below.includes("cop") && below.some((rel) => CLAUSAL.has(rel));
}

/** "it was the third launch", "it comes days after", "it was fired": an "it" of which only a thing or an event can be told. */
export function isOfThing({ analysis }: CandidateFacts, word: Word): boolean {
  const predicate = relation(word) === "nsubj" ? governor(analysis, word) : undefined;
  if (!predicate) return false;
  const lemma = predicate.lemma.toLowerCase();
  const { happening, doneToThings, events } = referenceWords();
  if (predicate.upos === "VERB") return (word.deprel === "nsubj:pass" ? doneToThings : happening).has(lemma);
  if (predicate.upos !== "NOUN") return false;
  if (!events.has(lemma) && isSomebody(lemma)) return false;
  const below = children(analysis, predicate).map(relation);
  return below.includes("cop") && !below.includes("case");
}

const CLAUSAL: ReadonlySet<string> = new Set(["ccomp", "csubj", "xcomp"]);
