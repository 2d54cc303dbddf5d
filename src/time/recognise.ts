import type { Analysis, Name, NameType } from "../language/analysis.js";
import { type Atom, atomsOf } from "./atoms.js";
import type { Expression, Meaning } from "./meaning.js";
import { type Candidate, COMPOUND, type Found, keyOf, match, SIMPLE } from "./patterns.js";

/** Names whose words are no times: "Theresa May", "the Sunday Times". Events and laws may hold a year. */
const CLOSED: ReadonlySet<NameType> = new Set([
  "PERSON",
  "ORG",
  "WORK_OF_ART",
  "FAC",
  "GPE",
  "LOC",
  "PRODUCT",
  "NORP",
]);

/**
 * The expressions of time in an analysis, in text order, none overlapping. The patterns of `knowledge/time/` are read
 * from every word; where several begin at one word the longest wins. Tags, trees and names only take readings away.
 */
export function recognise(analysis: Analysis): Expression[] {
  const atoms = atomsOf(analysis);
  const best: (Found | undefined)[] = new Array(atoms.length);
  const named = namesByWord(analysis);
  const none: readonly Found[] = [];
  for (let at = atoms.length - 1; at >= 0; at--) {
    const key = keyOf(atoms[at]!);
    const simple = SIMPLE.get(key);
    const compound = COMPOUND.get(key);
    if (!simple && !compound) continue;
    const next = atoms[at + 1] ? keyOf(atoms[at + 1]!) : "";
    let found: Found | undefined;
    const inner = (i: number): readonly Found[] => {
      const here = i === at ? found : best[i];
      return here ? [here] : none;
    };
    const consider = (candidates: readonly Candidate[] | undefined): void => {
      if (!candidates) return;
      for (const candidate of candidates) {
        if (candidate.next && !candidate.next.has(next)) continue;
        const read = match(candidate.pattern, atoms, at, inner);
        if (read && (!found || read.to > found.to) && plausible(read, at, atoms, analysis))
          found = asRate(read, at, atoms, analysis);
      }
    };
    consider(simple);
    if (found) consider(COMPOUND.get("{time}"));
    consider(compound);
    if (found && named && insideName(found, at, atoms, named)) found = undefined;
    best[at] = found;
  }
  return select(best, atoms);
}

/** Left to right, each expression where the one before it has ended. */
function select(best: readonly (Found | undefined)[], atoms: readonly Atom[]): Expression[] {
  const out: Expression[] = [];
  for (let at = 0; at < best.length; ) {
    const found = best[at];
    if (!found) {
      at++;
      continue;
    }
    if (found.meaning) {
      const first = atoms[at]!;
      const last = atoms[found.to - 1]!;
      out.push({
        start: first.start,
        end: last.end,
        first: first.word,
        last: last.word + 1,
        meaning: found.meaning,
        by: found.by,
      });
    }
    at = found.to;
  }
  return out;
}

/** The closed name that a word stands in, by word; undefined where there is none in the whole analysis. */
function namesByWord(analysis: Analysis): Map<number, Name> | undefined {
  const closed = analysis.names.filter((name) => CLOSED.has(name.type));
  if (closed.length === 0) return undefined;
  const table = new Map<number, Name>();
  for (const name of closed) for (let w = name.first; w < name.last; w++) table.set(w, name);
  return table;
}

function insideName(
  found: Found,
  at: number,
  atoms: readonly Atom[],
  named: ReadonlyMap<number, Name>,
): boolean {
  const first = atoms[at]!.word;
  const last = atoms[found.to - 1]!.word;
  const name = named.get(first);
  if (name === undefined || name.last <= last) return false;
  // "The World Court Friday rejected": the tagger took the weekday for the name's end.
  const atEnd = name.first < first && name.last === last + 1 && name.type !== "WORK_OF_ART";
  if (atEnd && found.meaning?.weekday !== undefined) return false;
  return (
    name.first < first || name.last > last + 1 || (found.meaning !== undefined && isMonth(found.meaning))
  );
}

function isMonth(meaning: Meaning): boolean {
  return meaning.month !== undefined && meaning.day === undefined && meaning.year === undefined;
}

/** False where the words around, or their tags, say that this is no time. */
function plausible(found: Found, at: number, atoms: readonly Atom[], analysis: Analysis): boolean {
  const { meaning } = found;
  if (!meaning) return true;
  const word = analysis.words[atoms[at]!.word]!;
  const next = atoms[found.to];
  if (meaning.behind !== undefined && !among(meaning.behind, atoms[at - 1])) return false;
  if (meaning.ahead !== undefined && !among(meaning.ahead, next)) return false;
  if (meaning["not-ahead"] !== undefined && among(meaning["not-ahead"], next)) return false;
  if (meaning.only === "noun" && analysis.words[atoms[found.to - 1]!.word]!.upos === "ADJ") return false;
  if (isMonth(meaning) && found.to === at + 1 && (word.upos === "AUX" || word.upos === "VERB")) return false;
  if (meaning.unit === "second" && (meaning.count === 1 || meaning.offset !== undefined)) return false;
  if (meaning.day !== undefined && atoms[at - 1]?.text === "in" && counts(atoms[found.to - 1]!, analysis))
    return false;
  if (meaning.season !== undefined && meaning.year === undefined && word.upos === "VERB") return false;
  if (meaning.year !== undefined && meaning.month === undefined && next && !next.breaks) {
    if (meaning.year % 10 === 0 && counts(atoms[found.to - 1]!, analysis)) return false;
  }
  return true;
}

/** "Four flights a week", "twice a year": the article after a noun or number makes a rate, and so a set. */
function asRate(found: Found, at: number, atoms: readonly Atom[], analysis: Analysis): Found {
  const { meaning } = found;
  const article = atoms[at]!.text === "a" || atoms[at]!.text === "an";
  const before = atoms[at - 1];
  if (meaning?.kind !== "duration" || !article || meaning.count !== 1 || found.to !== at + 2 || !before)
    return found;
  if (atoms[at]!.breaks) return found;
  const word = analysis.words[before.word]!;
  const counted =
    word.upos === "NOUN" ||
    word.upos === "NUM" ||
    word.upos === "SYM" ||
    before.text === "once" ||
    before.text === "twice";
  return counted ? { ...found, meaning: { ...meaning, kind: "set" } } : found;
}

/** True where an atom is one of the words, parted by "|". */
function among(words: string, atom: Atom | undefined): boolean {
  return atom !== undefined && words.split("|").includes(atom.text);
}

/** True where a number counts the plural noun after it ("12 people"). */
function counts(atom: Atom, analysis: Analysis): boolean {
  const word = analysis.words[atom.word]!;
  if (atom.kind !== "digits" || !word.deprel.startsWith("nummod")) return false;
  const head = analysis.words[word.head];
  return head !== undefined && head.index > word.index && head.xpos === "NNS";
}
