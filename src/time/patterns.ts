import type { Atom } from "./atoms.js";
import type { Meaning } from "./meaning.js";
import type { Reader } from "./read.js";
import { READERS, startsOf } from "./readers.js";
import { type Fields, loadVocabulary } from "./vocabulary.js";

/** What was read from an atom on: the atom after it, and the meaning. */
export interface Found {
  readonly to: number;
  /** Absent where the pattern says that this is no time. */
  readonly meaning?: Meaning;
  readonly by: string;
}

type Element =
  | { readonly kind: "words"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: "class"; readonly read: Reader; readonly field?: string; readonly optional: boolean }
  | { readonly kind: "time"; readonly time: "date" | "duration" | "clock"; readonly optional: boolean };

/** A pattern of patterns.yaml, compiled. */
export interface Pattern {
  readonly group: string;
  readonly by: string;
  readonly elements: readonly Element[];
  readonly fields: Fields;
  /** For each element, the words that it can begin with: "0" for any number, "{time}" for an expression of time. */
  readonly starts: readonly (readonly string[])[];
}

/** A pattern under a word that it can begin with. */
export interface Candidate {
  readonly pattern: Pattern;
  /** The words of which one must come next; undefined where that is not fixed. */
  readonly next?: ReadonlySet<string>;
}

function elementOf(source: string, compound: boolean): Element {
  const optional = source.endsWith("?") && source.length > 1;
  const body = optional ? source.slice(0, -1) : source;
  const braces = /^\{([a-z-]+)(?::([a-z]+))?\}$/.exec(body);
  if (!braces) return { kind: "words", words: new Set(body.split("|")), optional };
  const name = braces[1]!;
  if (compound && (name === "date" || name === "duration" || name === "clock"))
    return { kind: "time", time: name, optional };
  const read = READERS.get(name);
  if (!read) throw new Error(`knowledge/time/patterns.yaml: no class {${name}}`);
  return braces[2] ? { kind: "class", read, field: braces[2], optional } : { kind: "class", read, optional };
}

function compile(group: string, source: string | Readonly<Record<string, unknown>>): Pattern {
  const { read, ...fields } = typeof source === "string" ? { read: source } : (source as { read: string });
  const parts = read.split(" ");
  const elements = parts.map((part) => elementOf(part, group === "compound"));
  const starts = elements.map((element, i) => {
    if (element.kind === "words") return [...element.words];
    if (element.kind === "time") return ["{time}"];
    return startsOf(/\{([a-z-]+)/.exec(parts[i]!)![1]!);
  });
  return { group, by: `${group}: ${read}`, elements, fields: fields as Fields, starts };
}

/** Patterns by the word that they can begin with. */
function indexed(patterns: readonly Pattern[]): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const pattern of patterns) {
    for (let i = 0; i < pattern.elements.length; i++) {
      const next = pattern.elements[i]!.kind === "words" ? startsAfter(pattern, i) : undefined;
      for (const start of pattern.starts[i]!) {
        const list = index.get(start) ?? [];
        list.push(next ? { pattern, next } : { pattern });
        index.set(start, list);
      }
      if (!pattern.elements[i]!.optional) break;
    }
  }
  return index;
}

/** The words with which a pattern can go on after its element `i`; undefined where it may end or any time may follow. */
function startsAfter(pattern: Pattern, i: number): ReadonlySet<string> | undefined {
  const next = new Set<string>();
  for (let j = i + 1; j < pattern.elements.length; j++) {
    for (const start of pattern.starts[j]!) next.add(start);
    if (!pattern.elements[j]!.optional) return next.has("{time}") ? undefined : next;
  }
  return undefined;
}

/** The key under which patterns are found that can begin with an atom. */
export function keyOf(atom: Atom): string {
  return atom.kind === "digits" ? "0" : atom.text;
}

const groups = [...loadVocabulary().patterns].map(([group, sources]) =>
  sources.map((s) => compile(group, s)),
);
/** Patterns over words alone. */
export const SIMPLE = indexed(groups.flat().filter((p) => p.group !== "compound"));
/** Patterns that hold another expression of time. */
export const COMPOUND = indexed(groups.flat().filter((p) => p.group === "compound"));

function fits(meaning: Meaning, time: "date" | "duration" | "clock"): boolean {
  if (time === "date") return meaning.kind === "date" || meaning.kind === "shift";
  if (time === "duration")
    return meaning.kind === "shift" || (meaning.kind === "duration" && !meaning.offset);
  return meaning.kind === time;
}

/**
 * The longest way in which `pattern` reads the atoms from `at` on. `inner` gives the expression of time found at an atom.
 * The number of tries is bounded by the pattern's optional elements, of which there are few.
 */
export function match(
  pattern: Pattern,
  atoms: readonly Atom[],
  at: number,
  inner: (at: number) => readonly Found[],
): Found | undefined {
  const { elements } = pattern;
  let best: { to: number; fields: Fields } | undefined;
  const walk = (element: number, i: number, fields: Fields): void => {
    if (element === elements.length) {
      if (!best || i > best.to) best = { to: i, fields };
      return;
    }
    const e = elements[element]!;
    const atom = atoms[i];
    if (atom && (i === at || !atom.breaks)) {
      if (e.kind === "words") {
        if (e.words.has(atom.text)) walk(element + 1, i + 1, fields);
      } else if (e.kind === "class") {
        const read = e.read(atoms, i);
        if (read)
          walk(element + 1, read.to, { ...fields, ...(e.field ? { [e.field]: read.number } : read.fields) });
      } else {
        for (const found of inner(i)) {
          const { meaning } = found;
          if (meaning && fits(meaning, e.time)) walk(element + 1, found.to, merge(fields, meaning));
        }
      }
    }
    if (e.optional) walk(element + 1, i, fields);
  };
  walk(0, at, {});
  if (!best || best.to === at) return undefined;
  if (pattern.group === "none") return { to: best.to, by: pattern.by };
  const kind =
    pattern.group === "compound" ? (best.fields.kind ?? "date") : (pattern.group as Meaning["kind"]);
  return { to: best.to, meaning: { ...best.fields, ...pattern.fields, kind }, by: pattern.by };
}

/** A date wins over the clock time beside it; other fields add up. */
function merge(fields: Fields, meaning: Meaning): Fields {
  if (fields.kind === undefined) return { ...fields, ...meaning };
  return fields.kind === "clock" ? { ...fields, ...meaning } : { ...meaning, ...fields };
}
