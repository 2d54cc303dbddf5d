import type { Analysis, Sentence } from "../language/analysis.js";
import type { Span } from "../record/span.js";

/** The sentence in which `span` starts; undefined outside all sentences. Sentences stand in text order. */
export function sentenceAt(analysis: Analysis, span: Span): Sentence | undefined {
  let low = 0;
  let high = analysis.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = analysis.sentences[middle]!;
    if (span.start < sentence.start) high = middle - 1;
    else if (span.start >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return undefined;
}
