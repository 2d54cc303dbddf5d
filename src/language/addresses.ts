import { isWordCharacter } from "./characters.js";
import { readList } from "./word-lists.js";

const endings = new Set(readList("address-endings.txt"));
// Every repetition has a bound, so that no text costs more than a fixed number of steps a character.
const withScheme = /(?:https?|ftp|file):\/\/|www\.|mailto:/iy;
const mail = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/y;
const host = /[\w#%~-]{1,63}(?:\.[\w#%~-]{1,63}){1,8}/y;
const newsgroup = /^[a-z]{2,20}(?:\.[a-z-]{1,20}){2,6}$/;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The end of `text` from `start` to `end` without the punctuation that closes the sentence around it. */
function withoutTrailingPunctuation(text: string, start: number, end: number): number {
  const closing = text.slice(start, end).includes("(") ? ".,;:!?'\"”’>]}…" : ".,;:!?'\"”’>]}…)";
  let i = end;
  while (i > start && closing.includes(text[i - 1]!)) i--;
  return i;
}

/**
 * The end of the web address, e-mail address, host name or file name that begins at `at` in a written token
 * that ends at `end`; -1 where none begins there.
 */
export function endOfAddress(text: string, at: number, end: number): number {
  if (matchEnd(withScheme, text, at) > 0) return withoutTrailingPunctuation(text, at, end);
  const mailEnd = matchEnd(mail, text, at);
  if (mailEnd > 0) return Math.min(mailEnd, end);
  const hostEnd = matchEnd(host, text, at);
  if (hostEnd < 0 || hostEnd > end) return -1;
  const labels = text.slice(at, hostEnd);
  if (!endings.has(labels.slice(labels.lastIndexOf(".") + 1).toLowerCase())) {
    return newsgroup.test(labels) ? hostEnd : -1;
  }
  if (hostEnd < end && isWordCharacter(text, hostEnd)) return -1;
  return text[hostEnd] === "/" && hostEnd < end ? withoutTrailingPunctuation(text, at, end) : hostEnd;
}
