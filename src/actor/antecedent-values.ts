import { type NameType, NUMERIC_NAME_TYPES } from "../language/analysis.js";
import type { MentionForm } from "./actor.js";
import type { Sort } from "./draft.js";
import { MODIFIER_MATCHES, NOUN_MATCHES } from "./noun-match.js";

/*
 * The values of the features by which antecedents are ranked. In a text a value is a number, its place in its feature's
 * list; the lists give the words that stand for it in the table of weights.
 */

/** A value that says nothing. */
export const NOTHING = -1;

/** Universal Dependencies' relations, https://universaldependencies.org/u/dep/, and those told apart here. */
export const ROLES: readonly string[] = (
  "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat " +
  "goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp " +
  "nsubj:pass poss predicate"
).split(" ");
/** A candidate's role: a conjunct has that of the whole, behind all the others. */
export const CANDIDATE_ROLES: readonly string[] = [...ROLES, ...ROLES.map((role) => `${role} conj`)];

export const SORTS: readonly Sort[] = ["person", "body", "people", "thing", "any"];
export const FORMS: readonly (MentionForm | "thing")[] = [
  "name",
  "title",
  "demonym",
  "metonym",
  "nominal",
  "group",
  "pronoun",
  "thing",
];
export const DETERMINERS = ["name", "possessed", "number", "the", "this", "indefinite", "bare"] as const;
export const NAME_TYPES: readonly (NameType | "none")[] = [
  "none",
  "PERSON",
  "NORP",
  "GPE",
  "LOC",
  "FAC",
  "ORG",
  "EVENT",
  "LAW",
  "WORK_OF_ART",
  "PRODUCT",
  ...NUMERIC_NAME_TYPES,
];
export const NOUNS = ["person", "group", "role", "thing"] as const;
export const NESTED: readonly string[] = ["nmod", "compound", "poss", "amod"];
/** "apart": with more than "and" between the parts, and how many they are, 20 at most. */
export const COORDINATIONS: readonly string[] = [
  "part",
  "whole",
  ...Array.from({ length: 19 }, (_, i) => `apart ${i + 2}`),
];

/** Upper bounds of the steps that numbers are counted in; what lies above the last is one more step. */
export const SENTENCES = [0, 1, 2, 3, 5];
export const ORDERS = [0, 1, 2, 3, 5, 9];
export const COUNTS = [1, 2, 4, 7];
export const WORDS = [2, 5, 10, 20];
export const RANKS = [0, 1, 2, 3];

/** The step that a number falls into. */
export function step(value: number, bounds: readonly number[]): number {
  let at = 0;
  while (at < bounds.length && value > bounds[at]!) at++;
  return at;
}

export function wordsOfSteps(bounds: readonly number[]): string[] {
  return [...bounds.map(String), "more"];
}

/** All ways to put words of the lists one behind the other, those of the last list changing fastest. */
function product(...lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (all, list) => all.flatMap((before) => list.map((word) => `${before} ${word}`.trim())),
    [""],
  );
}

const NEAR = ["0", "1", "2"];
const WHOLE = ["full", "poss"];
const NUMBERED = product(SORTS, ["", "plural"]);

/** The features of a candidate beside an anaphor, each with the words of its values. */
export const CANDIDATE_VALUES = {
  distance: product(wordsOfSteps(SENTENCES), ["", "other paragraph"]),
  order: product(wordsOfSteps(ORDERS), WHOLE),
  "sentence and role": product(NEAR, CANDIDATE_ROLES),
  roles: product(NEAR, CANDIDATE_ROLES, [">"], ROLES),
  form: ["pronoun", ...product(FORMS, DETERMINERS)],
  agreement: product(NUMBERED, ["", "of the gender"]),
  asked: product(["any", "actor"], NUMBERED, ["", "mention"]),
  "spoken of": product(wordsOfSteps(COUNTS), ["noun", "pronoun"]),
  "place in text": product(["later,", "first sentence,"], ["inside", "opens"]),
  clause: product(["no subject", "subject above", "own subject"], WHOLE),
  "one verb": ["yes", "reflexive"],
  quotation: product(
    ["told, candidate", "quoted, candidate"],
    ["with it", "with it, speaker", "told", "told, speaker", "quoted", "quoted, speaker"],
  ),
  parallel: ROLES,
  "name type": NAME_TYPES,
  "words between": product(wordsOfSteps(WORDS), WHOLE),
  inside: product(NESTED, ["of noun", "of name"]),
  "pronoun before": product(["other", "same"], NEAR),
  verbs: ["both say", "pronoun says", "candidate says", "the same"],
  salience: product(wordsOfSteps(RANKS), WHOLE),
  coordination: COORDINATIONS,
  noun: NOUNS,
  "noun match": product(NOUN_MATCHES, MODIFIER_MATCHES),
  "noun distance": product(NOUN_MATCHES, wordsOfSteps(SENTENCES)),
} as const satisfies Record<string, readonly string[]>;

/** Their names, in the order of their values. */
export const CANDIDATE_FEATURES = Object.keys(CANDIDATE_VALUES) as (keyof typeof CANDIDATE_VALUES)[];
