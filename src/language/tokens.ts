import type { Span } from "../record/span.js";
import { endOfAddress } from "./addresses.js";
import { isWordCharacter, Kind, kindAt } from "./characters.js";
import { splitClitics } from "./clitics.js";
import { splitListed } from "./listed-words.js";
import { endOfMark } from "./marks.js";
import { endOfWrittenWord } from "./written-words.js";

/**
 * Splits `text` from `start` to `end`, one paragraph, into the syntactic words of Universal Dependencies, as the
 * English treebanks EWT and GUM do (https://universaldependencies.org/en/): "don't" is "do" and "n't",
 * "short-range" is three words, "U.S." is one. Spans are in UTF-16 code units. Words stand in text order, do not
 * overlap and together cover every character but white space and control characters. Linear in the text's length.
 */
export function splitWords(text: string, start: number, end: number): Span[] {
  const words: Span[] = [];
  let i = start;
  while (i < end) {
    if (kindAt(text, i) === Kind.Space) {
      i++;
      continue;
    }
    let to = i;
    let letters = true;
    for (let kind: Kind; to < end; to++) {
      kind = kindAt(text, to);
      if (kind === Kind.Space) break;
      if (kind !== Kind.Letter) letters = false;
    }
    if (!letters) splitToken(text, i, to, end, words);
    else if (!splitListed(text, i, to, words)) words.push({ start: i, end: to });
    i = to;
  }
  return words;
}

/** Splits one written token, `text` from `start` to `end` without blanks; `limit` is the end of the paragraph. */
function splitToken(text: string, start: number, end: number, limit: number, words: Span[]): void {
  const addresses = mayHoldAddress(text, start, end);
  let i = start;
  while (i < end) {
    const listed = splitListed(text, i, end, words);
    if (listed) {
      i = listed;
      continue;
    }
    let to = addresses ? endOfAddress(text, i, end) : -1;
    if (to > i) words.push({ start: i, end: to });
    else if (isWordCharacter(text, i) || beginsNumber(text, i, start, end)) {
      to = endOfWrittenWord(text, isWordCharacter(text, i) ? i : i + 1, end, limit);
      splitClitics(text, i, to, words);
    } else {
      to = endOfMark(text, i, end);
      words.push({ start: i, end: to });
    }
    i = to;
  }
}

/** True for the sign of "+44" and the point of ".5" at the start of a written token or after its currency. */
function beginsNumber(text: string, at: number, start: number, end: number): boolean {
  const mark = text[at];
  const opens = at === start || text[at - 1] === "$" || text[at - 1] === "(";
  return opens && (mark === "+" || mark === ".") && at + 1 < end && kindAt(text, at + 1) === Kind.Digit;
}

/** False where no web address, e-mail address or file name can be in the token, which is nearly always. */
function mayHoldAddress(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end - 1; i++) {
    const mark = text[i];
    if (mark === "@" || ((mark === "." || mark === "/") && text[i + 1] !== ".")) return true;
  }
  return false;
}
