import type { Atom } from "./atoms.js";
import { afterCurrency, digits, type Read, type Reader, wordList } from "./read.js";
import { loadVocabulary } from "./vocabulary.js";

const vocabulary = loadVocabulary();
const suffixes = wordList("ordinal-suffix");
const vague = wordList("vague");

/** An ordinal number, "third" or "3rd". */
export const nth: Reader = (atoms, at) => {
  const atom = atoms[at]!;
  const n = digits(atom, 2);
  if (n !== undefined) {
    const next = atoms[at + 1];
    return next?.joined && suffixes.has(next.text) ? { to: at + 2, fields: {}, number: n } : undefined;
  }
  const tens = vocabulary.numbers.get(atom.text);
  if (tens !== undefined && tens >= 20 && tens <= 90) {
    const ones = vocabulary.ordinals.get(atoms[at + 1]?.text ?? "");
    return ones !== undefined && ones < 10 ? { to: at + 2, fields: {}, number: tens + ones } : undefined;
  }
  const word = vocabulary.ordinals.get(atom.text);
  return word === undefined ? undefined : { to: at + 1, fields: {}, number: word };
};

export const digit: Reader = (atoms, at) => {
  const n = digits(atoms[at], 1);
  return n === undefined || !atoms[at]!.joined ? undefined : { to: at + 1, fields: {}, number: n };
};

/** A number of units: "two", "21", "twenty-one", "2 1/2", "a hundred", "a few", "several". */
export const count: Reader = (atoms, at) => {
  const whole = wholeCount(atoms, at);
  const n = whole?.fields.count;
  if (whole === undefined || typeof n !== "number") return whole;
  const half = ["and", "a", "half"].every((text, i) => atoms[whole.to + i]?.text === text);
  return half ? { to: whole.to + 3, fields: { count: n + 0.5 } } : whole;
};

const wholeCount: Reader = (atoms, at) => {
  const atom = atoms[at]!;
  if (atom.kind === "digits") {
    if (afterCurrency(atoms, at)) return undefined;
    let n = Number(atom.text.replaceAll(",", ""));
    if (Number.isNaN(n)) return undefined;
    let to = at + 1;
    if (atoms[to + 1]?.text === "/" && digits(atoms[to], 1) && digits(atoms[to + 2], 1)) {
      n += Number(atoms[to]!.text) / Number(atoms[to + 2]!.text);
      to += 3;
    } else if (atoms[to]?.text === "\u00bd") {
      n += 0.5;
      to++;
    }
    return { to, fields: { count: n } };
  }
  if (atom.text === "a" || atom.text === "an") {
    const next = atoms[at + 1]?.text ?? "";
    if (next === "few" || next === "couple" || next === "dozen") {
      const to = atoms[at + 2]?.text === "of" ? at + 3 : at + 2;
      return { to, fields: { count: next === "dozen" ? 12 : "X" } };
    }
    const big = vocabulary.numbers.get(next);
    if (big !== undefined && big >= 100) return { to: at + 2, fields: { count: big } };
    return { to: at + 1, fields: { count: 1 } };
  }
  if (vague.has(atom.text)) {
    if (atom.text === "some" && atoms[at + 1]) {
      const exact = atoms[at + 1]!.kind === "digits" ? wholeCount(atoms, at + 1) : numberWords(atoms, at + 1);
      if (exact) return exact;
    }
    return { to: atoms[at + 1]?.text === "of" ? at + 2 : at + 1, fields: { count: "X" } };
  }
  return numberWords(atoms, at);
};

/** Words of the longest number that is read ("two hundred and twenty-one thousand"). */
const LONGEST = 8;

function numberWords(atoms: readonly Atom[], at: number): Read | undefined {
  let total = 0;
  let part = 0;
  let to = at;
  for (; to < atoms.length && to < at + LONGEST; to++) {
    const n = vocabulary.numbers.get(atoms[to]!.text);
    if (n === undefined) break;
    if (n >= 1000) {
      total += (part || 1) * n;
      part = 0;
    } else if (n === 100) part = (part || 1) * 100;
    else if (part % 10 !== 0 || (part % 100 !== 0 && n >= 10)) break;
    else part += n;
  }
  return to === at ? undefined : { to, fields: { count: total + part } };
}
