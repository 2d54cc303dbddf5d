import { fold } from "../knowledge/fold.js";
import { overlaps, type Span } from "../record/span.js";

/** All places where whole words stand in a text, however its lines are broken. */
export function occurrences(text: string, words: string): Span[] {
  const literal = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  if (literal === "") return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu");
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}

export function overlapAny(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => overlaps(one, other)));
}

/** How much two sets of spans share of both together (Dice's coefficient over code units), 0 to 1. */
export function shareOf(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let shared = 0;
  for (const one of a)
    for (const other of b)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  const all = length(a) + length(b);
  return all === 0 ? 0 : (2 * shared) / all;
}

const LITTLE = new Set(["the", "of", "a", "an", "and", "to", "in", "its", "for"]);

/** The words of a phrase that mean something, folded, without plural endings. */
export function mainWords(phrase: string): Set<string> {
  const words = fold(phrase).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !LITTLE.has(word)).map((word) => word.replace(/s$/, "")));
}

/** True where two phrases share a word that means something. */
export function shareWord(a: string, b: string): boolean {
  const words = mainWords(a);
  return [...mainWords(b)].some((word) => words.has(word));
}
