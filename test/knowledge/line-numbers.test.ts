import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineNumbers } from "../../src/knowledge/line-numbers.js";

describe("LineNumbers", () => {
  it("counts lines from 1; a line break belongs to the line that it ends", () => {
    const numbers = new LineNumbers("ab\n\nc");
    expect([0, 1, 2, 3, 4].map((at) => numbers.of(at))).toEqual([1, 1, 1, 2, 3]);
  });

  it("gives one more than the line breaks before, wherever it is asked", () => {
    const text = fc.array(fc.constantFrom("a", "\n"), { maxLength: 30 }).map((c) => c.join(""));
    fc.assert(
      fc.property(text, fc.nat(30), (some, at) => {
        const breaks = [...some.slice(0, at)].filter((c) => c === "\n").length;
        expect(new LineNumbers(some).of(at)).toBe(breaks + 1);
      }),
    );
  });
});
