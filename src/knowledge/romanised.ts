import { referenceWords } from "./reference.js";
import { readTable } from "./table.js";

const VOWELS = /[aeiou]+/g;
const TWICE = /(.)\1+/g;

let sounds: { readonly pattern: RegExp; readonly of: ReadonlyMap<string, string> } | undefined;

/** True for words of a name (folded) that are no name by themselves ("al", "bin", "van"). */
export function isParticle(word: string): boolean {
  return referenceWords().nameParticles.has(word);
}

/** A family name (folded) as it sounds, however it is put into Latin letters: "qaddafi" and "kadhafi" are alike. */
export function soundOfFamily(name: string): string {
  const { pattern, of } = loadSounds();
  return name.replace(pattern, (letters) => of.get(letters)!).replace(TWICE, "$1");
}

/** The first sound of a name (folded), roughly: names that sound alike begin alike. */
export function initialOf(name: string): string {
  const first = name[0] ?? "";
  return INITIALS.get(first) ?? first;
}

/** First letters that may stand for one sound, by what they are put together under. */
const INITIALS: ReadonlyMap<string, string> = new Map(
  ["kqct", "pf", "dzj", "vw", "aeiouyh"].flatMap((letters) => [...letters].map((l) => [l, letters] as const)),
);

/**
 * The words of a full name (folded) as they sound, without articles and whichever the vowels: "omar al-bashir" and "omer
 * bashir" are alike. Undefined where too little is left to tell people apart.
 */
export function soundOfName(words: readonly string[]): string | undefined {
  const kept = words
    .flatMap((w) => w.split("-"))
    .filter((w) => w !== "" && !referenceWords().nameParticles.has(w));
  const parts = kept.map((word) => soundOfFamily(word).replace(VOWELS, "a"));
  return parts.length > 1 && parts.join("").length >= LEAST ? parts.join(" ") : undefined;
}

const LEAST = 7;

function loadSounds() {
  if (sounds) return sounds;
  const of = new Map(
    readTable("romanisation.tsv", ["written", "sound"]).map((row) => [row.written, row.sound]),
  );
  const longest = [...of.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longest.map((letters) => letters.replace(".", "\\.")).join("|"), "g");
  sounds = { pattern, of };
  return sounds;
}
