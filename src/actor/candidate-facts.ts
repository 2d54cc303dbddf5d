import { peopleNoun } from "../knowledge/people-nouns.js";
import type { Analysis, NameType, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import {
  COORDINATIONS,
  DETERMINERS,
  FORMS,
  NAME_TYPES,
  NESTED,
  NOTHING,
  NOUNS,
  ROLES,
  SORTS,
} from "./antecedent-values.js";
import type { Candidate } from "./candidates.js";
import { topOfCoordination } from "./clause-roles.js";
import { type NounFacts, nounFactsOf } from "./noun-match.js";
import type { PronounKind } from "./pronoun-kinds.js";
import { QuotedWords } from "./quoted-words.js";

/** What a candidate is by itself; numbers are values of the features that the ranker weighs (`CANDIDATE_VALUES`). */
export interface Facts {
  /** Its relation to its governor, and whether it is a conjunct: a place in `CANDIDATE_ROLES`. */
  readonly role: number;
  /** Its sort, singular or plural. */
  readonly sort: number;
  /** How it refers, and its determiner: "nominal the", "thing indefinite", "pronoun". */
  readonly form: number;
  /** Where it stands in the text and its sentence. */
  readonly place: number;
  /** What it hangs from, where that is a noun. */
  readonly inside: number;
  readonly pronoun: PronounKind | undefined;
  readonly nameType: number;
  /** What its noun stands for in general. */
  readonly noun: number;
  /** The quotation that it stands in, 0 for none. */
  readonly quoted: number;
  /** True for the subject of a verb of saying. */
  readonly says: boolean;
  /** The verb whose subject it is. */
  readonly verb: Word | undefined;
  readonly coordination: number;
}

/** The facts of a report's candidates, each worked out when it is first asked for. */
export class CandidateFacts {
  readonly analysis: Analysis;
  readonly quoted: QuotedWords;
  readonly #names: (NameType | undefined)[];
  readonly #facts = new Map<Candidate, Facts>();
  readonly #nouns = new Map<Candidate, NounFacts>();

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.quoted = new QuotedWords(analysis);
    this.#names = new Array(analysis.words.length);
    for (const { type, first, last } of analysis.names) this.#names.fill(type, first, last);
  }

  of(candidate: Candidate): Facts {
    let facts = this.#facts.get(candidate);
    if (!facts) {
      facts = this.#read(candidate);
      this.#facts.set(candidate, facts);
    }
    return facts;
  }

  /** What nouns may take a candidate up. */
  nounOf(candidate: Candidate): NounFacts {
    let facts = this.#nouns.get(candidate);
    if (!facts) {
      facts = nounFactsOf(this.analysis, candidate);
      this.#nouns.set(candidate, facts);
    }
    return facts;
  }

  #read(candidate: Candidate): Facts {
    const { analysis } = this;
    const { draft, pronoun } = candidate;
    const head = analysis.words[candidate.head]!;
    const top = topOfCoordination(analysis, head);
    const role = roleOf(analysis, top);
    const verb = role === NSUBJ ? clauseAbove(analysis, top) : undefined;
    const { first } = analysis.sentences[candidate.sentence]!;
    const nested = NESTED.indexOf(ROLES[role]!);
    return {
      role: head === top ? role : role + ROLES.length,
      sort: SORTS.indexOf(candidate.sort) * 2 + (candidate.plural ? 1 : 0),
      form: pronoun
        ? 0
        : 1 + FORMS.indexOf(draft?.form ?? "thing") * DETERMINERS.length + determinerOf(analysis, head),
      place: (candidate.sentence === 0 ? 2 : 0) + (candidate.first - first < 2 ? 1 : 0),
      inside: nested < 0 ? NOTHING : nested * 2 + (governor(analysis, top)?.upos === "PROPN" ? 1 : 0),
      pronoun,
      nameType: NAME_TYPES.indexOf(this.#names[candidate.head] ?? "none"),
      noun: NOUNS.indexOf(draft?.person ? "person" : (peopleNoun(head.lemma) ?? (draft ? "role" : "thing"))),
      quoted: this.quoted.of(candidate.head),
      says: verb !== undefined && isSaying(verb),
      verb,
      coordination: togetherness(candidate, head !== top),
    };
  }
}

function togetherness({ parts }: Candidate, isPart: boolean): number {
  if (!parts) return isPart ? COORDINATIONS.indexOf("part") : NOTHING;
  const apart = parts[1]!.first - parts[0]!.last > 3;
  return COORDINATIONS.indexOf(apart ? `apart ${Math.min(parts.length, 20)}` : "whole");
}

const SAYING: ReadonlySet<string> = new Set(
  "say tell add write claim announce state note warn ask explain reply insist argue declare".split(" "),
);

/** True for the commonest verbs of saying. */
export function isSaying(verb: Word): boolean {
  return SAYING.has(verb.lemma);
}

const PLACES: ReadonlyMap<string, number> = new Map(ROLES.map((role, place) => [role, place]));
export const NSUBJ = PLACES.get("nsubj")!;
export const POSS = PLACES.get("poss")!;
const DEP = PLACES.get("dep")!;

/** A word's relation as the features name it: a place in `ROLES`. */
export function roleOf(analysis: Analysis, word: Word): number {
  if (word.deprel === "nmod:poss") return POSS;
  if (word.deprel === "nsubj:pass") return PLACES.get(word.deprel)!;
  const rel = relation(word);
  if (rel === "root" && children(analysis, word).some((c) => relation(c) === "cop"))
    return PLACES.get("predicate")!;
  return PLACES.get(rel) ?? DEP;
}

/** The nearest verb or predicate with a subject above a word. */
export function clauseAbove(analysis: Analysis, word: Word): Word | undefined {
  let over = governor(analysis, word);
  while (over && over.upos !== "VERB" && !children(analysis, over).some((c) => relation(c) === "nsubj"))
    over = governor(analysis, over);
  return over;
}

function determinerOf(analysis: Analysis, head: Word): number {
  return DETERMINERS.indexOf(determiner(analysis, head));
}

function determiner(analysis: Analysis, head: Word): (typeof DETERMINERS)[number] {
  if (head.upos === "PROPN") return "name";
  for (const child of children(analysis, head)) {
    if (child.index > head.index) break;
    if (child.deprel === "nmod:poss") return "possessed";
    const rel = relation(child);
    if (rel === "nummod") return "number";
    if (rel !== "det") continue;
    const form = child.form.toLowerCase();
    if (form === "the") return "the";
    return DEMONSTRATIVE.has(form) ? "this" : "indefinite";
  }
  return "bare";
}

const DEMONSTRATIVE: ReadonlySet<string> = new Set(["this", "that", "these", "those"]);
