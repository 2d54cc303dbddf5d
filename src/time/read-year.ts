import type { Atom } from "./atoms.js";
import { afterCurrency, digits, type Read, type Reader, wordList } from "./read.js";
import { loadVocabulary } from "./vocabulary.js";

const vocabulary = loadVocabulary();
const notYears = wordList("not-a-year-before");
const yearSignals = wordList("year-signal");

/** "nineteen ninety-six", "two thousand", "two thousand three". */
function spokenYear(atoms: readonly Atom[], at: number): Read | undefined {
  const value = (i: number) => vocabulary.numbers.get(atoms[i]?.text ?? "");
  const first = value(at);
  if (first === 2 && value(at + 1) === 1000) {
    const and = atoms[at + 2]?.text === "and" ? at + 3 : at + 2;
    const ones = value(and);
    return ones !== undefined && ones < 100
      ? { to: and + 1, fields: { year: 2000 + ones } }
      : { to: at + 2, fields: { year: 2000 } };
  }
  const tens = value(at + 1);
  if (first === undefined || first < 13 || first > 20 || tens === undefined || tens < 10 || tens > 90)
    return undefined;
  const ones = value(at + 2);
  const both = tens >= 20 && ones !== undefined && ones < 10;
  return { to: both ? at + 3 : at + 2, fields: { year: first * 100 + tens + (both ? ones : 0) } };
}

/** The year of a date. After "year" any number is one, to be refused with a reason; else four or five digits, or '89. */
export const year: Reader = (atoms, at) => {
  const atom = atoms[at]!;
  if (atom.text === "'" && digits(atoms[at + 1], 2) !== undefined && atoms[at + 1]!.joined) {
    const short = Number(atoms[at + 1]!.text);
    if (atoms[at + 1]!.text.length === 2 && atoms[at + 2]?.text !== "s")
      return { to: at + 2, fields: { year: short >= 30 ? 1900 + short : 2000 + short } };
    return undefined;
  }
  const named = atoms[at - 1]?.text === "year";
  const n = digits(atom, 5);
  if (n === undefined) return spokenYear(atoms, at);
  if (!named && atom.text.length < 4) return undefined;
  const next = atoms[at + 1];
  if (next?.joined && (next.kind === "letters" || next.text === ":" || next.text === "%")) return undefined;
  // "31 October 2017 Women protest": behind a month a capital begins something new.
  const dated = next?.capital === true && vocabulary.classes.get("month")?.has(atoms[at - 1]?.text ?? "");
  if (notYears.has(next?.text ?? "") && !dated) return undefined;
  return { to: at + 1, fields: { year: n } };
};

/** A year that stands alone: it must look like one and like nothing else. */
export const bareYear: Reader = (atoms, at) => {
  const atom = atoms[at]!;
  const before = atom.breaks ? undefined : atoms[at - 1];
  if (atom.text === "'" && !(before && yearSignals.has(before.text))) return undefined;
  if (atom.kind === "letters") return spokenYear(atoms, at);
  const read = year(atoms, at);
  if (!read || atom.text.length > 4) return undefined;
  const n = read.fields.year!;
  if (afterCurrency(atoms, at) || (before && atom.joined && before.kind === "digits")) return undefined;
  if (atom.joined && before && before.kind === "sign" && /[.:#/+]/.test(before.text)) return undefined;
  if (n >= 1900 && n <= 2100) return read;
  return before && yearSignals.has(before.text) && n >= 1000 && n <= 2100 && n % 100 !== 0 ? read : undefined;
};

/** "The nineties", "the early nineties"; "her thirties" is an age. */
function afterArticle(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1]?.text;
  return (
    before === "the" ||
    ((before === "early" || before === "late" || before === "mid") && atoms[at - 2]?.text === "the")
  );
}

/** "1990s", "1990's", "'90s", "nineties". */
export const decade: Reader = (atoms, at) => {
  const word = vocabulary.classes.get("decade")?.get(atoms[at]!.text)?.decade;
  if (word !== undefined)
    return afterArticle(atoms, at) ? { to: at + 1, fields: { decade: 190 + word / 10 } } : undefined;
  const from = atoms[at]!.text === "'" ? at + 1 : at;
  const atom = atoms[from];
  const n = digits(atom, 4);
  if (n === undefined || n % 10 !== 0 || (atom!.text.length !== 4 && atom!.text.length !== 2))
    return undefined;
  let to = from + 1;
  if (atoms[to]?.text === "'" && atoms[to]!.joined) to++;
  if (atoms[to]?.text !== "s" || !atoms[to]!.joined) return undefined;
  if (n >= 1000 && n % 100 === 0) return { to: to + 1, fields: { century: n / 100 + 1 } };
  return { to: to + 1, fields: { decade: n >= 1000 ? n / 10 : (n >= 20 ? 190 : 200) + n / 10 } };
};
