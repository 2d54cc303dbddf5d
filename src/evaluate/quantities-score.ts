import { overlaps, type Span } from "../record/span.js";
import type { GoldQuantity } from "./quantity-gold.js";

/** A quantity as it was read, offsets in the gold's measure. */
export interface FoundQuantity extends Span {
  readonly low: number;
  readonly high?: number;
  readonly unit: string;
  readonly bound: string;
  readonly of?: Span;
}

/** One marked quantity beside what was found there; `found` alone where nothing is marked. */
export interface ScoredQuantity {
  readonly gold?: GoldQuantity;
  readonly found?: FoundQuantity;
  readonly value: boolean;
  readonly unit: boolean;
  readonly bound: boolean;
  /** What is measured: the found words end with one of the marked heads. */
  readonly of: boolean;
}

/** Compares the quantities of one report; what was found outside `ranges` does not count. */
export function scoreQuantities(
  gold: readonly GoldQuantity[],
  found: readonly FoundQuantity[],
  ranges: readonly (readonly [number, number])[],
): ScoredQuantity[] {
  const left = new Set(found.filter((f) => ranges.some(([start, end]) => overlaps(f, { start, end }))));
  const marks = gold.map((mark): ScoredQuantity => {
    const match = [...left].find((f) => overlaps(f, mark));
    if (!match) return { gold: mark, value: false, unit: false, bound: false, of: false };
    left.delete(match);
    const { of } = match;
    return {
      gold: mark,
      found: match,
      value: same(mark.low, match.low) && same(mark.high, match.high),
      unit: mark.unit === match.unit,
      bound: mark.bound === match.bound,
      of: of ? mark.of.some((o) => o.end === of.end) : mark.of.length === 0,
    };
  });
  const spurious = [...left].map(
    (f): ScoredQuantity => ({ found: f, value: false, unit: false, bound: false, of: false }),
  );
  return [...marks, ...spurious];
}

function same(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Shares in per cent of the marked quantities; `precision` of those that were found. */
export function quantityFigures(all: readonly ScoredQuantity[]): Record<string, number> {
  const marked = all.filter((s) => s.gold);
  const read = marked.filter(isRight);
  const found = all.filter((s) => s.found).length;
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const of = (test: (s: ScoredQuantity) => boolean) => share(marked.filter(test).length, marked.length);
  return {
    right: share(read.length, marked.length),
    right_precision: share(read.length, found),
    measured: of((s) => s.of),
    value: of((s) => s.value),
    unit: of((s) => s.unit),
    bound: of((s) => s.bound),
    found: of((s) => s.found !== undefined),
    quantities: marked.length,
    spurious: all.length - marked.length,
  };
}

/** Value, unit and bound are as marked. */
export function isRight({ value, unit, bound }: ScoredQuantity): boolean {
  return value && unit && bound;
}
