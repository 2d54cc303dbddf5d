/** Articles that one transliteration writes and another leaves out: "al Hasakah", "Hassakeh". */
const ARTICLES: ReadonlySet<string> = new Set(
  "al el ul il ar as ash at ath az an ad adh ed er es ez ou the".split(" "),
);

/** Letters that stand for the same sound in one transliteration or another, in the order in which they are replaced. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ""],
  [/tch|tsh|ch/g, "c"],
  [/dzh|dj|zh|j/g, "j"],
  [/gh/g, "g"],
  [/qh?|kh|x|ck/g, "k"],
  [/sch|sh/g, "s"],
  [/ph/g, "f"],
  [/dh/g, "d"],
  [/th/g, "t"],
  [/(?<=[aeiou])y+(?=[aeiou])/g, "j"],
  // Vowels are two: those with "o", "u" or "w", and the others.
  [/[aeiy]*[ouw][aeiouyw]*/g, "o"],
  [/[aeiy]+/g, "a"],
  [/h+$/, ""],
  [/ah/g, "a"],
  [/(.)\1+/g, "$1"],
  [/(?<=.)a$/, ""],
];

/**
 * What the transliterations of a name from another script have in common: "hasak" for Hasaka, Al Hasakah and Hassakeh.
 * `key` is a name as `placeKey` writes its words. `training/places/geonames.js` does the same for the list.
 */
export function transliterationKey(key: string): string {
  const words = key.split(" ");
  const kept = words.filter((word) => !ARTICLES.has(word));
  let letters = (kept.length > 0 ? kept : words).join("");
  for (const [from, to] of SAME) letters = letters.replace(from, to);
  return letters;
}
