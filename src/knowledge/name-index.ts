import { fold } from "./fold.js";
import { entriesOf, type Named, type NameEntry } from "./names.js";
import { list } from "./table.js";
import { TokenTrie } from "./token-trie.js";

/** Names that are found by their first word. */
export interface NameSource {
  /** What is named by the names that begin with a word (folded); names that do not may be among them. */
  startingWith(word: string): readonly Named[];
  /** False for a word (folded) with which no name begins, and where only words with a capital are worth a search. */
  mayHave(word: string): boolean;
  /** The first words of all names, folded; slow. */
  firstWords(): Iterable<string>;
}

/**
 * Names by their first word. A name is taken apart only when a text holds its first word, so that loading tens of
 * thousands of names costs no more than reading their files.
 */
/** A line of `guards.tsv`: the words that a report must or must not hold, parted by ";". */
export interface ListedGuard {
  readonly context: string;
  readonly unless: string;
}

export class NameIndex {
  readonly #tries = new Map<string, TokenTrie<NameEntry>>();
  readonly #sources: readonly NameSource[];
  readonly #guards: ReadonlyMap<string, ListedGuard>;
  /** What was found for words as a text writes them, so that they need not be looked for again. */
  readonly #known = new Map<string, TokenTrie<NameEntry> | null>();

  /**
   * @param sources in the order in which their names are to come
   * @param guards of guarded names, as listed
   */
  constructor(sources: readonly NameSource[], guards: ReadonlyMap<string, ListedGuard> = new Map()) {
    this.#sources = sources;
    this.#guards = guards;
  }

  /** The names that begin with a word, in whatever letters; undefined where there are none. */
  startingWith(word: string): TokenTrie<NameEntry> | undefined {
    let found = this.#known.get(word);
    if (found === undefined) {
      found = this.#find(word) ?? null;
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(word, found);
    }
    return found ?? undefined;
  }

  #find(word: string): TokenTrie<NameEntry> | undefined {
    const key = fold(word);
    const known = this.#tries.get(key);
    if (known) return known;
    const capital = word.charCodeAt(0) < SMALL_A || word.charCodeAt(0) > SMALL_Z;
    const entries = capital || this.#sources.some((source) => source.mayHave(key)) ? this.#entries(key) : [];
    if (entries.length === 0) return undefined;
    const trie = new TokenTrie<NameEntry>();
    for (const entry of entries) trie.add(entry.keys, entry);
    this.#tries.set(key, trie);
    return trie;
  }

  /** Every name; one that tokenizers part in two ways comes twice. */
  *all(): Iterable<NameEntry> {
    const keys = new Set<string>();
    for (const source of this.#sources) for (const key of source.firstWords()) keys.add(key);
    for (const key of keys) yield* this.#entries(key);
  }

  /** A user's own name takes the place of the shipped ones that are written alike. */
  #entries(key: string): NameEntry[] {
    const entries: NameEntry[] = [];
    for (const source of this.#sources) {
      for (const named of source.startingWith(key)) {
        const guarded = named.own ? named : this.#guarded(named);
        for (const entry of entriesOf(guarded)) if (entry.keys[0] === key) entries.push(entry);
      }
    }
    const own = new Set(entries.filter((e) => e.own).map((e) => e.keys.join(" ")));
    return own.size === 0 ? entries : entries.filter((e) => e.own || !own.has(e.keys.join(" ")));
  }

  #guarded(named: Named): Named {
    const guard = this.#guards.get(named.name);
    if (guard === undefined) return named;
    const unless = list(guard.unless);
    return { ...named, guard: { context: list(guard.context), ...(unless.length > 0 && { unless }) } };
  }
}

/** More words than this are forgotten, so that memory does not grow with what is read. */
const REMEMBERED = 20_000;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
