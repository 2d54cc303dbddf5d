import { periodBelongs } from "./abbreviations.js";
import { isApostrophe, isCapital, isWordCharacter, Kind, kindAt } from "./characters.js";
import { endOfHyphenated } from "./hyphens.js";
import { readList } from "./word-lists.js";

const units = new Set(readList("units.txt"));
const longestAbbreviation = 12;

/**
 * The end of the written word or number that begins at `start`, clitics included; `end` is the end of the
 * written token, `limit` that of the paragraph. The character at `start` is a letter or a digit.
 */
export function endOfWrittenWord(text: string, start: number, end: number, limit: number): number {
  let i = start;
  for (;;) {
    const unit = startOfUnit(text, start, i, end);
    if (unit > 0) return unit;
    while (i < end && isWordCharacter(text, i)) i++;
    if (i >= end) return i;
    const joined = endOfJoint(text, start, i, end, limit);
    if (joined <= 0) return -joined || i;
    i = joined;
  }
}

/**
 * What the mark at `at` does to the word from `start`: the place to read on from where it joins, the negative
 * of the word's end where it closes the word and belongs to it, 0 where the word ends before it.
 */
function endOfJoint(text: string, start: number, at: number, end: number, limit: number): number {
  const mark = text[at]!;
  const before = kindAt(text, at - 1);
  const after = at + 1 < end ? kindAt(text, at + 1) : Kind.Space;
  const digits = before === Kind.Digit && after === Kind.Digit;
  const inside = after === Kind.Letter || after === Kind.Digit;
  if (isApostrophe(text, at)) return after === Kind.Letter ? at + 1 : 0;
  switch (mark) {
    case ".":
      return endOfPeriod(text, start, at, end, limit);
    case ",":
      return digits && isThousands(text, at, end) ? at + 4 : 0;
    case ":":
    case "/":
      return digits ? at + 1 : 0;
    case "-":
      return Math.max(0, endOfHyphenated(text, start, at, end));
    case "&":
      return after === Kind.Letter && before === Kind.Letter && isShort(text, start, at, end) ? at + 1 : 0;
    case "_":
    case "@":
      return inside ? at + 1 : 0;
    case "*":
      return before === Kind.Letter && after === Kind.Letter ? at + 1 : 0;
    case "$":
      return at - start <= 2 && isCapital(text, start) && isCapital(text, at - 1) ? -(at + 1) : 0;
    default:
      return 0;
  }
}

function endOfPeriod(text: string, start: number, at: number, end: number, limit: number): number {
  const after = at + 1 < end ? kindAt(text, at + 1) : Kind.Space;
  if (after === Kind.Digit) return kindAt(text, at - 1) === Kind.Digit ? at + 1 : 0;
  const form = text.slice(Math.max(start, at - longestAbbreviation), at);
  const segment = form.slice(form.lastIndexOf(".") + 1);
  if (after === Kind.Letter) {
    if (/^(?:\p{L}|Ph)$/u.test(segment) && isShortSegment(text, at + 1, end)) return at + 1;
    return isCapital(text, at + 1) && periodBelongs(form, text, at, limit) ? -(at + 1) : 0;
  }
  if (form.includes(".") && !/^\p{L}{1,2}$/u.test(segment)) return 0;
  return periodBelongs(form, text, at, limit) ? -(at + 1) : 0;
}

/** True where one or two letters begin at `at`, as in "U.S" and "p.m": what goes on an initialism. */
function isShortSegment(text: string, at: number, end: number): boolean {
  let to = at;
  while (to < end && to - at < 3 && isWordCharacter(text, to)) to++;
  return to - at < 3;
}

/** True where three digits and no fourth follow the comma. */
function isThousands(text: string, at: number, end: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) if (i >= end || kindAt(text, i) !== Kind.Digit) return false;
  return at + 4 >= end || kindAt(text, at + 4) !== Kind.Digit;
}

/** "AT&T" and "P&L", not "Simon&Schuster". */
function isShort(text: string, start: number, at: number, end: number): boolean {
  let to = at + 1;
  while (to < end && to - at <= 4 && kindAt(text, to) === Kind.Letter) to++;
  return at - start <= 3 && to - at - 1 <= 3;
}

/** Where a unit begins in the digits and letters from `i` ("km" of "5km", "p.m." of "5p.m."), or 0. */
function startOfUnit(text: string, start: number, i: number, end: number): number {
  if (kindAt(text, start) !== Kind.Digit || i >= end) return 0;
  if (kindAt(text, i) !== Kind.Digit && (i === start || kindAt(text, i - 1) !== Kind.Digit)) return 0;
  let from = i;
  while (from < end && kindAt(text, from) === Kind.Digit) from++;
  let to = from;
  while (to < end && to - from < 10 && isWordCharacter(text, to)) to++;
  if (from === to) return 0;
  const letters = text.slice(from, to);
  if (units.has(letters)) return from;
  return /^[ap]$/i.test(letters) && /^\.m\b/i.test(text.slice(to, to + 3)) ? from : 0;
}
