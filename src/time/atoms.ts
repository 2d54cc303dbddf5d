import type { Analysis } from "../language/analysis.js";

/**
 * The smallest pieces that patterns of time see: runs of letters, numbers, single signs. Words are cut further here
 * ("2017-02-13", "10:35", "1990s") and hyphens inside words are left out ("third-quarter"), so that a pattern does
 * not depend on how the words were split.
 */
export interface Atom {
  /** In lower case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the word it stands in. */
  readonly word: number;
  readonly kind: "letters" | "digits" | "sign";
  /** True where the text writes its first letter as a capital. */
  readonly capital: boolean;
  /** True where no space stands before it. */
  readonly joined: boolean;
  /** True where a new paragraph begins with it. */
  readonly breaks: boolean;
}

const LETTERS = 1;
const DIGITS = 2;
const SIGN = 3;

function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGITS;
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0) {
    return code >= 0x2010 && code <= 0x206f ? SIGN : LETTERS;
  }
  return SIGN;
}

const KINDS = { [LETTERS]: "letters", [DIGITS]: "digits", [SIGN]: "sign" } as const;
const APOSTROPHES = new Set(["\u2018", "\u2019", "`"]);
const HYPHENS = new Set(["-", "\u2010", "\u2011", "\u2013"]);

/** The atoms of an analysis, in text order. */
export function atomsOf(analysis: Analysis): Atom[] {
  const { text, words } = analysis;
  const atoms: Atom[] = [];
  let end = -1;
  let paragraph = -1;
  for (const word of words) {
    const here = analysis.sentences[word.sentence]?.paragraph ?? 0;
    let breaks = here !== paragraph;
    paragraph = here;
    let at = word.start;
    while (at < word.end) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      let to = at + 1;
      if (kind !== SIGN) while (to < word.end && kindOf(text.charCodeAt(to)) === kind) to++;
      if (kind === DIGITS) to = endOfNumber(text, to, word.end);
      const joined = at === end;
      const written = text.slice(at, to);
      // Kept between digits, where it is part of a date or a range.
      const hidden = joined && HYPHENS.has(written) && !(isDigit(text, at - 1) && isDigit(text, to));
      if (!hidden || to >= text.length || text.charCodeAt(to) <= 32) {
        atoms.push({
          text: APOSTROPHES.has(written) ? "'" : written.toLowerCase(),
          start: at,
          end: to,
          word: word.index,
          kind: KINDS[kind as 1 | 2 | 3],
          capital: code >= 65 && code <= 90,
          joined,
          breaks,
        });
      }
      breaks = false;
      end = to;
      at = to;
    }
  }
  return atoms;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Takes in groups of three digits and decimals: "1,998", "2.5". */
function endOfNumber(text: string, from: number, limit: number): number {
  let end = from;
  while (end + 1 < limit && (text[end] === "," || text[end] === ".") && isDigit(text, end + 1)) {
    let to = end + 1;
    while (to < limit && isDigit(text, to)) to++;
    if (text[end] === "," && to - end !== 4) break;
    end = to;
  }
  return end;
}
