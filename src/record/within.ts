import type { Span } from "./span.js";

/**
 * The spans that share something with `outer`, as [first, last) places in `spans`, which are in text order and do not
 * overlap. Takes time in the logarithm of their number.
 */
export function rangeWithin(spans: readonly Span[], outer: Span): { first: number; last: number } {
  const first = lowest(spans.length, (i) => spans[i]!.end > outer.start);
  const last = lowest(spans.length, (i) => spans[i]!.start >= outer.end);
  return { first, last: Math.max(first, last) };
}

/** The lowest place for which `test`, false up to some place and true from there on, holds; `length` where none. */
function lowest(length: number, test: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
