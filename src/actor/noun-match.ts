import { kindsOfNameWord, kindsOfNoun, kindsOfSector } from "../knowledge/noun-kinds.js";
import { peopleNoun } from "../knowledge/people-nouns.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Candidate } from "./candidates.js";
import { isPlural } from "./draft.js";

/** How a noun may take up an earlier phrase: a place in `NOUN_MATCHES`. */
export const NOUN_MATCHES = [
  "same noun",
  "in name",
  "called so",
  "kind of name",
  "kind of noun",
  "other name",
] as const;
export type NounMatch = (typeof NOUN_MATCHES)[number];

/** What stands before the noun, beside the earlier phrase: a place in `MODIFIER_MATCHES`. */
export const MODIFIER_MATCHES = ["bare", "shared", "other"] as const;
export type ModifierMatch = (typeof MODIFIER_MATCHES)[number];

/** A definite noun phrase that may take up an earlier one: "the panel", "that company". */
export interface Anaphor {
  readonly word: Word;
  readonly lemma: string;
  readonly kinds: readonly string[];
  readonly plural: boolean;
  readonly sort: "person" | "group";
  readonly determiner: string;
  /** Nouns and adjectives before the head, lower case. */
  readonly modifiers: readonly string[];
  /** What follows the head and narrows it: "of", "clause". */
  readonly after: string;
}

const DETERMINERS: ReadonlySet<string> = new Set(["the", "this", "that", "these", "those", "both"]);
/** Modifiers that tell nothing about whom the noun means. */
const EMPTY: ReadonlySet<string> = new Set([
  "same",
  "said",
  "whole",
  "entire",
  "full",
  "very",
  "two",
  "three",
  "other",
]);

/** A word as the head of a definite phrase for people or a body; undefined where it is none. */
export function anaphorOf(analysis: Analysis, word: Word, isRole: boolean): Anaphor | undefined {
  if (word.upos !== "NOUN") return undefined;
  const lemma = word.lemma.toLowerCase();
  const kinds = kindsOfNoun(lemma);
  const people = peopleNoun(lemma);
  if (!isRole && kinds.length === 0 && people === undefined) return undefined;
  let determiner: string | undefined;
  let after = "nothing";
  const modifiers: string[] = [];
  for (const child of children(analysis, word)) {
    const rel = relation(child);
    const form = child.form.toLowerCase();
    if (child.index > word.index) {
      if (rel === "nmod" || rel === "appos") after = "phrase";
      else if (rel === "acl") after = "clause";
    } else if (rel === "det" && DETERMINERS.has(form)) determiner = form;
    else if (child.deprel === "nmod:poss") return undefined;
    else if ((rel === "amod" || rel === "compound" || rel === "nmod") && !EMPTY.has(form))
      modifiers.push(form);
  }
  if (!determiner) return undefined;
  const plural = isPlural(word);
  const sort = people ?? (isRole && !plural ? "person" : "group");
  return { word, lemma, kinds, plural, sort, determiner, modifiers, after };
}

/** What a candidate is to nouns that may take it up; worked out once a candidate. */
export interface NounFacts {
  readonly name: boolean;
  readonly lemma: string;
  /** Words of the phrase, lower case. */
  readonly words: readonly string[];
  /** Last words of the titles of a person. */
  readonly titles: readonly string[];
  readonly kinds: readonly string[];
}

export function nounFactsOf(analysis: Analysis, { draft, head, first, last }: Candidate): NounFacts {
  const word = analysis.words[head]!;
  const lemma = word.lemma.toLowerCase();
  const name = word.upos === "PROPN" || draft?.person !== undefined || draft?.form === "name";
  const words: string[] = [];
  for (let i = first; i < last; i++) words.push(analysis.words[i]!.form.toLowerCase());
  const roles = [
    ...(draft?.role ? [draft.role] : []),
    ...(draft?.person?.titles.map((t) => t.description.role) ?? []),
  ];
  const titles = roles.map((role) => role.split(" ").at(-1)!);
  const kinds = new Set<string>(titles.flatMap(kindsOfNoun));
  if (!name) for (const kind of kindsOfNoun(lemma)) kinds.add(kind);
  else if (!draft?.person)
    for (const word of words) for (const kind of kindsOfNameWord(word)) kinds.add(kind);
  const [actor] = draft?.actors ?? [];
  if (actor && actor.person === undefined && name) {
    const agency = actor.agency?.toLowerCase().split(/[\s-]+/) ?? [];
    for (const word of agency) for (const kind of kindsOfNameWord(word)) kinds.add(kind);
    const sector = actor.sector === "GOV" && agency.length > 0 ? "agency" : (actor.sector ?? "state");
    for (const kind of kindsOfSector(sector)) kinds.add(kind);
    words.push(...agency);
  }
  return { name, lemma, words, titles, kinds: [...kinds] };
}

/** How a noun may take up a candidate; undefined where it may not. */
export function nounMatch(anaphor: Anaphor, candidate: Candidate, facts: NounFacts): NounMatch | undefined {
  const { draft, sort } = candidate;
  if (candidate.pronoun || anaphor.plural !== isMany(candidate)) return undefined;
  const shares = anaphor.kinds.some((kind) => facts.kinds.includes(kind));
  if (!facts.name) {
    if (facts.lemma === anaphor.lemma) return "same noun";
    return shares && sort !== "thing" ? "kind of noun" : undefined;
  }
  if ((sort === "person") !== (anaphor.sort === "person") && sort !== "any") return undefined;
  if (facts.titles.includes(anaphor.lemma)) return "called so";
  if (sort !== "person" && facts.words.includes(anaphor.lemma)) return "in name";
  if (shares) return "kind of name";
  return draft && facts.kinds.length === 0 ? "other name" : undefined;
}

function isMany({ plural, parts, sort }: Candidate): boolean {
  return plural || parts !== undefined || sort === "people";
}

/** What the noun's modifiers say beside the candidate's own words. */
export function modifierMatch({ modifiers }: Anaphor, { words }: NounFacts): ModifierMatch {
  if (modifiers.length === 0) return "bare";
  return modifiers.every((m) => words.includes(m)) ? "shared" : "other";
}
