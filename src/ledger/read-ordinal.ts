import { loadVocabulary } from "../time/vocabulary.js";

/** The number of "19th" and "nineteenth", in lower case; undefined for what is no ordinal. */
export function readOrdinal(word: string): number | undefined {
  const figures = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  return figures ? Number(figures[1]) : loadVocabulary().ordinals.get(word);
}
