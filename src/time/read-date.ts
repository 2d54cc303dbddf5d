import type { Atom } from "./atoms.js";
import { digits, type Reader, wordList, wordOf } from "./read.js";
import { type Holiday, loadVocabulary } from "./vocabulary.js";

const suffixes = wordList("ordinal-suffix");
const notDays = wordList("not-a-year-before");
const bareSignals = wordList("bare-after");
const ambiguous = wordList("ambiguous");

const monthName = wordOf("month");
const monthShort = wordOf("month-short", true);
const weekdayName = wordOf("weekday");
const weekdayShort = wordOf("weekday-short", true);

export const month: Reader = (atoms, at) => monthName(atoms, at) ?? monthShort(atoms, at);

/** A short weekday counts only before a date: "Sat" and "Sun" are other words too. */
export const weekday: Reader = (atoms, at) => {
  const full = weekdayName(atoms, at);
  if (full) return full;
  const short = weekdayShort(atoms, at);
  if (!short) return undefined;
  const next = atoms[short.to]?.text === "," ? short.to + 1 : short.to;
  return next < atoms.length && (atoms[next]!.kind === "digits" || month(atoms, next)) ? short : undefined;
};

/** A month without a day or a year: "May" and "March" need a word before them that makes them a time. */
export const bareMonth: Reader = (atoms, at) => {
  const read = month(atoms, at);
  if (read && !monthName(atoms, at) && read.to === at + 1) return undefined;
  if (!read || !ambiguous.has(atoms[at]!.text)) return read;
  return afterSignal(atoms, at) ? read : undefined;
};

function afterSignal(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  return before !== undefined && !atoms[at]!.breaks && bareSignals.has(before.text);
}

export const season = wordOf("season");

export const bareSeason: Reader = (atoms, at) => {
  const read = season(atoms, at);
  return read && (!ambiguous.has(atoms[at]!.text) || afterSignal(atoms, at)) ? read : undefined;
};

/** A day of the month, "13" or "13th"; 32 to 99 are read too, to be refused with a reason, if they are written as days. */
export const day: Reader = (atoms, at) => {
  const n = digits(atoms[at], 2);
  if (n === undefined) return undefined;
  const next = atoms[at + 1];
  const suffix = next?.joined && suffixes.has(next.text);
  const to = suffix ? at + 2 : at + 1;
  if (!suffix) {
    if (
      next &&
      ((next.joined && next.text !== "," && next.text !== "." && next.kind === "sign" && !isQuote(next)) ||
        notDays.has(next.text))
    )
      return undefined;
    if (n < 1 || n > 31) {
      const comma = next?.text === "," ? at + 2 : at + 1;
      if (digits(atoms[comma], 4) === undefined || atoms[comma]!.text.length !== 4) return undefined;
    }
  }
  return { to, fields: { day: n }, number: n };
};

function isQuote(atom: Atom): boolean {
  return /^["'\u2018-\u201d)\]_\u2014;:!?/-]$/.test(atom.text);
}

/** "2017-02-13". */
export const isoDate: Reader = (atoms, at) => {
  const [y, dash, m, dash2, d] = atoms.slice(at, at + 5);
  if (y?.text.length !== 4 || dash?.text !== "-" || dash2?.text !== "-" || m?.text.length !== 2)
    return undefined;
  const [year, month, day] = [digits(y, 4), digits(m, 2), digits(d, 2)];
  if (year === undefined || month === undefined || day === undefined || d!.text.length !== 2)
    return undefined;
  return { to: at + 5, fields: { year, month, day } };
};

/** "2/13/2017" or "13.02.2017" where one number can only be the day. */
export const slashDate: Reader = (atoms, at) => {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(atoms[at]!.text);
  const [a, s, b, s2, y] = atoms.slice(at, at + 5);
  const slashed = s?.text === "/" && s2?.text === "/" && y?.text.length === 4;
  if (!dotted && !slashed) return undefined;
  const first = dotted ? Number(dotted[1]) : digits(a, 2);
  const second = dotted ? Number(dotted[2]) : digits(b, 2);
  const year = dotted ? Number(dotted[3]) : digits(y, 4);
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const to = dotted ? at + 1 : at + 5;
  if (first > 12 && second <= 12) return { to, fields: { year, month: second, day: first } };
  if (second > 12 && first <= 12) return { to, fields: { year, month: first, day: second } };
  if (first === second) return { to, fields: { year, month: first, day: first } };
  return undefined;
};

const holidays = new Map<string, Holiday[]>();
for (const holiday of loadVocabulary().holidays) {
  const first = holiday.atoms[0]!;
  holidays.set(
    first,
    [...(holidays.get(first) ?? []), holiday].sort((a, b) => b.atoms.length - a.atoms.length),
  );
}

export const holiday: Reader = (atoms, at) => {
  if (!atoms[at]!.capital) return undefined;
  for (const candidate of holidays.get(atoms[at]!.text) ?? []) {
    if (candidate.atoms.every((text, i) => atoms[at + i]?.text === text)) {
      return { to: at + candidate.atoms.length, fields: { holiday: candidate.name } };
    }
  }
  return undefined;
};

/** The first words of the holidays' names. */
export const holidayStarts: readonly string[] = [...holidays.keys()];
