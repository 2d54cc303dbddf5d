const LETTERS = /^[A-Za-z. ]+$/;
const PLAIN = /^[\x20-\x7e]*$/;

/** A word as names are looked up: lower case, without accents, curly apostrophes straight. */
export function fold(form: string): string {
  if (PLAIN.test(form)) return form.toLowerCase();
  return form
    .replace(/[’‘]/g, "'")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l");
}

/**
 * A name as the words that a Universal Dependencies tokenizer makes of it, in their own letter case: parted at
 * spaces, hyphens, slashes, commas and brackets (which are left out), "'s" on its own.
 */
export function rawPiecesOfName(name: string): string[] {
  if (LETTERS.test(name)) return name.split(" ");
  return name
    .replace(/[’‘]/g, "'")
    .replace(/'s(?= |$)/g, " 's")
    .replace(/s'(?= |$)/g, "s '")
    .split(/[\s\-–/,()]+/)
    .filter((piece) => piece !== "");
}

/** A name's words, in the several ways in which tokenizers part it: "Al-Qaeda" is one word or two. */
export function splitsOfName(name: string): string[][] {
  const bare = name.startsWith("the ") ? name.slice(4) : name;
  return bare.includes("-") ? [rawPiecesOfName(bare), bare.split(" ")] : [rawPiecesOfName(bare)];
}

/** The first word of a name, folded; where tokenizers part it in two ways, both first words. */
export function firstKeysOfName(name: string): string | readonly string[] {
  const bare = name.startsWith("the ") ? name.slice(4) : name;
  if (LETTERS.test(bare)) {
    const space = bare.indexOf(" ");
    return (space < 0 ? bare : bare.slice(0, space)).toLowerCase();
  }
  const keys = splitsOfName(bare).map((pieces) => fold(pieces[0] ?? ""));
  return keys[0] === keys[1] ? keys[0]! : keys;
}
