import type { Analysis, UniversalTag, Word } from "../language/analysis.js";
import type { WordRange } from "./attribution.js";

/** What the language model takes for one attribution: a cue with the sources and contents that hang on it. */
export interface LearnedAttribution {
  /** First and one past the last word of the cue, and its main word; absent where the model saw none near by. */
  readonly cue?: { readonly first: number; readonly last: number; readonly word: Word };
  readonly sources: readonly WordRange[];
  /** Inside one paragraph each, in text order, at least one. */
  readonly content: readonly WordRange[];
  /** How sure the model is of the cue or of the content, whichever is less; 1 where it does not say. */
  readonly confidence: number;
}

interface Gathered {
  cue?: WordRange;
  readonly sources: WordRange[];
  readonly content: WordRange[];
  cueConfidence: number;
  /** Of the content that the model is surest of. */
  contentConfidence: number;
}

/** Words that say nothing alone: "that" or "the" is a remainder of content and no content. */
const EMPTY = new Set<UniversalTag>(["PUNCT", "DET", "SCONJ", "CCONJ", "ADP", "PART", "AUX"]);

/** The learned spans of an analysis by their cue, in text order of the cues; none where the model does not tell them. */
export function learnedAttributions(analysis: Analysis): readonly LearnedAttribution[] {
  const byCue = new Map<number, Gathered>();
  for (const { role, first, last, cue, confidence = 1 } of analysis.roles ?? []) {
    if (first >= last) continue;
    const key = role === "cue" ? first : cue;
    const entry = byCue.get(key) ?? { sources: [], content: [], cueConfidence: 1, contentConfidence: 0 };
    byCue.set(key, entry);
    if (role === "cue") {
      entry.cue = [first, last];
      entry.cueConfidence = confidence;
    } else if (role === "source") entry.sources.push([first, last]);
    else {
      entry.content.push(...withinParagraphs(analysis, [first, last]));
      entry.contentConfidence = Math.max(entry.contentConfidence, confidence);
    }
  }
  return [...byCue]
    .filter(([, { content }]) => content.length > 0)
    .sort(([a], [b]) => a - b)
    .map(([, { cue, sources, content, cueConfidence, contentConfidence }]) => ({
      ...(cue ? { cue: { first: cue[0], last: cue[1], word: topOf(analysis, cue) } } : {}),
      sources,
      content,
      confidence: Math.min(cueConfidence, contentConfidence),
    }));
}

/** The word of a range that the others hang on: of several the first that is no function word, else the first. */
export function topOf({ words }: Analysis, [first, last]: WordRange): Word {
  const tops: Word[] = [];
  for (let i = first; i < last; i++) {
    const { head } = words[i]!;
    if (head < first || head >= last) tops.push(words[i]!);
  }
  return tops.find((w) => ["VERB", "NOUN", "PROPN", "PRON", "ADJ"].includes(w.upos)) ?? tops[0]!;
}

function withinParagraphs({ words, sentences }: Analysis, [first, last]: WordRange): WordRange[] {
  const out: [number, number][] = [];
  let paragraph = -1;
  for (let i = first; i < last; i++) {
    const here = sentences[words[i]!.sentence]!.paragraph;
    if (here === paragraph) out.at(-1)![1] = i + 1;
    else out.push([i, i + 1]);
    paragraph = here;
  }
  return out.filter(([from, to]) => words.slice(from, to).some((w) => !EMPTY.has(w.upos)));
}
