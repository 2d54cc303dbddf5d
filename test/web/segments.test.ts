import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "../../web/src/reading/rows.js";
import { segmentsOf } from "../../web/src/reading/segments.js";

function row(key: string, words: [number, number][], others: [number, number][] = []): Row {
  const spans = (pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return {
    key,
    layer: "events",
    type: "",
    who: "",
    note: "",
    words: spans(words),
    with: spans(others),
    explained: true,
  };
}

describe("segmentsOf", () => {
  it("cuts where words begin and end, the shortest words first", () => {
    const segments = segmentsOf([row("long", [[2, 9]]), row("short", [[4, 6]])], 0, 10);
    expect(segments.map(({ start, end, rows }) => [start, end, rows])).toEqual([
      [0, 2, []],
      [2, 4, ["long"]],
      [4, 6, ["short", "long"]],
      [6, 9, ["long"]],
      [9, 10, []],
    ]);
  });

  it("gives no layer to words that only belong to a row", () => {
    const segments = segmentsOf([row("event", [[0, 2]], [[3, 5]])], 0, 5);
    expect(segments.map(({ layers, rows }) => [rows, layers])).toEqual([
      [["event"], ["events"]],
      [[], []],
      [["event"], []],
    ]);
  });

  it("covers a paragraph once and whole, and marks exactly the words of each row", () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(12))
      .map(([start, length]): [number, number] => [start, start + length]);
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 12 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        (spans, start, size) => {
          const end = start + size;
          const segments = segmentsOf(
            spans.map((words, i) => row(`r${i}`, [words])),
            start,
            end,
          );
          expect(segments[0]?.start).toBe(start);
          expect(segments.at(-1)?.end).toBe(end);
          for (const [i, segment] of segments.entries()) {
            expect(segment.start).toBeLessThan(segment.end);
            if (i > 0) expect(segment.start).toBe(segments[i - 1]!.end);
            const here = spans.flatMap(([from, to], r) =>
              from <= segment.start && segment.end <= to ? [`r${r}`] : [],
            );
            expect([...segment.rows].sort()).toEqual(here.sort());
          }
        },
      ),
    );
  });
});
