export type MarkStyle = "double" | "single" | "guillemet";

/** A quotation mark as it stands: its style, the side that its shape says, and its length in code units. */
export interface Mark {
  readonly style: MarkStyle;
  readonly side: "open" | "close" | "either";
  readonly length: number;
}

/** What stands around a mark, and whether a quotation of its style is open there. */
export interface Surroundings {
  readonly afterOpening: boolean;
  readonly afterWord: boolean;
  readonly beforeWord: boolean;
  readonly beforeSpace: boolean;
  readonly isOpen: boolean;
}

const MARKS = new Map<number, Mark>();
const declare = (characters: string, style: MarkStyle, side: Mark["side"]): void => {
  for (const c of characters) MARKS.set(c.charCodeAt(0), { style, side, length: 1 });
};
declare("“„‟〝", "double", "open");
declare("”〞", "double", "close");
declare('"″＂', "double", "either");
declare("«", "guillemet", "open");
declare("»", "guillemet", "close");
declare("‘‚‛`‹", "single", "open");
declare("’›", "single", "close");
declare("'", "single", "either");
/** Two apostrophes that stand for one double mark. */
export const DOUBLED_APOSTROPHE: Mark = { style: "double", side: "either", length: 2 };
const DOUBLED_GRAVE: Mark = { style: "double", side: "open", length: 2 };

export const APOSTROPHE = 0x27;
const GRAVE = 0x60;

export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b);
}

export function isWordCharacter(code: number): boolean {
  if (code < 0x80)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !MARKS.has(code)
  );
}

/** Brackets, dashes and slashes, after which a quotation may open without a space. */
export function opensAfter(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x7b ||
    code === 0x2f ||
    code === 0x2d ||
    (code >= 0x2012 && code <= 0x2015)
  );
}

/** The mark at a place of the text, two apostrophes or graves read as one double mark. */
export function markAt(text: string, at: number, end: number): Mark | undefined {
  const code = text.charCodeAt(at);
  const mark = MARKS.get(code);
  if (mark?.style !== "single" || at + 1 >= end || text.charCodeAt(at + 1) !== code) return mark;
  if (code === APOSTROPHE) return DOUBLED_APOSTROPHE;
  return code === GRAVE ? DOUBLED_GRAVE : mark;
}
