import type { Layer, Row } from "./rows.js";

/** A stretch of text in which the same rows have words. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Keys of the rows that have words here, those with the fewest words first. */
  readonly rows: readonly string[];
  /** Layers that highlight it always. */
  readonly layers: readonly Layer[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly layer: Layer | undefined;
}

/** Cuts the text between `start` and `end` wherever the words of a row begin or end. */
export function segmentsOf(rows: readonly Row[], start: number, end: number): Segment[] {
  const marks: Mark[] = rows.flatMap(({ key, layer, words, with: others }) => [
    ...words.map((span) => ({ start: span.start, end: span.end, key, layer })),
    ...others.map((span) => ({ start: span.start, end: span.end, key, layer: undefined })),
  ]);
  const inside = marks
    .filter((mark) => mark.start < end && start < mark.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1]!;
    const here = inside.filter((mark) => mark.start <= from && to <= mark.end);
    const layers = here.flatMap(({ layer }) => (layer ? [layer] : []));
    return {
      start: from,
      end: to,
      rows: [...new Set(here.map(({ key }) => key))],
      layers: [...new Set(layers)],
    };
  });
}
