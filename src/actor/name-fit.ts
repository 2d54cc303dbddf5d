import type { NameEntry, NameKind } from "../knowledge/names.js";
import { isNaturalPlace } from "../knowledge/towns.js";
import type { Analysis, Name } from "../language/analysis.js";
import type { Hit } from "./hits.js";
import { isJoined, isShouted } from "./name-context.js";

/** Tells whether a listed name is meant where its words stand: by the tags around, the tree, and its guard. */
export class NameFit {
  readonly #analysis: Analysis;
  readonly #tagged: readonly (Name | undefined)[];
  readonly #contexts = new Map<NameEntry, boolean>();
  readonly #covered: readonly (Pick<Hit, "names"> | undefined)[];
  #fullNames: ReadonlySet<string> | undefined;

  /**
   * @param tagged the language model's name that covers each word; times and numbers left out
   * @param covered what has been taken so far, by word; filled by the caller as it goes
   */
  constructor(
    analysis: Analysis,
    tagged: readonly (Name | undefined)[],
    covered: readonly (Pick<Hit, "names"> | undefined)[],
  ) {
    this.#analysis = analysis;
    this.#tagged = tagged;
    this.#covered = covered;
  }

  /** True where the words from `first` to before `last` may be the name. */
  holds(name: NameEntry, first: number, last: number): boolean {
    if (name.kind === "not an actor") return true;
    const { words, names } = this.#analysis;
    const { upos, deprel } = words[last - 1]!;
    if (upos === "PRON" && !this.#areInitials(first, last))
      return name.name === "US" && !isShouted(this.#analysis, first);
    const tag = this.#tagged[last - 1];
    // "Moon Jae-in" ends in what the tagger takes for an adverb.
    if (name.kind === "person") return name.own || last - first > 1 || tag?.type === "PERSON";
    if (upos === "VERB" || upos === "AUX" || upos === "DET" || upos === "ADV") return false;
    const larger = tag && (tag.first < first || tag.last > last);
    if (larger && (NOT_ACTORS.has(tag.type) || tag.type === "PERSON")) return false;
    if (larger && OF_ANOTHER.has(name.kind) && this.#isOfAnother(tag, first)) return false;
    // "the Hindu nationalists": people of a faith or state, not the newspaper.
    if (tag?.type === "NORP" && (name.kind === "media" || name.kind === "company")) return false;
    if (last - first === 1 && isRivalBody(name.kind)) {
      // "Ukrainska Pravda": part of a longer name that is another body's.
      // "House Republicans": what is joined is known too.
      if (!this.#covered[first - 1] && isJoined(this.#analysis, first)) return false;
      // "Marcus Ericsson": the family name of somebody whom the text names in full.
      if (tag?.type !== "ORG" && this.#isInFullName(words[first]!.form)) return false;
    }
    if (name.keys[0] === "the" && words[last]?.upos === "PROPN") return false;
    if (!name.guard || (name.kind === "state" && this.#isListedWithStates(first))) return true;
    if (name.kind === "state" && this.#isRiver(first, last)) return false;
    if (name.kind === "capital" ? this.#isInFullName(words[last - 1]!.form) : tag?.type === "PERSON")
      return false;
    if (names.length > 0 ? !tag && !this.#areInitials(first, last) : upos !== "PROPN" || deprel === "flat")
      return false;
    return this.#inContext(name);
  }

  /** "Cleveland Indians", "National Security Council": an unknown word before, inside the same tag, makes it another's name. */
  #isOfAnother(tag: Name, first: number): boolean {
    if (tag.type !== "ORG" || tag.first >= first || this.#covered[first - 1]) return false;
    const { form, upos } = this.#analysis.words[first - 1]!;
    return upos !== "DET" && upos !== "PUNCT" && form[0] !== form[0]!.toLowerCase();
  }

  /** "France, Jordan and Turkey": what stands in a list behind a state is one too. */
  #isListedWithStates(first: number): boolean {
    const joiner = this.#analysis.words[first - 1]?.form;
    const before = joiner === "," || joiner === "and" ? this.#covered[first - 2]?.names[0] : undefined;
    return before?.kind === "state";
  }

  /** "The Niger", "the Jordan River": no state that shares its name with something else has an article or such a noun. */
  #isRiver(first: number, last: number): boolean {
    const { words } = this.#analysis;
    const next = words[last];
    if (next && isNaturalPlace(`${words[first]!.form} ${next.form}`)) return true;
    return words[first - 1]?.lemma.toLowerCase() === "the" && words[first - 1]!.head === first;
  }

  /** "The WHO" is a body though the language model sees no name there. */
  #areInitials(first: number, last: number): boolean {
    const { words } = this.#analysis;
    const { form, upos } = words[first]!;
    if (last - first > 1 || (upos !== "PROPN" && upos !== "PRON") || !/^\p{Lu}{3,}$/u.test(form))
      return false;
    return words[first - 1]?.lemma.toLowerCase() === "the" && !isShouted(this.#analysis, first);
  }

  /** "Denzel Washington" makes a later "Washington" a person; one that the tagger alone takes for a person is none. */
  #isInFullName(form: string): boolean {
    const { words, names } = this.#analysis;
    this.#fullNames ??= new Set(
      names
        .filter((n) => n.type === "PERSON" && n.last - n.first > 1)
        .flatMap((n) => words.slice(n.first, n.last).map((w) => w.form)),
    );
    return this.#fullNames.has(form);
  }

  #inContext(name: NameEntry): boolean {
    let holds = this.#contexts.get(name);
    if (holds === undefined) {
      const { context = [], unless = [] } = name.guard ?? {};
      const has = (word: string) => this.#analysis.text.includes(word);
      holds = context.length === 0 || context.some(has) || (unless.length > 0 && !unless.some(has));
      this.#contexts.set(name, holds);
    }
    return holds;
  }
}

/** True for kinds of bodies of which two may share a name ("PTI"). */
export function isRivalBody(kind: NameKind): boolean {
  return RIVALS.has(kind);
}

const OF_ANOTHER: ReadonlySet<NameKind> = new Set(["organisation", "citizen", "citizens"]);
const RIVALS: ReadonlySet<NameKind> = new Set(["media", "party", "company", "armed group"]);
const NOT_ACTORS: ReadonlySet<string> = new Set(["LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"]);
