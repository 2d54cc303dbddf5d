import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  type CodebookFile,
  type CodebookPatterns,
  codebookSchema,
  type PatternSource,
  patternsSchema,
} from "./codebook-schema.js";
import { EVENT_TYPES, type EventType, type Status } from "./event.js";
import { lintCodebookFile, lintPatterns } from "./lint-codebook.js";
import { Vocabulary } from "./vocabulary.js";
import { CODEBOOK, listNamed, shippedLists, type WordLists, wordListsOf } from "./words.js";

/** Slots, any of which must hold one of the words. */
export interface Condition {
  readonly slots: readonly string[];
  /** Undefined: anything will do, the slot must only be filled. */
  readonly words: ReadonlySet<string> | undefined;
}

/** A pattern ready for matching; see `codebook-schema.ts` for what each part says. */
export interface Pattern {
  readonly type: EventType;
  /** "SANCTION/impose-sanctions". */
  readonly id: string;
  readonly light: ReadonlySet<string> | undefined;
  readonly bare: boolean;
  readonly with: readonly Condition[];
  readonly without: readonly Condition[];
  readonly clause: "cooperation" | "conflict" | "no-conflict" | undefined;
  readonly infinitive: boolean;
  readonly refused: boolean;
  readonly negated: boolean;
  readonly promised: boolean;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly what: readonly string[];
  readonly needsSource: boolean;
  readonly needsTarget: boolean;
  /** Roles that nobody has but those whom the pattern finds. */
  readonly only: ReadonlySet<"source" | "target">;
  readonly foreign: boolean;
  readonly known: ReadonlySet<"source" | "target">;
  readonly direct: ReadonlySet<"source" | "target">;
  readonly mutual: boolean;
  readonly answers: boolean;
  readonly mode: string | undefined;
  readonly status: Status | undefined;
  readonly plv: string | undefined;
  readonly weight: number;
  readonly kinds: RoleKinds;
  readonly notKinds: RoleKinds;
  readonly person: {
    readonly source?: "first" | "third" | undefined;
    readonly target?: "first" | "third" | undefined;
  };
  /** True where the pattern counts inside statements only. */
  readonly spoken: boolean;
}

export interface RoleKinds {
  readonly source?: readonly string[] | undefined;
  readonly target?: readonly string[] | undefined;
}

/** One lemma of a pattern with the particles or prepositions that must follow it. */
export interface Entry {
  readonly pattern: Pattern;
  readonly particles: readonly string[];
}

/** The codebook compiled to an index by lemma. */
export interface Codebook {
  readonly verbs: ReadonlyMap<string, readonly Entry[]>;
  readonly nouns: ReadonlyMap<string, readonly Entry[]>;
  readonly adjectives: ReadonlyMap<string, readonly Entry[]>;
  readonly vocabulary: Vocabulary;
  /** A hash of a user's own files; empty for the codebook that demarche ships. */
  readonly version: string;
  /** The types whose patterns are a user's own: what they find is told, whatever the learned coder thinks of it. */
  readonly own: ReadonlySet<EventType>;
}

function expand(words: readonly string[], lists: WordLists): Set<string> {
  const out = new Set<string>();
  for (const word of words) {
    const list = listNamed(word);
    if (list) for (const w of lists.get(list) ?? []) out.add(w);
    else out.add(word);
  }
  return out;
}

function conditions(source: Readonly<Record<string, string[]>> | undefined, lists: WordLists): Condition[] {
  return Object.entries(source ?? {}).map(([slots, words]) => ({
    slots: slots.split("|").map((s) => s.trim()),
    words: words.includes("any") ? undefined : expand(words, lists),
  }));
}

/** A pattern as it is matched, with the lists that it names written out. */
export function compilePattern(type: EventType, source: PatternSource, lists: WordLists): Pattern {
  return Object.freeze({
    type,
    id: `${type}/${source.name}`,
    light: source.light && expand(source.light, lists),
    bare: source.bare,
    with: conditions(source.with, lists),
    without: conditions(source.without, lists),
    clause: source.clause,
    infinitive: source.infinitive,
    refused: source.refused,
    negated: source.negated,
    promised: source.promised,
    source: source.source,
    target: source.target ?? [],
    what: source.what ?? [],
    needsSource: source.needs?.includes("source") ?? false,
    needsTarget: source.needs?.includes("target") ?? false,
    only: new Set(source.only),
    foreign: source.foreign,
    known: new Set(source.known),
    direct: new Set(source.direct),
    mutual: source.mutual,
    answers: source.answers,
    mode: source.mode,
    status: source.status,
    plv: source.plv,
    weight: source.weight,
    kinds: source.kinds ?? {},
    notKinds: source["not-kinds"] ?? {},
    person: source.person ?? {},
    spoken: source.spoken || source.source.includes("speaker"),
  });
}

/** Compiles codebook files that passed the linter, with the lists that their patterns name. */
export function compileCodebook(
  files: readonly CodebookPatterns[],
  lists: WordLists = shippedLists(),
  version = "",
  own: ReadonlySet<EventType> = new Set(),
): Codebook {
  const known = new Set<string>();
  const indexes = {
    verb: new Map<string, Entry[]>(),
    noun: new Map<string, Entry[]>(),
    adjective: new Map<string, Entry[]>(),
  };
  for (const file of files) {
    for (const source of file.patterns) {
      const pattern = compilePattern(file.type, source, lists);
      for (const { words } of [...pattern.with, ...pattern.without])
        for (const word of words ?? []) known.add(word);
      for (const word of pattern.light ?? []) known.add(word);
      for (const part of ["verb", "noun", "adjective"] as const) {
        for (const phrase of expand(source[part] ?? [], lists)) {
          const [lemma, ...particles] = phrase.split(" ") as [string, ...string[]];
          known.add(lemma);
          const entries = indexes[part].get(lemma) ?? [];
          entries.push({ pattern, particles });
          indexes[part].set(lemma, entries);
        }
      }
    }
  }
  return {
    verbs: indexes.verb,
    nouns: indexes.noun,
    adjectives: indexes.adjective,
    vocabulary: new Vocabulary(known),
    version,
    own,
  };
}

/**
 * Reads one codebook file's text, cases and all. Throws an Error that lists every problem, each with file, pattern, what
 * was met and what was expected.
 */
export function parseCodebookFile(name: string, text: string): CodebookFile {
  const data: unknown = parse(text);
  const problems = lintCodebookFile(name, data);
  if (problems.length > 0) throw new Error(problems.map((p) => p.sentence).join("\n"));
  return codebookSchema.parse(data);
}

/** The text of the project's own codebook file for an event type. */
export function readCodebookFile(type: EventType): string {
  return readFileSync(`${CODEBOOK}${type}.yaml`, "utf8");
}

let loaded: Codebook | undefined;

/**
 * The project's own codebook, one file for each event type, read and compiled once. The cases, which stand last in each
 * file and are for tests, are not read, for speed. Throws an Error that names file and pattern where a file is wrong.
 */
export function loadCodebook(): Codebook {
  loaded ??= compileCodebook(
    EVENT_TYPES.map((type) => patternsOf(type, readCodebookFile(type), shippedLists())),
  );
  return loaded;
}

/**
 * A user's codebook: the files of `folder` over the project's own, type by type; lists of its `words.yaml` over the
 * project's. Throws an Error as `loadCodebook` does; `checkCodebook` says more.
 */
export function loadCodebookFrom(folder: string): Codebook {
  const lists = wordListsOf(folder);
  const hash = createHash("sha256");
  for (const name of ["words.yaml", ...EVENT_TYPES.map((type) => `${type}.yaml`)]) {
    const path = join(folder, name);
    if (existsSync(path)) hash.update(`${name}\n`).update(readFileSync(path));
  }
  const pathOf = (type: EventType) => join(folder, `${type}.yaml`);
  const own = new Set(EVENT_TYPES.filter((type) => existsSync(pathOf(type))));
  const files = EVENT_TYPES.map((type) =>
    patternsOf(type, own.has(type) ? readFileSync(pathOf(type), "utf8") : readCodebookFile(type), lists),
  );
  return compileCodebook(files, lists, hash.digest("hex").slice(0, 16), own);
}

function patternsOf(type: EventType, text: string, lists: WordLists): CodebookPatterns {
  const cases = text.search(/^cases:/m);
  const data: unknown = parse(cases < 0 ? text : text.slice(0, cases));
  const problems = lintPatterns(`${type}.yaml`, data, lists);
  if (problems.length > 0) throw new Error(problems.map((p) => p.sentence).join("\n"));
  return patternsSchema.parse(data);
}
