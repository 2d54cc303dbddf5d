import { fold } from "./fold.js";
import { loadNames, type NameEntry } from "./names.js";
import { loadRoles, type RoleEntry } from "./roles.js";
import { type Found, TokenTrie } from "./token-trie.js";

/** All names and role nouns that demarche knows, ready to be looked up in a text's words. */
export interface Lexicon {
  /** Names of states, bodies and people that begin at a word, longest first; letter case is checked. */
  names(words: readonly LexiconWord[], start: number, end: number): readonly Found<NameEntry>[];
  /** Role nouns ("foreign minister", "troops") that begin at a word, longest first, by form or lemma, in any case. */
  roles(words: readonly LexiconWord[], start: number, end: number): readonly Found<RoleEntry>[];
}

/** What the lexicon needs of a word. */
export interface LexiconWord {
  readonly form: string;
  readonly lemma: string;
}

let loaded: Lexicon | undefined;

/** The lexicon, read from `knowledge/` once. Throws an Error that names the file where one is broken. */
export function lexicon(): Lexicon {
  loaded ??= load();
  return loaded;
}

function load(): Lexicon {
  const names = new TokenTrie<NameEntry>();
  for (const entry of loadNames()) names.add(entry.keys, entry);
  const roles = new TokenTrie<RoleEntry>();
  for (const { keys, entry } of loadRoles()) roles.add(keys, entry);
  return {
    names: (words, start, end) =>
      names
        .match(start, (i) => (i < end ? formKeys(words[i]!.form) : undefined))
        .map((found) => ({
          ...found,
          values: found.values.filter((entry) => casesFit(entry.cases, words, found.first)),
        }))
        .filter((found) => found.values.length > 0),
    roles: (words, start, end) => roles.match(start, (i) => (i < end ? lemmaKeys(words[i]!) : undefined)),
  };
}

const NONE: readonly string[] = [];

function isJoiner(form: string): boolean {
  return form === "-" || form === "–" || form === "/";
}

function formKeys(form: string): readonly string[] {
  return isJoiner(form) ? NONE : [fold(form)];
}

function lemmaKeys(word: LexiconWord): readonly string[] {
  if (isJoiner(word.form)) return NONE;
  const form = fold(word.form);
  const lemma = fold(word.lemma);
  return lemma === form ? [form] : [form, lemma];
}

/** True where a name's capitals stand in the text too: "US" is not "us", "Pole" is not "pole". */
function casesFit(
  cases: readonly NameEntry["cases"][number][],
  words: readonly LexiconWord[],
  first: number,
): boolean {
  let at = first;
  for (const wanted of cases) {
    while (isJoiner(words[at]!.form)) at++;
    const form = words[at]!.form;
    at++;
    if (wanted === "capitals" && form !== form.toUpperCase()) return false;
    if (wanted === "initial" && form[0] === form[0]!.toLowerCase() && form[0] !== form[0]!.toUpperCase())
      return false;
  }
  return true;
}
