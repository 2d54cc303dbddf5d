import type { Analysis } from "../language/analysis.js";
import type { WordRange } from "./attribution.js";

/** True where the words of a range are speech and not a word or a title in marks: a finite verb, or many words. */
export function isSpeechLike(analysis: Analysis, range: WordRange): boolean {
  const { words } = analysis;
  let count = 0;
  let capitals = 0;
  let finite = false;
  for (let i = range[0]; i < range[1]; i++) {
    const word = words[i]!;
    if (word.upos === "PUNCT") continue;
    count++;
    if (/^[\p{Lu}\p{N}]/u.test(word.form)) capitals++;
    finite ||= ["VBD", "VBZ", "VBP", "MD"].includes(word.xpos);
  }
  if (count === 0) return false;
  const first = words[range[0]]!;
  const title =
    capitals * 3 >= count * 2 &&
    count <= 12 &&
    count > 1 &&
    !words.slice(range[0], range[1]).some((w) => w.xpos === ".");
  if (title) return false;
  const closing = words[range[1] - 1]!;
  const ends = closing.upos === "PUNCT" && ",.!?".includes(closing.form);
  const opens = /^\p{Lu}/u.test(first.form);
  return (finite && count >= 3) || count >= 10 || (ends && opens);
}
