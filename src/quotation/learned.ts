import type { Analysis, UniversalTag, Word } from "../language/analysis.js";
import type { WordRange } from "./attribution.js";

/** What the language model takes for one attribution: a cue with the source and the contents that hang on it. */
export interface LearnedAttribution {
  /** First and one past the last word of the cue, and its main word; absent where the model saw none near by. */
  readonly cue?: { readonly first: number; readonly last: number; readonly word: Word };
  /** Of several that hang on the cue the nearest. */
  readonly source?: WordRange;
  /** Inside one paragraph each, none before the cue's, at least one. */
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
  const lastIn = new Map(analysis.sentences.map((s) => [s.paragraph, s.last - 1]));
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
    .sort(([a], [b]) => a - b)
    .flatMap(([, { cue, sources, content, cueConfidence, contentConfidence }]) => {
      const own = cue ? content.filter(([first]) => reaches(analysis, lastIn, cue[0], first)) : content;
      if (own.length === 0) return [];
      const source = cue ? nearest(sources, cue) : sources[0];
      return {
        ...(cue ? { cue: { first: cue[0], last: cue[1], word: topOf(analysis, cue) } } : {}),
        ...(source ? { source } : {}),
        content: own,
        confidence: Math.min(cueConfidence, contentConfidence),
      };
    });
}

/**
 * True where what begins at word `first` may be the cue's: it stands in the cue's paragraph, or in a later one that it
 * opens or that a colon leads into.
 * @param lastIn the last word of each paragraph
 */
function reaches(
  analysis: Analysis,
  lastIn: ReadonlyMap<number, number>,
  cue: number,
  first: number,
): boolean {
  const { words } = analysis;
  const own = paragraphOf(analysis, cue);
  const here = paragraphOf(analysis, first);
  if (here <= own) return here === own;
  let before = first - 1;
  while (words[before]!.upos === "PUNCT" && paragraphOf(analysis, before) === here) before--;
  return paragraphOf(analysis, before) !== here || words[lastIn.get(own)!]!.form === ":";
}

/** True where a cue stands in a paragraph behind that of a word: it is somebody else's. */
export function comesLate(analysis: Analysis, cue: number, word: number): boolean {
  return paragraphOf(analysis, cue) > paragraphOf(analysis, word);
}

function paragraphOf({ words, sentences }: Analysis, word: number): number {
  return sentences[words[word]!.sentence]!.paragraph;
}

/** The range nearest to a cue, the one before it where two are as near; ranges side by side ("Mr.", "Obama") are one. */
function nearest(ranges: readonly WordRange[], cue: WordRange): WordRange | undefined {
  const distance = ([first, last]: WordRange) => (last <= cue[0] ? cue[0] - last : first - cue[1]);
  const joined: WordRange[] = [];
  for (const [first, last] of ranges) {
    const before = joined.at(-1);
    if (before?.[1] === first) joined[joined.length - 1] = [before[0], last];
    else joined.push([first, last]);
  }
  return joined.reduce<WordRange | undefined>(
    (best, range) => (best && distance(best) <= distance(range) ? best : range),
    undefined,
  );
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

function withinParagraphs(analysis: Analysis, [first, last]: WordRange): WordRange[] {
  const out: [number, number][] = [];
  let paragraph = -1;
  for (let i = first; i < last; i++) {
    const here = paragraphOf(analysis, i);
    if (here === paragraph) out.at(-1)![1] = i + 1;
    else out.push([i, i + 1]);
    paragraph = here;
  }
  return out.filter(([from, to]) => analysis.words.slice(from, to).some((w) => !EMPTY.has(w.upos)));
}
