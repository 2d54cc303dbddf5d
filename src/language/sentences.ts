import type { Span } from "../record/span.js";
import { neverEndsSentence } from "./abbreviations.js";
import { isCapital, isWordCharacter, Kind, kindAt } from "./characters.js";
import { isEmoticon } from "./marks.js";
import { Side, sidesOf } from "./quotation-marks.js";
import { readList } from "./word-lists.js";

const openers = new Set(readList("sentence-openers.txt"));
const stop = /^[.!?…]+$/;
const closingMark = /^[,;:%]/;

/** What a sentence start needs from the model where the marks and capitals suggest one, and where they do not. */
const enough = { suggested: 0.1, unsuggested: 0.5 };

/**
 * The sentences of one paragraph: indices in `words` (the paragraph's words, in order) of each sentence's first word,
 * ascending, 0 first; empty for no words. Punctuation that closes a quotation or a bracket stays with the sentence
 * before it. Where the text leaves no doubt the rules decide; elsewhere `boundaryProbability`, for each word how likely
 * it starts a sentence (0 to 1), or without it what the marks and capitals suggest. Linear in the number of words.
 */
export function splitSentences(
  words: readonly Span[],
  text: string,
  boundaryProbability?: Float32Array,
): number[] {
  if (words.length === 0) return [];
  const starts = [0];
  const sides = sidesOf(words, text);
  for (let i = 1; i < words.length; i++) {
    if (!mayStart(words, text, sides, i)) continue;
    const end = lastBeforeClosing(words, text, sides, i);
    if (isEnumerator(words, text, starts.at(-1)!, end)) continue;
    const suggested = suggestsStart(words, text, end, i);
    const probability = boundaryProbability?.[i];
    const starting =
      probability === undefined
        ? suggested
        : probability >= (suggested ? enough.suggested : enough.unsuggested);
    if (starting) starts.push(i);
  }
  return starts;
}

/** False where no sentence can begin at word `i`: inside a written token, at a closing mark, after "Mr.". */
function mayStart(words: readonly Span[], text: string, sides: readonly Side[], i: number): boolean {
  const word = words[i]!;
  const before = words[i - 1]!;
  if (sides[i] === Side.Closes || sides[i - 1] === Side.Opens) return false;
  const form = text.slice(word.start, Math.min(word.end, word.start + 4));
  if (closingMark.test(form) || isEmoticon(form) || (stop.test(form) && form.length < 2)) return false;
  const formBefore = text.slice(Math.max(before.start, before.end - 12), before.end);
  if (before.end === word.start && sides[i - 1] !== Side.Closes && !/[.!?…]$/.test(formBefore)) return false;
  if (before.end === word.start && !isWordCharacter(text, word.start) && sides[i] !== Side.Opens)
    return false;
  if (formBefore.length < 2 || !formBefore.endsWith(".") || !neverEndsSentence(formBefore)) return true;
  // "plan B. The" is no initial.
  return formBefore.length === 2 && isOpener(words[i]!, text);
}

/** True for a word that begins sentences and no names, with a capital letter. */
function isOpener(word: Span, text: string): boolean {
  return isCapital(text, word.start) && openers.has(text.slice(word.start, word.end).toLowerCase());
}

/** The last word before `i` that is no closing quotation mark or bracket and no ":)". */
function lastBeforeClosing(words: readonly Span[], text: string, sides: readonly Side[], i: number): number {
  const closes = (word: number) =>
    sides[word] === Side.Closes || isEmoticon(text.slice(words[word]!.start, words[word]!.end));
  let end = i - 1;
  while (end > 0 && closes(end)) end--;
  return end;
}

/** True where the period at `end` belongs to the number or letter that the sentence from `first` begins with: "2. Sanctions". */
function isEnumerator(words: readonly Span[], text: string, first: number, end: number): boolean {
  if (end !== first + 1 || text[words[end]!.start] !== ".") return false;
  const { start, end: to } = words[first]!;
  return to - start === 1
    ? isWordCharacter(text, start)
    : to - start === 2 && kindAt(text, start) === Kind.Digit;
}

/** True where word `end` ends a sentence by its look and word `i` begins one. */
function suggestsStart(words: readonly Span[], text: string, end: number, i: number): boolean {
  const form = text.slice(words[end]!.start, words[end]!.end);
  const first = words[i]!.start;
  const small = kindAt(text, first) === Kind.Letter && !isCapital(text, first);
  if (stop.test(form)) {
    // "." before a small letter ends a sentence only with a blank between, "..." and a closing quotation mark do not.
    return (
      !small || (end === i - 1 && !/^(?:\.\.|…)/.test(form) && (words[end]!.end < first || form !== "."))
    );
  }
  return /.\.$/s.test(form) && isOpener(words[i]!, text);
}
