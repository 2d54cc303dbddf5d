import { fold } from "../../knowledge/fold.js";
import type { Report } from "../../report/report.js";
import { shortHash } from "../short-hash.js";
import type { StoryReport } from "./similarity.js";
import { wordsOf } from "./story-terms.js";

const LEADING_WORDS = 400;
const SHINGLE = 5;
/** One stretch in so many is kept. */
const KEPT = 4;
/** Fewer stretches in common may be one quotation. */
const FEWEST_SHARED = 6;
const COPIED = 0.5;

/**
 * Hashes of some stretches of five words of a report's beginning, in rising order: those that are divisible by four, so
 * that reports which share words share hashes (Broder 1997).
 */
export function sketchOf(report: Report): number[] {
  const words = wordsOf(report, "body", LEADING_WORDS).map(fold);
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const hash = shortHash(words.slice(i, i + SHINGLE).join(" "));
    if (hash % KEPT === 0) hashes.add(hash / KEPT);
  }
  return [...hashes].sort((a, b) => a - b);
}

/** True where at least half of what the shorter of two reports says stands in the other, word for word. */
function isCopy(shared: number, ...lengths: readonly number[]): boolean {
  return shared >= FEWEST_SHARED && shared >= COPIED * Math.min(...lengths);
}

/**
 * For each report (in the order of publication) the first one of which it is a copy, directly or through others, as an
 * index; its own index where it is none.
 */
export function originals(reports: readonly StoryReport[]): number[] {
  const first = reports.map((_, i) => i);
  const find = (i: number): number => (first[i] === i ? i : find(first[i]!));
  const withHash = new Map<number, number[]>();
  reports.forEach(({ sketch }, i) => {
    const shared = new Map<number, number>();
    for (const hash of sketch) {
      const earlier = withHash.get(hash);
      if (!earlier) withHash.set(hash, [i]);
      else {
        for (const j of earlier) shared.set(j, (shared.get(j) ?? 0) + 1);
        earlier.push(i);
      }
    }
    for (const [j, count] of shared) {
      if (!isCopy(count, sketch.length, reports[j]!.sketch.length)) continue;
      const [a, b] = [find(i), find(j)];
      first[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return first.map((_, i) => find(i));
}

/**
 * How many outlets tell independently of each other: copies count once, and so do several reports of one outlet.
 * @param copies as `originals` gives them
 */
export function independentOutlets(reports: readonly StoryReport[], copies: readonly number[]): number {
  const group = copies.slice();
  const find = (i: number): number => (group[i] === i ? i : find(group[i]!));
  const firstOf = new Map<string, number>();
  reports.forEach(({ outlet }, i) => {
    if (outlet === undefined) return;
    const first = firstOf.get(outlet);
    if (first === undefined) firstOf.set(outlet, i);
    else group[find(i)] = find(first);
  });
  return new Set(group.map((_, i) => find(i))).size;
}
