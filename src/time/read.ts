import type { Atom } from "./atoms.js";
import { type Fields, loadVocabulary } from "./vocabulary.js";

/** What a class found at a place: the atom after it and the fields that it gives. */
export interface Read {
  readonly to: number;
  readonly fields: Fields;
  /** The number read, for classes that a pattern keeps under a field of its choice ({nth:quarter}). */
  readonly number?: number;
}

export type Reader = (atoms: readonly Atom[], at: number) => Read | undefined;

/** A list of words.yaml. */
export function wordList(name: string): ReadonlySet<string> {
  return loadVocabulary().lists.get(name) ?? new Set<string>();
}

const capital = wordList("capital");
const currency = wordList("currency");

/** The whole number that an atom of at most so many digits is. */
export function digits(atom: Atom | undefined, most: number): number | undefined {
  if (atom?.kind !== "digits" || atom.text.length > most) return undefined;
  const n = Number(atom.text);
  return Number.isInteger(n) ? n : undefined;
}

/** True after a sign of currency or "No.". */
export function afterCurrency(atoms: readonly Atom[], at: number): boolean {
  return at > 0 && !atoms[at]!.breaks && currency.has(atoms[at - 1]!.text);
}

/** A word of a class of words.yaml; a full stop that belongs to its abbreviation is taken in. */
export function wordOf(name: string, abbreviation = false): Reader {
  const words = loadVocabulary().classes.get(name) ?? new Map<string, Fields>();
  return (atoms, at) => {
    const atom = atoms[at]!;
    const fields = words.get(atom.text);
    if (!fields || (!atom.capital && capital.has(atom.text))) return undefined;
    const stop = abbreviation && atoms[at + 1]?.text === "." && atoms[at + 1]!.joined;
    return { to: stop ? at + 2 : at + 1, fields };
  };
}
