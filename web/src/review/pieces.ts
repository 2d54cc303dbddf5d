type Span = { readonly start: number; readonly end: number };

interface Piece extends Span {
  /** True where it lies in words that the row rests on. */
  readonly marked: boolean;
  /** True where it lies in other words that belong to the row. */
  readonly belongs: boolean;
}

/** Cuts a stretch wherever marked spans, or others, begin or end. */
export function piecesOf(
  { start, end }: Span,
  spans: readonly Span[],
  others: readonly Span[] = [],
): Piece[] {
  const inside = [...spans, ...others].filter((span) => span.start < end && start < span.end);
  const ends = inside.flatMap((span) => [Math.max(span.start, start), Math.min(span.end, end)]);
  const cuts = [...new Set([start, end, ...ends])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const within = (span: Span) => span.start <= from && to <= span.end;
    return { start: from, end: to, marked: spans.some(within), belongs: others.some(within) };
  });
}
