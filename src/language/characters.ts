/** What a character is to word splitting. Marks and invisible format characters go with the letters they stand at. */
export const Kind = { Space: 1, Letter: 2, Digit: 3, Symbol: 4 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

const known = new Uint8Array(0x10000);

function kindOf(character: string): Kind {
  if (/[\s\p{Cc}\u200b]/u.test(character)) return Kind.Space;
  if (/\p{Nd}/u.test(character)) return Kind.Digit;
  return /[\p{L}\p{M}\p{N}\p{Cf}]/u.test(character) ? Kind.Letter : Kind.Symbol;
}

/** The kind of the character at `at`; for the second half of a surrogate pair, that of the pair. */
export function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  let kind = known[unit]!;
  if (kind !== 0) return kind as Kind;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const first = unit >= 0xdc00 && at > 0 ? at - 1 : at;
    const point = text.codePointAt(first)!;
    return point > 0xffff ? kindOf(String.fromCodePoint(point)) : Kind.Symbol;
  }
  kind = kindOf(text[at]!);
  known[unit] = kind;
  return kind as Kind;
}

/** True for a letter or a digit. */
export function isWordCharacter(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.Letter || kind === Kind.Digit;
}

/** True for the apostrophe and the marks that are typed for it. */
export function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0xb4 || unit === 0x2018;
}

/** True for a letter that has a small twin and is not it. */
export function isCapital(text: string, at: number): boolean {
  const character = text[at];
  return character !== undefined && character !== character.toLowerCase();
}
