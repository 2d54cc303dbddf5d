import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";
import { boundAfter, boundBefore } from "./bound.js";
import { changeOf } from "./change.js";
import { countedBy, measuredWith, phraseOf } from "./counted.js";
import { headOf, isCount, isNumber, numberTags } from "./is-count.js";
import type { Bound, Quantity, QuantityKind } from "./quantity.js";
import { isHyphen, joined, lower, type NumberRead, readNumber } from "./read-number.js";
import { readCurrency, readUnit, unitOf } from "./read-unit.js";
import { listed, loadVocabulary, type Unit } from "./vocabulary.js";

const { kinds } = loadVocabulary();
const suffer = listed("suffer");

/**
 * Finds the numbers of a report that count or measure something, in text order, none overlapping another or an
 * expression of time. What a number counts comes from the tree. Pure and linear in the words.
 */
export function findQuantities(_report: Report, analysis: Analysis, times: readonly When[]): Quantity[] {
  const { words } = analysis;
  const tags = numberTags(analysis);
  const found: Found[] = [];
  let time = 0;
  let free = 0;
  for (let at = 0; at < words.length; ) {
    while (times[time] && times[time]!.end <= words[at]!.start) time++;
    const limit = analysis.sentences[words[at]!.sentence]!.last;
    const dated = times[time] && times[time]!.start < words[at]!.end;
    const read = dated ? undefined : readAt(analysis, at, limit);
    if (read && (read.unit || isCount(analysis, read, tags))) {
      found.push(
        bounded(analysis, read, Math.max(free, analysis.sentences[words[at]!.sentence]!.first), limit),
      );
      free = found[found.length - 1]!.to;
    }
    at = read ? read.to : at + 1;
  }
  const measured = new Map<number, Word | undefined>();
  return found.map((f) => recordOf(analysis, times, f, measured));
}

/** A number with its unit: words from `from` up to `to`, exclusive. */
interface Read extends NumberRead {
  readonly unit?: Unit;
  readonly from: number;
  readonly to: number;
  readonly range: boolean;
}

interface Found extends Read {
  readonly bound: Bound;
}

function readAt(analysis: Analysis, at: number, limit: number): Read | undefined {
  const { words } = analysis;
  const one = readOne(analysis, at, limit);
  if (!one) return undefined;
  const between = lower(words, at - 1) === "between";
  const join = lower(words, one.to);
  const hyphen = isHyphen(join);
  const joins = hyphen || join === "to" || join === "or" || (between && join === "and");
  const other = joins && one.high !== undefined ? readOne(analysis, one.to + 1, limit) : undefined;
  if (!other || other.high === undefined) return accepted(analysis, one) ? one : undefined;
  // "$10 to $15 million": the second number's million is the first one's too.
  const scaled = one.scale === 1 && other.scale > 1 && one.low < other.low / other.scale;
  const low = scaled ? one.low * other.scale : one.low;
  const agree = !one.unit || !other.unit || one.unit.name === other.unit.name;
  if (
    low < other.low &&
    agree &&
    accepted(analysis, other) &&
    (hyphen || between || join === "or" || isRange(analysis, one, other))
  ) {
    const unit = one.unit ?? other.unit;
    return {
      ...other,
      low,
      high: other.low,
      ...(unit ? { unit } : {}),
      first: one.first,
      from: one.from,
      range: true,
    };
  }
  // "10-7", "1-1": a score.
  return hyphen
    ? { ...other, from: at, low: 0, first: one.first, range: false }
    : accepted(analysis, one)
      ? one
      : undefined;
}

/** "10 to 15 people" against "rose to 45", "from 30 to 45": the first has a noun of its own or none at all. */
function isRange(analysis: Analysis, one: Read, other: Read): boolean {
  if (lower(analysis.words, one.from - 1) === "from") return false;
  const a = headOf(analysis, one.from, one.to);
  const b = headOf(analysis, other.from, other.to);
  if (a.head === b.index || b.head === a.index) return true;
  return a.head === b.head && relation(b) !== "obl" && relation(a) !== "obj";
}

const accepted = (analysis: Analysis, read: Read): boolean => isNumber(analysis, read, read.to);

function readOne(analysis: Analysis, at: number, limit: number): Read | undefined {
  const { words } = analysis;
  if (at >= limit) return undefined;
  const currency = readCurrency(words, at);
  const first = currency ? currency.last : at;
  const number = readNumber(words, first, limit, currency !== undefined);
  if (!number) return undefined;
  const own = { ...number, from: at, to: number.last, range: false };
  if (currency) return { ...own, unit: { name: currency.code, measures: "money" } };
  if (number.suffix !== undefined) {
    const unit = unitOf(number.suffix);
    return unit ? { ...own, unit } : undefined;
  }
  const behind = unitBehind(words, number, limit);
  return behind ? { ...own, unit: behind.unit, to: behind.last } : own;
}

function unitBehind(words: readonly Word[], number: NumberRead, limit: number) {
  const { last } = number;
  if (number.high === undefined && lower(words, last) === "of") return readUnit(words, last + 1, limit);
  const unit = readUnit(words, last, limit);
  if (!number.fraction) return unit;
  // "half a mile", "a quarter of a million"; "half of a share" is no share.
  const article = lower(words, last) === "of" ? last + 1 : last;
  const form = lower(words, article);
  return form === "a" || form === "an" ? readUnit(words, article + 1, limit) : unit;
}

function bounded(analysis: Analysis, read: Read, from: number, limit: number): Found {
  const { words } = analysis;
  const start = read.range && lower(words, read.from - 1) === "between" ? read.from - 1 : read.from;
  const article = start > from && isArticle(lower(words, start - 1)) ? start - 1 : start;
  const before = boundBefore(words, article, from) ?? boundBefore(words, start, from);
  if (before) return { ...read, from: before.first, bound: before.bound };
  const after = boundAfter(words, read.to, limit);
  if (after) return { ...read, from: start, to: after.last, bound: after.bound };
  return { ...read, from: start, bound: read.high === undefined ? "vague" : "exact" };
}

const isArticle = (form: string) => form === "a" || form === "an" || form === "the";

function recordOf(
  analysis: Analysis,
  times: readonly When[],
  found: Found,
  measured: Map<number, Word | undefined>,
): Quantity {
  const { words } = analysis;
  const { unit } = found;
  const head = headOf(analysis, found.range ? headStart(analysis, found) : found.first, found.to);
  const amount = unit ? headWithUnit(analysis, found) : head;
  // "770 kilometers (about 500 miles)": the second measures what the first does.
  const above = governor(analysis, amount);
  const same =
    unit &&
    above &&
    measured.has(above.index) &&
    (relation(amount) === "appos" || relation(amount) === "conj" || relation(amount) === "nmod");
  const word = same
    ? measured.get(above.index)
    : unit
      ? measuredWith(analysis, amount, found.to)
      : countedBy(analysis, head, found.to);
  measured.set(amount.index, word);
  const outside = word && (word.index < found.from || word.index >= found.to) ? word : undefined;
  return {
    kind: "quantity",
    start: words[found.from]!.start,
    end: words[found.to - 1]!.end,
    low: found.low,
    ...(found.high === undefined ? {} : { high: found.high }),
    unit: unit?.name ?? (found.fraction ? "share" : "count"),
    bound: found.bound,
    measures: unit?.measures ?? (found.fraction ? "share" : kindOf(analysis, found, outside)),
    ...(outside ? { of: phraseOf(analysis, outside, found.to) } : {}),
    ...changeOf(analysis, times, amount),
    by: ruleOf(found),
  };
}

/** The second number of a range carries the arcs where the first hangs from it. */
function headStart(analysis: Analysis, found: Found): number {
  return Math.min(found.first, headOf(analysis, found.first, found.to).index);
}

function headWithUnit(analysis: Analysis, found: Found): Word {
  return headOf(analysis, sign(analysis, found), found.to);
}

/** The first word of the amount, its currency sign included. */
function sign(analysis: Analysis, { first }: Found): number {
  const before = analysis.words[first - 1];
  return before && (before.upos === "SYM" || before.xpos === "$") && joined(analysis.words, first)
    ? first - 1
    : first;
}

/** What befell those whom a number counts comes before what they are: "killed 12 soldiers"; a tank is only a tank. */
function kindOf(analysis: Analysis, found: Found, word: Word | undefined): QuantityKind {
  if (!word) return "count";
  const own = kinds.get(word.lemma.toLowerCase());
  if (own === "weapons") return own;
  return fateOf(analysis, found, word) ?? described(analysis, word) ?? own ?? "count";
}

/** "12 people were killed", "killed 12 people", "12 people died". */
function fateOf(analysis: Analysis, found: Found, word: Word): QuantityKind | undefined {
  // In "tens of thousands of people fled" the number stands where the people would.
  const holds = (index: number) => index >= found.from && index < found.to;
  let subject = word;
  while (holds(subject.head)) subject = analysis.words[subject.head]!;
  const verb = governor(analysis, subject);
  if (!verb) return undefined;
  const role = relation(subject);
  const bare = children(analysis, subject).every((c) => c.deprel !== "case" || holds(c.index));
  const suffers =
    subject.deprel === "nsubj:pass" ||
    role === "obj" ||
    (role === "obl" && bare) ||
    (role === "nsubj" && suffer.has(verb.lemma));
  return suffers ? kinds.get(verb.lemma.toLowerCase()) : undefined;
}

/** "527 people injured": what a participle or adjective behind the noun tells of it. */
function described(analysis: Analysis, word: Word): QuantityKind | undefined {
  for (let i = word.index + 1; i <= word.index + 2; i++) {
    const next = analysis.words[i];
    if (next?.head === word.index && (relation(next) === "acl" || relation(next) === "amod"))
      return kinds.get(next.lemma.toLowerCase());
  }
  return undefined;
}

function ruleOf({ unit, range, fraction, high }: Found): string {
  const form = range ? "range" : high === undefined ? "vague plural" : fraction ? "fraction" : "number";
  return unit ? `${form} of ${unit.measures}` : form;
}
