import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Bound, QuantityKind } from "./quantity.js";

/** A phrase of several words as the tree of its first words: the value stands where a phrase ends. */
export interface Phrases<T> {
  readonly value?: T;
  readonly next: ReadonlyMap<string, Phrases<T>>;
}

export interface Unit {
  readonly name: string;
  readonly measures: QuantityKind;
}

/** The files of `knowledge/quantity/`, ready for use. */
export interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly shortMultipliers: ReadonlyMap<string, number>;
  readonly vague: ReadonlyMap<string, number>;
  readonly few: ReadonlySet<string>;
  readonly fractions: ReadonlyMap<string, number>;
  readonly signs: ReadonlyMap<string, number>;
  readonly currencySigns: ReadonlyMap<string, string>;
  readonly units: Phrases<Unit>;
  /** Bounds that stand before a number, their words from the last to the first. */
  readonly before: Phrases<Bound>;
  readonly after: Phrases<Bound>;
  /** Kind by the lemma of what is counted or of what befell it. */
  readonly kinds: ReadonlyMap<string, QuantityKind>;
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

type Table<T> = Readonly<Record<string, T>>;

function load<T>(name: string): Table<T> {
  return parse(
    readFileSync(new URL(`../../knowledge/quantity/${name}.yaml`, import.meta.url), "utf8"),
  ) as Table<T>;
}

interface Branch<T> {
  value?: T;
  next: Map<string, Branch<T>>;
}

function grow<T>(root: Branch<T>, words: readonly string[], value: T): void {
  let at = root;
  for (const word of words) {
    const next = at.next.get(word) ?? { next: new Map() };
    at.next.set(word, next);
    at = next;
  }
  at.value ??= value;
}

function bounds(table: Table<readonly string[]>, backwards: boolean): Phrases<Bound> {
  const root: Branch<Bound> = { next: new Map() };
  for (const [bound, phrases] of Object.entries(table)) {
    for (const phrase of phrases) {
      const words = phrase.split(" ");
      grow(root, backwards ? words.reverse() : words, bound as Bound);
    }
  }
  return root;
}

function units(): Phrases<Unit> {
  const root: Branch<Unit> = { next: new Map() };
  const add = (measures: QuantityKind, forms: Table<readonly string[]> | undefined) => {
    for (const [name, phrases] of Object.entries(forms ?? {}))
      for (const phrase of phrases) grow(root, phrase.split(" "), { name, measures });
  };
  for (const [measures, forms] of Object.entries(load<Table<readonly string[]>>("units")))
    add(measures as QuantityKind, forms);
  const money = load<Table<readonly string[]>>("currencies");
  add("money", money.word);
  add("money", money.shared);
  return root;
}

let vocabulary: Vocabulary | undefined;

/** Loads the vocabulary; the files are read once. */
export function loadVocabulary(): Vocabulary {
  if (vocabulary) return vocabulary;
  const numbers = load<Table<number> | readonly string[]>("numbers");
  const table = (name: string) => new Map(Object.entries(numbers[name] as Table<number>));
  const bound = load<Table<readonly string[]>>("bounds");
  const kinds = new Map<string, QuantityKind>();
  for (const [kind, lemmas] of Object.entries(load<readonly string[]>("kinds")))
    for (const lemma of lemmas) if (!kinds.has(lemma)) kinds.set(lemma, kind as QuantityKind);
  vocabulary = {
    numbers: table("number"),
    multipliers: table("multiplier"),
    shortMultipliers: table("multiplier-short"),
    vague: table("vague"),
    few: new Set(numbers.few as readonly string[]),
    fractions: table("fraction"),
    signs: table("sign"),
    currencySigns: new Map(Object.entries(load<Table<string>>("currencies").sign!)),
    units: units(),
    before: bounds(bound.before!, true),
    after: bounds(bound.after!, false),
    kinds,
    lists: new Map(Object.entries(load<readonly string[]>("words")).map(([n, l]) => [n, new Set(l)])),
  };
  return vocabulary;
}

/** The words of a list of words.yaml. */
export function listed(name: string): ReadonlySet<string> {
  return loadVocabulary().lists.get(name) ?? new Set<string>();
}
