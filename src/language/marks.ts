import { isApostrophe, isWordCharacter, Kind, kindAt } from "./characters.js";
import { readList } from "./word-lists.js";

const emoticons = new Set(readList("emoticons.txt"));
const emoticonStarts = new Set([...emoticons].map((e) => e[0]!));
const longestEmoticon = Math.max(...[...emoticons].map((e) => e.length));

/** Marks that make one word with others of their own kind: "--", "====", "<<". */
const repeated = new Set("-–—=*_~+<>|#•·");

/**
 * The end of the punctuation mark or symbol at `start`, which is neither letter, digit nor blank; `end` is the
 * end of the written token.
 */
export function endOfMark(text: string, start: number, end: number): number {
  const mark = text[start]!;
  const emoticon = endOfEmoticon(text, start, end);
  if (emoticon > 0) return emoticon;
  if (mark === "." || mark === "!" || mark === "?") return endOfStops(text, start, end);
  if (mark === "…") return text[start + 1] === "." && start + 1 < end ? start + 2 : start + 1;
  if (isApostrophe(text, start)) return endOfQuote(text, start, end);
  if ((mark === "#" || mark === "@") && start + 1 < end && kindAt(text, start + 1) === Kind.Letter)
    return endOfTag(text, start, end);
  if (repeated.has(mark)) {
    let i = start + 1;
    while (i < end && text[i] === mark) i++;
    return i;
  }
  return endOfSymbol(text, start, end);
}

/** True for ":)" and its like. */
export function isEmoticon(form: string): boolean {
  return emoticons.has(form);
}

/** The end of the emoticon or arrow at `start`, or 0. */
function endOfEmoticon(text: string, start: number, end: number): number {
  if (!emoticonStarts.has(text[start]!)) return 0;
  for (let to = Math.min(end, start + longestEmoticon); to > start + 1; to--) {
    if (emoticons.has(text.slice(start, to)) && (to >= end || !isWordCharacter(text, to))) return to;
  }
  return 0;
}

/** "...", "?!" and ".?" are one word each; "...?" and "!..." are two. */
function endOfStops(text: string, start: number, end: number): number {
  let dots = start;
  while (dots < end && text[dots] === ".") dots++;
  if (dots - start > 1) return dots;
  let i = start + 1;
  while (i < end && ".!?".includes(text[i]!) && !(text[i] === "." && text[i + 1] === ".")) i++;
  return i;
}

/** One quotation mark, or two single ones that stand for a double one. */
function endOfQuote(text: string, start: number, end: number): number {
  const twice = start + 1 < end && isApostrophe(text, start + 1);
  if (twice) return start + 2;
  if (start > 0 && isWordCharacter(text, start - 1)) return start + 1;
  // "'90s" and "’72"
  let i = start + 1;
  while (i < end && kindAt(text, i) === Kind.Digit) i++;
  if (i - start !== 3) return start + 1;
  if (text[i] === "s" && i < end) i++;
  return i < end && isWordCharacter(text, i) ? start + 1 : i;
}

function endOfTag(text: string, start: number, end: number): number {
  let i = start + 1;
  while (i < end && (isWordCharacter(text, i) || text[i] === "_")) i++;
  return i;
}

/** One character, with the marks and joined characters that make one picture with it. */
function endOfSymbol(text: string, start: number, end: number): number {
  let i = start;
  for (;;) {
    i += text.codePointAt(i)! > 0xffff ? 2 : 1;
    // No mark or joiner stands before U+0300, nor any other character that most text has.
    if (!(i < end && text.charCodeAt(i) >= 0x300)) return Math.min(i, end);
    while (i < end && /^[\p{M}\p{Emoji_Modifier}]/u.test(text.slice(i, i + 2))) {
      i += text.codePointAt(i)! > 0xffff ? 2 : 1;
    }
    if (text[i] !== "\u200d" || i + 1 >= end) return Math.min(i, end);
    i++;
  }
}
