import type { StoryRules } from "./rules.js";
import type { StoryTerm } from "./story-terms.js";

/** A report as stories are made of it. */
export interface StoryReport {
  readonly id: string;
  /** ISO 8601 calendar date; absent where unknown. */
  readonly published?: string;
  readonly outlet?: string;
  readonly terms: readonly StoryTerm[];
  /** Hashes of stretches of words, by which copies are told (`copies.ts`). */
  readonly sketch: readonly number[];
}

/** The terms of the greatest weight, by which a report is found. */
export function keysOf(report: StoryReport, rules: StoryRules): string[] {
  return report.terms.slice(0, rules.keys).map(({ term }) => term);
}

/** The day of a report as stories use it; undefined where what is given is no ISO 8601 calendar date. */
export function dayOf(published: string | null | undefined): string | undefined {
  if (!published || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return undefined;
  return Number.isNaN(Date.parse(published)) ? undefined : published;
}

/** Days that lie between two reports; undefined where only one of them has a date. */
export function daysBetween(
  a: Pick<StoryReport, "published">,
  b: Pick<StoryReport, "published">,
): number | undefined {
  if (a.published === undefined && b.published === undefined) return 0;
  if (a.published === undefined || b.published === undefined) return undefined;
  return Math.abs(Date.parse(a.published) - Date.parse(b.published)) / 86_400_000;
}

/** Cosine of the angle between the terms of two reports, 0 to 1; the same whichever comes first. */
export function cosine(a: StoryReport, b: StoryReport): number {
  // One order for both, since sums of such numbers depend on it.
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  return cosineOf(first.terms, second.terms);
}

/** Cosine of the angle between two lists of terms, 0 to 1. */
export function cosineOf(a: readonly StoryTerm[], b: readonly StoryTerm[]): number {
  const weights = weightsOf(b);
  let sum = 0;
  for (const { term, weight } of a) sum += weight * (weights.get(term) ?? 0);
  return sum;
}

/** A report is compared with many others. */
const known = new WeakMap<readonly StoryTerm[], ReadonlyMap<string, number>>();

function weightsOf(terms: readonly StoryTerm[]): ReadonlyMap<string, number> {
  let weights = known.get(terms);
  if (!weights) {
    weights = new Map(terms.map(({ term, weight }) => [term, weight]));
    known.set(terms, weights);
  }
  return weights;
}

/** The terms that two reports share, what counts most first. */
export function sharedTerms(
  a: Pick<StoryReport, "terms">,
  b: Pick<StoryReport, "terms">,
): { readonly words: string; readonly worth: number }[] {
  const weights = weightsOf(b.terms);
  return a.terms
    .flatMap(({ term, weight, words }) => {
      const other = weights.get(term);
      return other === undefined ? [] : [{ term, words, worth: weight * other }];
    })
    .sort((x, y) => y.worth - x.worth || (x.term < y.term ? -1 : 1));
}

/**
 * Cosines of all pairs of `reports` as a matrix, row by row, through an index of their terms; 0 for pairs that lie
 * more than `days` days apart, or of which only one has a date.
 */
export function cosines(reports: readonly StoryReport[], days: number): Float64Array {
  const n = reports.length;
  const matrix = new Float64Array(n * n);
  const index = new Map<string, { at: number; weight: number }[]>();
  reports.forEach((report, at) => {
    for (const { term, weight } of report.terms) {
      const entries = index.get(term);
      if (!entries) index.set(term, [{ at, weight }]);
      else {
        for (const other of entries) matrix[other.at * n + at]! += weight * other.weight;
        entries.push({ at, weight });
      }
    }
  });
  const day = reports.map(({ published }) => (published ? Date.parse(published) / 86_400_000 : Number.NaN));
  const near = (i: number, j: number) =>
    Number.isNaN(day[i]) ? Number.isNaN(day[j]) : Math.abs(day[i]! - day[j]!) <= days;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      if (!near(i, j)) matrix[i * n + j] = 0;
      matrix[j * n + i] = matrix[i * n + j]!;
    }
  return matrix;
}
