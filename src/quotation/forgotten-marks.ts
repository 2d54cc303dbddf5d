import type { Analysis } from "../language/analysis.js";
import type { Cues } from "./cues.js";
import type { Quotation } from "./marks.js";

const FINITE = new Set(["VBD", "VBZ", "VBP"]);
/** Words between the comma that ends the speech and its cue: a name with its title. */
const FARTHEST = 12;

/**
 * Quotations that somebody forgot to close ("“The talks are over, the envoy said.") end before the clause that names
 * the speaker: at a comma with a finite word of saying, and no other verb, behind it. Those that go on in the next
 * paragraph stay as they are.
 */
export function closeForgotten(
  analysis: Analysis,
  quotations: readonly Quotation[],
  cues: Cues,
): readonly Quotation[] {
  if (quotations.every((q) => q.closed)) return quotations;
  const continued = new Set(quotations.map((q) => q.goesOnFrom));
  let at = 0;
  return quotations.map((q) => {
    if (q.closed || q.parent >= 0 || continued.has(q.index)) return q;
    const { words } = analysis;
    while (at < words.length && words[at]!.start < q.inner.start) at++;
    for (let i = at; i < words.length && words[i]!.start < q.inner.end; i++) {
      if (words[i]!.form !== "," || !namesSpeaker(analysis, cues, i + 1)) continue;
      const { end } = words[i]!;
      return { ...q, inner: { start: q.inner.start, end }, outer: { start: q.outer.start, end } };
    }
    return q;
  });
}

/** True where the words from `first` on are a subject and a finite cue, or the other way round. */
function namesSpeaker({ words }: Analysis, cues: Cues, first: number): boolean {
  const sentence = words[first]?.sentence;
  for (let i = first; i < Math.min(words.length, first + FARTHEST); i++) {
    const word = words[i]!;
    if (word.sentence !== sentence || word.form === "," || word.upos === "SCONJ" || word.upos === "CCONJ")
      return false;
    if (word.upos !== "VERB" && word.upos !== "AUX") continue;
    const next = words[i + 1];
    const ends =
      !next || next.sentence !== sentence || next.upos === "PUNCT" || next.upos === "ADP" || i === first;
    return (
      FINITE.has(word.xpos) && ends && (cues.verbs.get(word.lemma.toLowerCase())?.has("clause") ?? false)
    );
  }
  return false;
}
