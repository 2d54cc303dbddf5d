import type { Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { actorCode } from "./actor.js";
import { AnaphorContext } from "./antecedent-features.js";
import { type AnaphorGroup, type AntecedentRanker, groupOf } from "./antecedent-ranker.js";
import type { CandidateFacts } from "./candidate-facts.js";
import type { Candidate, Candidates } from "./candidates.js";
import { type Draft, keyOf } from "./draft.js";
import { type LikelyCode, likeliestCode, type StatesAround } from "./likely-code.js";
import { isReflexive, type PronounKind, pronounKind } from "./pronoun-kinds.js";
import { decidedBySentence, holdsPlace, isOfThing } from "./pronoun-rules.js";
import { likeliest, type Possible, type Referent, ranksBySalience, referentOf } from "./referents.js";

/** Whom a pronoun stands for. */
export interface FoundAntecedent {
  readonly candidate: Candidate;
  /** How surely it is just this one. */
  readonly confidence: number;
  /** The code that is given; undefined where none is sure enough, and where the sentence alone decides. */
  readonly code?: LikelyCode | undefined;
  /** True where the sentence decides, so that the candidate's own code is given. */
  readonly bySentence?: boolean;
}

/** What a pronoun stands for and how surely, or why there is nothing. */
export type Antecedent = FoundAntecedent | { readonly reason: string };

/** Candidates further back, or more of them, are not looked at. */
const SENTENCES_BACK = 12;
const MOST = 60;
/** What a rule decides is taken to be as sure as this. */
const RULE_CONFIDENCE = 0.9;
/** A code less likely than this is withheld. */
const CODE_ENOUGH: Readonly<Record<AnaphorGroup, number>> = {
  person: 0.3,
  they: 0.36,
  it: 0.35,
  nominal: 0.5,
};
/** So likely must a code be where the ranker's own choice has none. */
const OVER_NAMELESS = 0.5;
/** Of one referent only the nearest mentions count, or one that is often spoken of would always win. */
const MENTIONS_EACH = 2;

/**
 * What a pronoun of the third person stands for: of the noun phrases before it that agree in number, gender and kind,
 * the referent that the ranker finds likeliest, the probabilities of all its mentions together. A pronoun for which it
 * is likelier that it stands for none of them has a reason instead.
 * @param speaker who is quoted with the pronoun: of themselves people say "I"
 * @param around how likely the text around makes each state; asked only where the ranker is
 */
export function resolvePronoun(
  facts: CandidateFacts,
  candidates: Candidates,
  ranker: AntecedentRanker,
  word: Word,
  kind: PronounKind,
  speaker: Draft | undefined,
  around: (word: Word) => StatesAround | undefined,
): Antecedent {
  if (kind === "it" && holdsPlace(facts, word))
    return { reason: `"${word.form}" holds the place of a clause` };
  const barred = speaker && keyOf(speaker);
  const ofThing = kind === "it" && isOfThing(facts, word);
  // "Putin met Erdogan and told him": an object is nobody else of its own verb (Principle B).
  const others = isObject(word) && !isReflexive(word) ? candidates.coarguments(word) : undefined;
  const possible: Possible[] = [];
  const people: Candidate[] = [];
  const referents = new Map<string, Referent>();
  for (const candidate of candidates.before(word, Number.POSITIVE_INFINITY)) {
    if (candidate.sentence < word.sentence - SENTENCES_BACK || possible.length === MOST) break;
    if (candidate.first <= word.index && word.index < candidate.last) continue;
    if (
      candidate.key === barred ||
      others?.has(candidate.key) ||
      (speaker && candidate.head === speaker.head)
    )
      continue;
    if (kind === "they" && candidate.sort === "person" && !candidate.parts && !candidate.plural)
      people.push(candidate);
    if (!agrees(candidate, candidates, kind) || (ofThing && candidate.sort !== "thing")) continue;
    const referent = referentOf(referents, candidate);
    if (referent.mentions < MENTIONS_EACH) possible.push({ candidate, referent });
    referent.mentions++;
  }
  for (const pair of pairsOf(candidates, people, word))
    possible.push({ candidate: pair, referent: referentOf(referents, pair) });
  const sure = decidedBySentence(facts, candidates.before(word, 2), possible, word, kind);
  if (sure) return { candidate: sure, confidence: RULE_CONFIDENCE, bySentence: true };
  const context = new AnaphorContext(facts, candidates, word, kind);
  const ranks = ranksBySalience(candidates, possible, word);
  const near = possible[0] ? word.sentence - possible[0].candidate.sentence : SENTENCES_BACK;
  const probabilities = ranker.probabilities({
    word: word.index,
    group: groupOf(kind),
    candidates: possible.map((p) => p.candidate),
    values: possible.map((p, i) => context.candidate(p.candidate, p.referent.order, ranks[i]!)),
    none: context.none(referents.size, near, subjectAhead(facts, word) !== undefined),
  });

  const first = likeliest(referents, possible, probabilities);
  if (!first?.best) return { reason: `nobody before it for "${word.form}" to stand for` };
  const none = probabilities.at(-1)!;
  // What "it" is, the sentence tells better than the states around.
  const states = kind === "it" ? undefined : around(word);
  const code = likeliestCode(possible, none, states);
  const own = codeOf(first.best);
  const enough = own === undefined ? OVER_NAMELESS : CODE_ENOUGH[groupOf(kind)];
  if (code?.candidate && code.confidence >= enough && (states || code.confidence >= none)) {
    const candidate = codeOf(code.candidate) === own ? first.best : code.candidate;
    return { candidate, confidence: first.sum, code };
  }
  if (none > first.sum) return { reason: `"${word.form}" seems to stand for nothing named before it` };
  return { candidate: first.best, confidence: first.sum };
}

function codeOf({ draft }: Candidate): string | undefined {
  return draft && draft.actors.length > 0 ? draft.actors.map(actorCode).join("+") : undefined;
}

function isObject(word: Word): boolean {
  return relation(word) === "obj" || relation(word) === "iobj";
}

/** "Macron met Merkel. They agreed ...": people told of in one sentence without an "and" may be meant together. */
function pairsOf(candidates: Candidates, people: readonly Candidate[], word: Word): Candidate[] {
  const pairs: Candidate[] = [];
  if (people.length < 2) return pairs;
  for (let sentence = word.sentence; sentence > word.sentence - 3; sentence--) {
    const here = new Map(people.filter((c) => c.sentence === sentence).map((c) => [c.key, c]));
    if (here.size === 2) pairs.push(candidates.together([...here.values()].sort((a, b) => a.head - b.head)));
  }
  return pairs;
}

/** What a pronoun cannot stand for is no candidate at all; the rest is a matter of weights. */
function agrees(candidate: Candidate, candidates: Candidates, kind: PronounKind): boolean {
  const { sort, plural, draft } = candidate;
  switch (kind) {
    case "he":
    case "she": {
      if (plural || sort === "body" || sort === "people") return false;
      const gender = candidates.genderOf(candidate);
      return gender === undefined || gender === (kind === "he" ? "m" : "f");
    }
    case "it":
      return sort !== "person" && !plural;
    default:
      if (plural || (draft?.actors.length ?? 0) > 1) return true;
      return sort !== "thing" && candidates.genderOf(candidate) === undefined;
  }
}

/** The subject of the clause that a fronted phrase belongs to ("In his speech, Trump said"), for a pronoun before it. */
export function subjectAhead({ analysis, quoted }: CandidateFacts, word: Word): Word | undefined {
  if (isReflexive(word)) return undefined;
  for (let over = governor(analysis, word); over; over = governor(analysis, over)) {
    const verb = governor(analysis, over);
    if (!verb || (relation(over) !== "obl" && relation(over) !== "advcl") || over.index > verb.index)
      continue;
    const subject = children(analysis, verb).find((c) => relation(c) === "nsubj" && c.index > word.index);
    if (subject && quoted.of(subject.index) === quoted.of(word.index) && !pronounKind(subject))
      return subject;
  }
  return undefined;
}
