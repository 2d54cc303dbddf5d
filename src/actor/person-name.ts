import { genderOfFirstName } from "../knowledge/first-names.js";
import { fold } from "../knowledge/fold.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis } from "../language/analysis.js";
import type { Hit } from "./hits.js";
import { formsOf } from "./modifiers.js";

/** A name's words without titles, hyphens and initials' dots. */
export function tokensOf(analysis: Analysis, hit: Hit): string[] {
  const { men, women } = referenceWords();
  return analysis.words
    .slice(hit.first, hit.last)
    .filter((w) => w.upos !== "PUNCT" && w.xpos !== "POS")
    .map((w) => fold(w.form))
    .filter(
      (form, i, all) => !(all.length > 1 && i === 0 && (men.has(form) || women.has(form) || form === "dr.")),
    );
}

export function nameOf(analysis: Analysis, hit: Hit): string {
  const { words } = analysis;
  const { men, women } = referenceWords();
  let { first, last } = hit;
  while (last - first > 1 && (words[last - 1]!.xpos === "POS" || words[last - 1]!.upos === "PUNCT")) last--;
  const form = fold(words[first]!.form);
  if (last - first > 1 && form.endsWith(".") && (men.has(form) || women.has(form) || form === "dr.")) first++;
  return formsOf(analysis, { first, last }).replace(/\s+/g, " ");
}

/** True where all of `part` stand in `whole`. */
export function holds(whole: readonly string[], part: readonly string[]): boolean {
  return part.length <= whole.length && part.every((token) => whole.includes(token));
}

/** A name's last word, or its first two words' first: Chinese and Korean names put the family first. */
export function isFamilyName(tokens: readonly string[], token: string): boolean {
  return tokens.at(-1) === token || tokens[0] === token;
}

/** The gender of a first name: of the first word, and of the rest where the family name comes first ("Xi Jinping"). */
export function genderOfName(tokens: readonly string[]): "m" | "f" | undefined {
  if (tokens.length < 2) return undefined;
  return genderOfFirstName(tokens[0]!) ?? genderOfFirstName(tokens.slice(1).join("-"));
}

/** What "Mr.", "Queen" or "spokeswoman" before a name, or within it, tells of the person's gender. */
export function genderAt(analysis: Analysis, hit: Hit): "m" | "f" | undefined {
  const { men, women } = referenceWords();
  const from = Math.max(analysis.sentences[analysis.words[hit.first]!.sentence]!.first, hit.first - 3);
  for (let i = hit.first; i >= from; i--) {
    const form = analysis.words[i]!.form.toLowerCase();
    if (men.has(form)) return "m";
    if (women.has(form)) return "f";
    if (i < hit.first && analysis.words[i]!.upos === "PUNCT") return undefined;
  }
  return undefined;
}
