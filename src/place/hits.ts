import type { Analysis, Word } from "../language/analysis.js";
import { gazetteer, type Place, placeKey } from "./gazetteer.js";

/** A stretch of words that is a name in the gazetteer. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly places: readonly Place[];
}

/** Longest names first, left to right, none overlapping; a name begins with a capital letter. */
export function findHits(analysis: Analysis): Hit[] {
  const { words, sentences } = analysis;
  const { lookUp, longest } = gazetteer();
  const hits: Hit[] = [];
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const hit = isCapital(words[i]!.form) ? hitAt(words, i, sentence.last, lookUp, longest) : undefined;
      if (hit) hits.push(hit);
      i = hit ? hit.last : i + 1;
    }
  }
  return hits;
}

function hitAt(
  words: readonly Word[],
  first: number,
  end: number,
  lookUp: (key: string) => readonly Place[],
  longest: number,
): Hit | undefined {
  let key = "";
  let best: Hit | undefined;
  let pieces = 0;
  for (let i = first; i < end && pieces < longest; i++) {
    const { form } = words[i]!;
    if (form === "-" || form === "–" || form === "," || form === "/") {
      if (i === first) return undefined;
      continue;
    }
    if (form === "'s" || form === "’s") break;
    const piece = placeKey(form);
    key = key === "" ? piece : `${key} ${piece}`;
    pieces++;
    const places = lookUp(key);
    const fits = places.length > 0 && (isCapital(form) || /^[a-z]/.test(places[0]!.name) || pieces > 1);
    if (fits) best = { first, last: i + 1, places };
  }
  return best;
}

export function isCapital(form: string): boolean {
  const first = form[0] ?? "";
  return first !== first.toLowerCase();
}

/** The word of a stretch that the others hang from: the last one whose governor lies outside. */
export function topOf(analysis: Analysis, first: number, last: number): Word {
  for (let i = last - 1; i >= first; i--) {
    const word = analysis.words[i]!;
    if ((word.head < first || word.head >= last) && word.upos !== "PUNCT") return word;
  }
  return analysis.words[last - 1]!;
}
