import { isMonth } from "./dates.js";
import { lazy, readKnowledge } from "./knowledge.js";

interface BylinesFile {
  readonly openings: readonly string[];
  readonly credits: readonly string[];
  readonly "credit-ends": readonly string[];
  readonly "role-ends": readonly string[];
  readonly "role-openings": readonly string[];
  readonly particles: readonly string[];
  readonly "outlet-words": readonly string[];
  readonly agencies: readonly string[];
}

/** The word lists of `knowledge/report/bylines.yaml`. */
export const bylineWords = lazy(() => {
  const file = readKnowledge<BylinesFile>("bylines.yaml");
  const alternatives = (phrases: readonly string[]) =>
    [...phrases].sort((a, b) => b.length - a.length).join("|");
  return {
    opening: new RegExp(`^(?:${alternatives(file.openings)})\\b:?\\s+`, "i"),
    credit: new RegExp(`^[\\s(—–-]*(?:${alternatives(file.credits)})\\b:?\\s*`, "i"),
    creditAtEnd: new RegExp(`\\b(?:${alternatives(file["credit-ends"])})\\.?$`, "i"),
    roleEnds: new Set(file["role-ends"]),
    roleOpenings: new Set(file["role-openings"]),
    particles: new Set(file.particles),
    outletWords: new Set(file["outlet-words"]),
    agencies: new Set(file.agencies.map((name) => name.toLowerCase())),
  };
});

const lower = (word: string) => word.toLowerCase().replace(/[.,:;]+$/, "");

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

const isNameWord = (word: string): boolean =>
  /^(?:\p{Ll}{2,3}-)?\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(word) &&
  !/\.\p{Lu}?\p{Ll}/u.test(word) &&
  !isMonth(word);

/** True for two to five words that are written like a person's name. */
export function isPersonName(text: string): boolean {
  const words = wordsOf(text);
  const { particles, roleEnds } = bylineWords();
  if (words.length < 2 || words.length > 5 || text.length > 60) return false;
  if (roleEnds.has(lower(words.at(-1)!))) return false;
  let capitals = 0;
  for (const word of words) {
    if (isNameWord(word)) capitals++;
    else if (!particles.has(word.toLowerCase())) return false;
  }
  return capitals >= 2 && isNameWord(words[0]!) && isNameWord(words.at(-1)!);
}

/** True where a role such as "Senior Diplomatic Correspondent" is all that `text` holds, by its last word. */
export function isRole(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 9) return false;
  const { roleEnds } = bylineWords();
  // "Correspondent in Vienna", "Editor, Asia": the role word may be followed by its place.
  const place = words.findIndex((word) => /^(?:in|at|for)$/i.test(word));
  const last = words[(place > 0 ? place : words.length) - 1]!;
  return roleEnds.has(lower(last)) || roleEnds.has(lower(words[0]!));
}

/** True for a known agency, an Internet name, or a name with a word such as "Times" in it. */
export function isOutletName(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 8 || text.length > 60) return false;
  const { agencies, outletWords } = bylineWords();
  if (agencies.has(text.toLowerCase())) return true;
  // "CNN Business", "BBC Monitoring"
  if (/^\p{Lu}{2,}$/u.test(words[0]!) && agencies.has(words[0]!.toLowerCase())) return true;
  if (!/^[\p{Lu}\d@]/u.test(text) && !/^\p{L}[\p{L}\d]+\.\p{L}{2,4}$/u.test(text)) return false;
  if (words.length === 1 && /^@?[\p{L}\d-]{2,}(?:\.\p{L}{2,6}){1,2}$/u.test(text) && !/\.$/.test(text))
    return true;
  const capitals = words.every(
    (word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:of|and|the|for|&|de|la)$/.test(word),
  );
  return capitals && words.some((word) => outletWords.has(lower(word)));
}
