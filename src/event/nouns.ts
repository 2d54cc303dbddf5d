import { wordList } from "./words.js";

const PEOPLE = new Set([...wordList("people"), ...wordList("forces")]);
const PERSON_ENDINGS = [...wordList("person-endings")];
const THINGS = new Set([...wordList("weapons"), ...wordList("vehicles"), ...wordList("things-in-er")]);

/** True for nouns of persons and of bodies of people ("publisher", "troops"), by list and by ending. */
export function isPersonNoun(lemma: string): boolean {
  if (THINGS.has(lemma)) return false;
  return PEOPLE.has(lemma) || PERSON_ENDINGS.some((e) => lemma.endsWith(e));
}
