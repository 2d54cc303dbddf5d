import { fold } from "./fold.js";
import type { NameIndex } from "./name-index.js";
import type { NameEntry } from "./names.js";
import { type RoleEntry, RoleNouns } from "./roles.js";
import { type Found, TokenTrie } from "./token-trie.js";

/** Names and role nouns, ready to be looked up in a text's words. */
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

/** The lexicon of some names and of the role nouns of `knowledge/`. Throws an Error that names the file where one is broken. */
export function lexiconOf(names: NameIndex): Lexicon {
  roleTrie ??= new RoleTrie();
  const roles = roleTrie;
  return {
    names: (words, start, end) => {
      const trie = start < end ? names.startingWith(words[start]!.form) : undefined;
      if (!trie) return NOTHING;
      const all = trie.match(start, (i) => (i < end ? formKeys(words[i]!.form) : undefined));
      if (all.length === 0) return NOTHING;
      return all
        .map((found) => ({
          ...found,
          values: found.values.filter((entry) => casesFit(entry.cases, words, found.first)),
        }))
        .filter((found) => found.values.length > 0);
    },
    roles: (words, start, end) => roles.match(words, start, end),
  };
}

/** The role nouns, each put into the trie when a text holds its first word. */
class RoleTrie {
  readonly #nouns = new RoleNouns();
  readonly #firstWords = this.#nouns.firstWords();
  readonly #waiting = new Set(this.#firstWords);
  readonly #trie = new TokenTrie<RoleEntry>();
  /** By form: a lemma of it, and whether a role noun begins with either. */
  readonly #known = new Map<string, { readonly lemma: string; readonly begins: boolean }>();

  match(words: readonly LexiconWord[], start: number, end: number): readonly Found<RoleEntry>[] {
    if (start >= end || !this.#begins(words[start]!)) return [];
    return this.#trie.match(start, (i) => (i < end ? lemmaKeys(words[i]!) : undefined));
  }

  /** True where a role noun begins with the word; those that do are in the trie from then on. */
  #begins(word: LexiconWord): boolean {
    const known = this.#known.get(word.form);
    if (known?.lemma === word.lemma) return known.begins;
    let begins = false;
    for (const key of lemmaKeys(word)) {
      begins ||= this.#firstWords.has(key);
      if (!this.#waiting.delete(key)) continue;
      for (const { keys, entry } of this.#nouns.startingWith(key)) this.#trie.add(keys, entry);
    }
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(word.form, { lemma: word.lemma, begins });
    return begins;
  }
}

let roleTrie: RoleTrie | undefined;

/** More words than this are forgotten, so that memory does not grow with what is read. */
const REMEMBERED = 20_000;

const NOTHING: readonly Found<NameEntry>[] = [];
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
