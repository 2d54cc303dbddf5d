import { readFileSync } from "node:fs";
import { lazy } from "./knowledge.js";

const LIST = new URL("../../knowledge/report/function-words.tsv", import.meta.url);

const languages = lazy(() => {
  const lines = readFileSync(LIST, "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name, words] = line.split("\t") as [string, string];
      return { name, words: new Set(words.split(" ")) };
    });
});

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Chinese or Japanese", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Korean", /\p{Script=Hangul}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Armenian", /\p{Script=Armenian}/gu],
  ["Georgian", /\p{Script=Georgian}/gu],
];

/** Characters that are looked at: enough to tell, and the same cost for any length. */
const SAMPLE = 20_000;

/** "U.S.": its letters are words of other languages. */
const ABBREVIATIONS = /(?<!\p{L})(?:\p{L}\.){2,}/gu;

/** True where at least half of the letters are Latin ones. */
function isMostlyLatin(sample: string): boolean {
  let plain = 0;
  let others = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code > 0x7f) others++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) plain++;
  }
  // Where plain letters outweigh all else, that need not be looked at.
  if (plain >= others) return true;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

/**
 * Says in what language a text seems to be where that is not English ("a text in German", "a text in the Cyrillic
 * script"); undefined where it is English or too short to tell.
 *
 * Measured on news: English has 18 to 45 such words in a hundred, and lists of headings as few as three; so a text
 * counts as foreign where another language's words are commoner in it than the English ones, or under two in a hundred.
 */
export function foreignLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  if (!isMostlyLatin(sample)) {
    const letters = sample.match(/\p{L}/gu)!.length;
    const counts = SCRIPTS.map(([name, script]) => ({ name, count: sample.match(script)?.length ?? 0 }));
    const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
    return most.count * 3 > letters
      ? `a text in ${most.name} script`
      : "a text in another script than the Latin one";
  }
  const words =
    sample
      .toLowerCase()
      .replace(ABBREVIATIONS, " ")
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 8) return undefined;
  const shares = languages().map(({ name, words: list }) => {
    let hits = 0;
    for (const word of words) if (list.has(word)) hits++;
    return { name, share: hits / words.length };
  });
  const english = shares[0]!.share;
  const best = shares.slice(1).reduce((a, b) => (b.share > a.share ? b : a));
  // A few words say little: a short text must look clearly foreign.
  if (words.length < 25)
    return best.share > 0.25 && best.share > english * 2 ? `a text in ${best.name}` : undefined;
  if (best.share > english) return `a text in ${best.name}`;
  return english < 0.02 ? "a text with hardly any English function words" : undefined;
}
