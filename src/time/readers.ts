import type { Atom } from "./atoms.js";
import { type Fields, type Holiday, loadVocabulary } from "./vocabulary.js";

/** What a class found at a place: the atom after it and the fields that it gives. */
export interface Read {
  readonly to: number;
  readonly fields: Fields;
  /** The number read, for classes that a pattern keeps under a field of its choice ({nth:quarter}). */
  readonly number?: number;
}

export type Reader = (atoms: readonly Atom[], at: number) => Read | undefined;

const vocabulary = loadVocabulary();
const list = (name: string) => vocabulary.lists.get(name) ?? new Set<string>();
const capital = list("capital");
const zones = list("zone");
const suffixes = list("ordinal-suffix");
const vague = list("vague");
const notYears = list("not-a-year-before");
const yearSignals = list("year-signal");
const bareSignals = list("bare-after");
const ambiguous = list("ambiguous");
const currency = list("currency");

function digits(atom: Atom | undefined, most: number): number | undefined {
  if (atom?.kind !== "digits" || atom.text.length > most) return undefined;
  const n = Number(atom.text);
  return Number.isInteger(n) ? n : undefined;
}

/** A word of a class of words.yaml; a full stop that belongs to its abbreviation is taken in. */
function wordOf(name: string, abbreviation = false): Reader {
  const words = vocabulary.classes.get(name) ?? new Map<string, Fields>();
  return (atoms, at) => {
    const atom = atoms[at]!;
    const fields = words.get(atom.text);
    if (!fields || (!atom.capital && capital.has(atom.text))) return undefined;
    const stop = abbreviation && atoms[at + 1]?.text === "." && atoms[at + 1]!.joined;
    return { to: stop ? at + 2 : at + 1, fields };
  };
}

const monthName = wordOf("month");
const monthShort = wordOf("month-short", true);
const weekdayName = wordOf("weekday");
const weekdayShort = wordOf("weekday-short", true);

const month: Reader = (atoms, at) => monthName(atoms, at) ?? monthShort(atoms, at);

/** A short weekday counts only before a date: "Sat" and "Sun" are other words too. */
const weekday: Reader = (atoms, at) => {
  const full = weekdayName(atoms, at);
  if (full) return full;
  const short = weekdayShort(atoms, at);
  if (!short) return undefined;
  const next = atoms[short.to]?.text === "," ? short.to + 1 : short.to;
  return next < atoms.length && (atoms[next]!.kind === "digits" || month(atoms, next)) ? short : undefined;
};

/** A month without a day or a year: "May" and "March" need a word before them that makes them a time. */
const bareMonth: Reader = (atoms, at) => {
  const read = month(atoms, at);
  if (read && !monthName(atoms, at) && read.to === at + 1) return undefined;
  if (!read || !ambiguous.has(atoms[at]!.text)) return read;
  return afterSignal(atoms, at) ? read : undefined;
};

function afterSignal(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  return before !== undefined && !atoms[at]!.breaks && bareSignals.has(before.text);
}

const season = wordOf("season");

const bareSeason: Reader = (atoms, at) => {
  const read = season(atoms, at);
  return read && (!ambiguous.has(atoms[at]!.text) || afterSignal(atoms, at)) ? read : undefined;
};

/** A day of the month, "13" or "13th"; 32 to 99 are read too, to be refused with a reason, if they are written as days. */
const day: Reader = (atoms, at) => {
  const n = digits(atoms[at], 2);
  if (n === undefined) return undefined;
  const next = atoms[at + 1];
  const suffix = next?.joined && suffixes.has(next.text);
  const to = suffix ? at + 2 : at + 1;
  if (!suffix) {
    if (
      next &&
      ((next.joined && next.text !== "," && next.text !== "." && next.kind === "sign" && !isQuote(next)) ||
        notYears.has(next.text))
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

/** An ordinal number, "third" or "3rd". */
const nth: Reader = (atoms, at) => {
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

const digit: Reader = (atoms, at) => {
  const n = digits(atoms[at], 1);
  return n === undefined || !atoms[at]!.joined ? undefined : { to: at + 1, fields: {}, number: n };
};

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
const year: Reader = (atoms, at) => {
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
  if (notYears.has(next?.text ?? "")) return undefined;
  return { to: at + 1, fields: { year: n } };
};

/** A year that stands alone: it must look like one and like nothing else. */
const bareYear: Reader = (atoms, at) => {
  const atom = atoms[at]!;
  const before = atom.breaks ? undefined : atoms[at - 1];
  if (atom.text === "'" && !(before && yearSignals.has(before.text))) return undefined;
  if (atom.kind === "letters") return spokenYear(atoms, at);
  const read = year(atoms, at);
  if (!read || atom.text.length > 4) return undefined;
  const n = read.fields.year!;
  if (before && (currency.has(before.text) || (atom.joined && before.kind === "digits"))) return undefined;
  if (atom.joined && before && before.kind === "sign" && /[.:#/+]/.test(before.text)) return undefined;
  if (n >= 1900 && n <= 2100) return read;
  return before && yearSignals.has(before.text) && n >= 1000 && n <= 2100 && n % 100 !== 0 ? read : undefined;
};

/** "1990s", "1990's", "'90s", "nineties". */
const decade: Reader = (atoms, at) => {
  const word = vocabulary.classes.get("decade")?.get(atoms[at]!.text)?.decade;
  if (word !== undefined) return { to: at + 1, fields: { decade: 190 + word / 10 } };
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

/** A number of units: "two", "21", "twenty-one", "2 1/2", "a hundred", "a few", "several". */
const count: Reader = (atoms, at) => {
  const whole = wholeCount(atoms, at);
  const n = whole?.fields.count;
  if (whole === undefined || typeof n !== "number") return whole;
  const half = ["and", "a", "half"].every((text, i) => atoms[whole.to + i]?.text === text);
  return half ? { to: whole.to + 3, fields: { count: n + 0.5 } } : whole;
};

const wholeCount: Reader = (atoms, at) => {
  const atom = atoms[at]!;
  if (atom.kind === "digits") {
    if (currency.has(atoms[at - 1]?.text ?? "")) return undefined;
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

function numberWords(atoms: readonly Atom[], at: number): Read | undefined {
  let total = 0;
  let part = 0;
  let to = at;
  for (; to < atoms.length; to++) {
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

/** "10:35 a.m.", "5 p.m. EST", "1400 GMT", "14:00", "noon". */
const clock: Reader = (atoms, at) => {
  const named = vocabulary.classes.get("moment")?.get(atoms[at]!.text);
  if (named) return { to: at + 1, fields: named };
  const atom = atoms[at]!;
  if (atom.kind !== "digits" || currency.has(atoms[at - 1]?.text ?? "")) return undefined;
  let hour = digits(atom, 2);
  let minute = 0;
  let to = at + 1;
  const colon = atoms[to];
  const after = atoms[to + 1];
  if (hour !== undefined && colon?.text === ":" && colon.joined && after?.joined && after.text.length === 2) {
    minute = digits(after, 2) ?? 60;
    to += 2;
  } else if (hour === undefined && atom.text.length <= 5 && /^\d{1,2}\.\d{2}$/.test(atom.text)) {
    hour = Number(atom.text.split(".")[0]);
    minute = Number(atom.text.split(".")[1]);
  } else if (hour === undefined && atom.text.length === 4 && zones.has(atoms[to]?.text ?? "")) {
    hour = Number(atom.text.slice(0, 2));
    minute = Number(atom.text.slice(2));
  }
  const colons = to === at + 3;
  const half = meridiem(atoms, to);
  if (half) {
    if (hour === undefined || hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.pm ? 12 : 0);
    to = half.to;
  }
  const oclock = atoms[to]?.text === "o" && atoms[to + 1]?.text === "'" && atoms[to + 2]?.text === "clock";
  if (oclock) to += 3;
  const zone = zones.has(atoms[to]?.text ?? "");
  if (!half && !colons && !oclock && !(zone && atom.text.length === 4)) return undefined;
  if (hour === undefined || hour > 24 || minute > 59) return undefined;
  if (zone) to++;
  const text = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { to, fields: { clock: text } };
};

function meridiem(atoms: readonly Atom[], at: number): { to: number; pm: boolean } | undefined {
  const text = atoms[at]?.text;
  if (text === "am" || text === "pm") return { to: at + 1, pm: text === "pm" };
  if ((text !== "a" && text !== "p") || atoms[at + 1]?.text !== "." || atoms[at + 2]?.text !== "m")
    return undefined;
  return { to: atoms[at + 3]?.text === "." ? at + 4 : at + 3, pm: text === "p" };
}

/** "2017-02-13". */
const isoDate: Reader = (atoms, at) => {
  const [y, dash, m, dash2, d] = atoms.slice(at, at + 5);
  if (y?.text.length !== 4 || dash?.text !== "-" || dash2?.text !== "-" || m?.text.length !== 2)
    return undefined;
  const [year, month, day] = [digits(y, 4), digits(m, 2), digits(d, 2)];
  if (year === undefined || month === undefined || day === undefined || d!.text.length !== 2)
    return undefined;
  return { to: at + 5, fields: { year, month, day } };
};

/** "2/13/2017" or "13.02.2017" where one number can only be the day. */
const slashDate: Reader = (atoms, at) => {
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
for (const holiday of vocabulary.holidays) {
  const first = holiday.atoms[0]!;
  holidays.set(
    first,
    [...(holidays.get(first) ?? []), holiday].sort((a, b) => b.atoms.length - a.atoms.length),
  );
}

const holiday: Reader = (atoms, at) => {
  if (!atoms[at]!.capital) return undefined;
  for (const candidate of holidays.get(atoms[at]!.text) ?? []) {
    if (candidate.atoms.every((text, i) => atoms[at + i]?.text === text)) {
      return { to: at + candidate.atoms.length, fields: { holiday: candidate.name } };
    }
  }
  return undefined;
};

/** The classes that patterns.yaml may name. */
export const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["month", month],
  ["bare-month", bareMonth],
  ["weekday", weekday],
  ["season", season],
  ["bare-season", bareSeason],
  ["day", day],
  ["nth", nth],
  ["digit", digit],
  ["year", year],
  ["bare-year", bareYear],
  ["decade", decade],
  ["count", count],
  ["clock", clock],
  ["iso-date", isoDate],
  ["slash-date", slashDate],
  ["holiday", holiday],
  ...["weekdays", "part", "parts", "unit", "units", "single-unit", "unit-short", "deictic", "filler"].map(
    (name): [string, Reader] => [name, wordOf(name, name === "unit-short")],
  ),
]);

/** The atoms that a class can begin with; "0" stands for any number, "'" for an apostrophe. */
export function startsOf(name: string): readonly string[] {
  const words = (list: string) => [...(vocabulary.classes.get(list)?.keys() ?? [])];
  const numbers = [...vocabulary.numbers.keys()];
  switch (name) {
    case "month":
    case "bare-month":
      return [...words("month"), ...words("month-short")];
    case "bare-season":
      return words("season");
    case "weekday":
      return [...words("weekday"), ...words("weekday-short")];
    case "nth":
      return ["0", ...vocabulary.ordinals.keys(), ...numbers];
    case "year":
    case "bare-year":
      return ["0", "'", ...numbers];
    case "decade":
      return ["0", "'", ...words("decade")];
    case "count":
      return ["0", "a", "an", ...vague, ...numbers];
    case "clock":
      return ["0", ...words("moment")];
    case "day":
    case "digit":
    case "iso-date":
    case "slash-date":
      return ["0"];
    case "holiday":
      return [...holidays.keys()];
    default:
      return words(name);
  }
}
