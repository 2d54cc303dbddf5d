import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Meaning } from "./meaning.js";

export type Fields = Partial<Meaning>;

/** A holiday's rule: a fixed day, the nth weekday of a month (`after` days on), or days from Easter. */
export interface Holiday {
  readonly name: string;
  /** The name as atoms: "new", "year", "'", "s", "day". */
  readonly atoms: readonly string[];
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly nth?: number;
  readonly after?: number;
  readonly easter?: number;
}

interface WordsFile {
  readonly [list: string]: Readonly<Record<string, unknown>> | readonly string[];
}

/** The words and patterns of time, from the files in `knowledge/time/`. */
export interface Vocabulary {
  /** Class name to word to the fields that the word gives. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, Fields>>;
  /** Lists of words without fields. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly holidays: readonly Holiday[];
  /** Groups of patterns.yaml, as written. */
  readonly patterns: ReadonlyMap<string, readonly (string | Readonly<Record<string, unknown>>)[]>;
}

function load(name: string): unknown {
  return parse(readFileSync(new URL(`../../knowledge/time/${name}`, import.meta.url), "utf8"));
}

/** A class whose words each give one field. */
function oneField(words: WordsFile, list: string, field: keyof Meaning): [string, Map<string, Fields>] {
  return [
    list,
    new Map(Object.entries(words[list] ?? {}).map(([word, value]) => [word, { [field]: value }])),
  ];
}

function units(words: WordsFile, list: string): Map<string, Fields> {
  const out = new Map<string, Fields>();
  for (const [unit, forms] of Object.entries(words[list] ?? {})) {
    for (const form of forms as string[]) out.set(form, { unit } as Fields);
  }
  return out;
}

let vocabulary: Vocabulary | undefined;

/** Loads the vocabulary; the files are read once. */
export function loadVocabulary(): Vocabulary {
  if (vocabulary) return vocabulary;
  const words = load("words.yaml") as WordsFile;
  const singularsAndPlurals = units(words, "unit");
  const byNumber = (plural: boolean) =>
    new Map([...singularsAndPlurals].filter(([form, fields]) => (form !== fields.unit) === plural));
  const classes = new Map<string, Map<string, Fields>>([
    oneField(words, "month", "month"),
    oneField(words, "month-short", "month"),
    oneField(words, "weekday", "weekday"),
    oneField(words, "weekday-short", "weekday"),
    oneField(words, "season", "season"),
    oneField(words, "part", "part"),
    oneField(words, "moment", "clock"),
    oneField(words, "decade", "decade"),
    ["unit", singularsAndPlurals],
    ["units", byNumber(true)],
    ["single-unit", byNumber(false)],
    ["unit-short", units(words, "unit-short")],
    ["deictic", new Map(Object.entries(words.deictic as unknown as Record<string, Fields>))],
    [
      "weekdays",
      new Map(Object.entries(words.weekday ?? {}).map(([w, n]) => [`${w}s`, { weekday: n as number }])),
    ],
  ]);
  const parts = classes.get("part")!;
  classes.set("parts", new Map([...parts].filter(([form]) => form.endsWith("s"))));
  const lists = new Map<string, Set<string>>();
  for (const [name, list] of Object.entries(words)) if (Array.isArray(list)) lists.set(name, new Set(list));
  classes.set("filler", new Map([...(lists.get("filler") ?? [])].map((word) => [word, {}])));
  const holidays = Object.entries(
    load("holidays.yaml") as Record<string, Omit<Holiday, "name" | "atoms">>,
  ).map(([name, rule]) => ({ ...rule, name, atoms: name.match(/[a-z]+|\d+|[^a-z\d\s]/g) ?? [] }));
  const numbers = (list: string) => Object.entries(words[list] ?? {}) as [string, number][];
  vocabulary = {
    classes,
    lists,
    numbers: new Map([...numbers("number"), ...numbers("multiplier")]),
    ordinals: new Map(numbers("ordinal")),
    holidays,
    patterns: new Map(
      Object.entries(load("patterns.yaml") as Record<string, (string | Record<string, unknown>)[]>),
    ),
  };
  return vocabulary;
}
