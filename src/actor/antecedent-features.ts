import { referenceWords } from "../knowledge/reference.js";
import type { Word } from "../language/analysis.js";
import { subjectOf } from "../language/subject.js";
import { children, governor, relation } from "../language/tree.js";
import {
  CANDIDATE_ROLES,
  COUNTS,
  NOTHING,
  ORDERS,
  RANKS,
  ROLES,
  SENTENCES,
  SORTS,
  step,
  WORDS,
  wordsOfSteps,
} from "./antecedent-values.js";
import {
  type CandidateFacts,
  clauseAbove,
  type Facts,
  isSaying,
  NSUBJ,
  POSS,
  roleOf,
} from "./candidate-facts.js";
import type { Candidate, Candidates } from "./candidates.js";
import { type Anaphor, MODIFIER_MATCHES, modifierMatch, NOUN_MATCHES, type NounMatch } from "./noun-match.js";
import { isReflexive, type PronounKind } from "./pronoun-kinds.js";

/**
 * What the ranker of antecedents sees of a candidate beside an anaphor: for each of `CANDIDATE_FEATURES` a place in its
 * list of values ("sentence and role": "1 nsubj"), or `NOTHING`.
 */
export type CandidateValues = readonly number[];

/** What it sees of the anaphor itself: a few words for each of `NONE_FEATURES`. Undefined says nothing. */
export type NoneValues = readonly (string | undefined)[];

/** The features of an anaphor that stands for none of the candidates. */
export const NONE_FEATURES = [
  "none",
  "none asked",
  "none place",
  "none verb",
  "none fit",
  "none near",
  "none ahead",
  "none noun",
  "none phrase",
  "none match",
] as const;

/** What an anaphor brings to the comparison with every candidate; worked out once. */
export class AnaphorContext {
  readonly word: Word;
  readonly kind: PronounKind | "nominal";
  readonly #noun: Anaphor | undefined;
  readonly #facts: CandidateFacts;
  readonly #candidates: Candidates;
  readonly #quoted: number;
  readonly #reflexive: boolean;
  readonly #role: number;
  /** 1 for a possessive. */
  readonly #whole: 0 | 1;
  readonly #verb: Word | undefined;
  readonly #ownSubject: number | undefined;
  readonly #subjectsAbove: readonly number[];
  readonly #coarguments: ReadonlySet<string>;
  readonly #asked: 0 | 1;
  readonly #paragraph: number;
  readonly #opens: boolean;

  constructor(facts: CandidateFacts, candidates: Candidates, word: Word, anaphor: PronounKind | Anaphor) {
    const { analysis } = facts;
    this.#facts = facts;
    this.#candidates = candidates;
    this.word = word;
    this.#noun = typeof anaphor === "string" ? undefined : anaphor;
    this.kind = typeof anaphor === "string" ? anaphor : "nominal";
    this.#role = roleOf(analysis, word);
    this.#quoted = facts.quoted.of(word.index);
    this.#reflexive = isReflexive(word);
    this.#whole = this.#role === POSS ? 1 : 0;
    this.#verb = clauseAbove(analysis, (this.#whole && governor(analysis, word)) || word);
    this.#ownSubject = this.#verb && subjectOf(analysis, this.#verb)?.index;
    this.#subjectsAbove = subjectsAbove(facts, this.#verb);
    this.#coarguments = candidates.coarguments(word);
    this.#asked = takesActor(facts, word) ? 1 : 0;
    const { paragraph, first } = analysis.sentences[word.sentence]!;
    this.#paragraph = paragraph;
    this.#opens = word.index - first < 3;
  }

  /**
   * @param order how many other referents stand nearer; `salience` its rank by salience, 0 for the first; `match` how
   * the anaphor's noun may take it up
   */
  candidate(candidate: Candidate, order: number, salience: number, match?: NounMatch): CandidateValues {
    const facts = this.#facts.of(candidate);
    const role = this.#role;
    const whole = this.#whole;
    const sentences = this.word.sentence - candidate.sentence;
    const near = Math.min(sentences, 2);
    const nearRole = near * CANDIDATE_ROLES.length + facts.role;
    const { sort, pronoun } = facts;
    const matched = this.#matched(candidate, sentences, match);
    return [
      step(sentences, SENTENCES) * 2 + (candidate.paragraph === this.#paragraph ? 0 : 1),
      step(order, ORDERS) * 2 + whole,
      nearRole,
      nearRole * ROLES.length + role,
      facts.form,
      sort * 2 + this.#gender(candidate),
      (this.#asked * 2 * SORTS.length + sort) * 2 + (candidate.draft ? 1 : 0),
      step(this.#candidates.countOf(candidate.key), COUNTS) * 2 + (pronoun ? 1 : 0),
      facts.place,
      near > 0 ? NOTHING : this.#clause(candidate) * 2 + whole,
      this.#coarguments.has(candidate.key) ? (this.#reflexive ? 1 : 0) : NOTHING,
      this.#quotation(facts),
      sentences === 1 && this.#opens && facts.role === role ? role : NOTHING,
      facts.nameType,
      near > 0 ? NOTHING : step(this.word.index - candidate.head, WORDS) * 2 + whole,
      facts.inside,
      pronoun ? (pronoun === this.kind ? 3 : 0) + near : NOTHING,
      this.#verbs(facts),
      step(salience, RANKS) * 2 + whole,
      facts.coordination,
      facts.noun,
      matched[0],
      matched[1],
    ];
  }

  #matched(candidate: Candidate, sentences: number, match: NounMatch | undefined): [number, number] {
    if (!this.#noun || !match) return [NOTHING, NOTHING];
    const modifiers = modifierMatch(this.#noun, this.#facts.nounOf(candidate));
    const place = NOUN_MATCHES.indexOf(match);
    return [
      place * MODIFIER_MATCHES.length + MODIFIER_MATCHES.indexOf(modifiers),
      place * (SENTENCES.length + 1) + step(sentences, SENTENCES),
    ];
  }

  /** @param fit how many referents could be meant; `near` how many sentences back the nearest of them
   * stands; `ahead` whether a subject follows that it may stand for ("In his speech, Trump said"); `best` the best way in
   * which one of them matches the anaphor's noun */
  none(fit: number, near: number, ahead: boolean, best?: NounMatch): NoneValues {
    const verb = this.#whole ? undefined : governor(this.#facts.analysis, this.word);
    const role = ROLES[this.#role]!;
    const noun = this.#noun;
    return [
      role,
      this.#asked ? "actor" : "any",
      `${role} ${this.#opens ? "opens" : "inside"}`,
      verb?.lemma.toLowerCase(),
      WORDS_OF_RANKS[step(fit, RANKS)],
      WORDS_OF_RANKS[step(near, RANKS)],
      ahead ? `subject ${this.#whole ? "poss" : "full"}` : undefined,
      noun?.lemma,
      noun && `${noun.determiner} ${noun.modifiers.length > 0 ? "modified" : "bare"} ${noun.after}`,
      noun && (best ?? "nothing"),
    ];
  }

  #gender(candidate: Candidate): 0 | 1 {
    if (this.kind !== "he" && this.kind !== "she") return 0;
    return this.#candidates.genderOf(candidate) ? 1 : 0;
  }

  #clause({ head }: Candidate): 0 | 1 | 2 {
    if (head === this.#ownSubject) return 2;
    return this.#subjectsAbove.includes(head) ? 1 : 0;
  }

  #quotation({ quoted, says }: Facts): number {
    const here = this.#quoted;
    const there = quoted === here ? 0 : quoted === 0 ? 2 : 4;
    return (here === 0 ? 0 : 6) + there + (says ? 1 : 0);
  }

  #verbs({ verb, says }: Facts): number {
    if (this.#role !== NSUBJ || !this.#verb || !verb) return NOTHING;
    if (isSaying(this.#verb)) return says ? 0 : 1;
    return says ? 2 : verb.lemma === this.#verb.lemma ? 3 : NOTHING;
  }
}

const WORDS_OF_RANKS = wordsOfSteps(RANKS);

function subjectsAbove({ analysis }: CandidateFacts, verb: Word | undefined): number[] {
  const found: number[] = [];
  for (let at = verb && clauseAbove(analysis, verb); at && found.length < 3; at = clauseAbove(analysis, at)) {
    const subject = children(analysis, at).find((c) => relation(c) === "nsubj");
    if (subject) found.push(subject.index);
  }
  return found;
}

/** True where the pronoun's place asks for a person, state or body ("it said", "its government"). */
function takesActor({ analysis }: CandidateFacts, word: Word): boolean {
  const { actorVerbs, actorObjects, actorsNouns } = referenceWords();
  const over = governor(analysis, word);
  if (!over) return false;
  if (word.deprel === "nmod:poss") return actorsNouns.has(over.lemma.toLowerCase());
  if (over.upos !== "VERB") return false;
  if (word.deprel === "nsubj") return actorVerbs.has(over.lemma.toLowerCase());
  return (word.deprel === "obj" || word.deprel === "iobj") && actorObjects.has(over.lemma.toLowerCase());
}
