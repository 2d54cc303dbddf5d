import type { Span } from "../record/span.js";

/** Every place where `text` has `words`; where it has none, every place where it has them in other capitals. */
export function occurrences(text: string, words: string): Span[] {
  if (words === "") return [];
  const exact = all(text, words);
  if (exact.length > 0) return exact;
  const lower = text.toLowerCase();
  // Lower case may be longer than upper in some scripts; offsets would be wrong there.
  return lower.length === text.length ? all(lower, words.toLowerCase()) : [];
}

function all(text: string, words: string): Span[] {
  const out: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    out.push({ start: at, end: at + words.length });
  }
  return out;
}
