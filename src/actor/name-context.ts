import { genderOfFirstName } from "../knowledge/first-names.js";
import { fold } from "../knowledge/fold.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { NameEntry } from "../knowledge/names.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis } from "../language/analysis.js";
import { isPersonal } from "./titles.js";

/** True for the subject of a verb that takes a person or body ("Karzai said"), in a headline too ("Karzai to meet ..."). */
export function isActing(analysis: Analysis, index: number): boolean {
  const { words } = analysis;
  const { deprel, head } = words[index]!;
  const { actorVerbs } = referenceWords();
  const over = words[head];
  if (deprel === "nsubj") return over !== undefined && actorVerbs.has(over.lemma.toLowerCase());
  const infinitive = words[index + 1]?.lemma === "to" ? words[index + 2] : undefined;
  return deprel === "root" && infinitive?.upos === "VERB" && actorVerbs.has(infinitive.lemma.toLowerCase());
}

/** True where the words around are in capitals too, so that "US" may be "us". */
export function isShouted(analysis: Analysis, index: number): boolean {
  const around = [analysis.words[index - 1], analysis.words[index + 1]];
  return around.some(
    (w) => w !== undefined && w.form.length > 1 && w.form === w.form.toUpperCase() && /\p{L}/u.test(w.form),
  );
}

/** True where a capitalised word stands right beside it, as part of some longer name. */
export function isJoined(analysis: Analysis, index: number): boolean {
  const { words } = analysis;
  const word = words[index]!;
  return [words[index - 1], words[index + 1]].some(
    (w) =>
      w?.upos === "PROPN" &&
      // "Equifax Equifax": a caption before a sentence.
      w.form !== word.form &&
      w.deprel !== "nmod:desc" &&
      (w.head === index
        ? w.deprel === "flat" || w.deprel === "compound"
        : word.head === w.index && word.deprel === "flat"),
  );
}

/** The word of a stretch whose governor lies outside it; the last such word. */
export function topOf(analysis: Analysis, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) {
    const { head, upos } = analysis.words[i]!;
    if ((head < first || head >= last) && upos !== "PUNCT") return i;
  }
  return last - 1;
}

/** "The Foreign Secretary", "Iraqi Foreign Minister": an office in capitals, which the tagger took for a person's name. */
export function isOffice(
  { words }: Analysis,
  lexicon: Knowledge["lexicon"],
  first: number,
  last: number,
  covered: readonly unknown[],
): boolean {
  let start = first;
  while (start < last && (words[start]!.upos === "DET" || covered[start])) start++;
  if (start === last) return words[first]?.upos === "DET";
  const state = lexicon.names(words, start, last).find(({ values }) => values.some(isAdjective));
  start = state?.last ?? start;
  const the = state !== undefined || words[start - 1]?.form.toLowerCase() === "the";
  const role = start < last ? lexicon.roles(words, start, last)[0] : undefined;
  const portfolio = ["for", "of"].includes(words[last]?.form ?? "");
  return role?.last === last && (the || last - start > 1 || portfolio);
}

/** Where a person's name begins whose stretch of words has titles at its head ("President Trump"). */
export function afterTitle(
  { words }: Analysis,
  lexicon: Knowledge["lexicon"],
  first: number,
  last: number,
): number {
  let at = first;
  for (;;) {
    const role = at < last ? lexicon.roles(words, at, last)[0] : undefined;
    if (!role || role.last === last) return at;
    const isTitle =
      words[role.last - 1]!.deprel === "nmod:desc" ||
      (role.values.some(isPersonal) && genderOfFirstName(fold(words[at]!.form)) === undefined);
    if (!isTitle) return at;
    at = role.last;
  }
}

function isAdjective({ kind }: NameEntry): boolean {
  return kind === "adjective";
}
