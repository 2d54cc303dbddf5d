import { referenceWords } from "../knowledge/reference.js";
import type { Analysis } from "../language/analysis.js";

/** True for the subject of a verb that takes a person or body ("Karzai said"). */
export function isActing(analysis: Analysis, index: number): boolean {
  const { deprel, head } = analysis.words[index]!;
  const over = analysis.words[head];
  return (
    deprel === "nsubj" && over !== undefined && referenceWords().actorVerbs.has(over.lemma.toLowerCase())
  );
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
      w.deprel !== "nmod:desc" &&
      (w.head === index
        ? w.deprel === "flat" || w.deprel === "compound"
        : word.head === w.index && word.deprel === "flat"),
  );
}
