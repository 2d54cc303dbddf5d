import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignText } from "../../src/evaluate/align-text.js";

describe("alignText", () => {
  it("finds every character again, whatever the white space and the invisible marks", () => {
    const original = "A\u200Bb\n  c\u00ADd e";
    const read = "Ab c\n\nd e";
    const offsets = alignText(read, original);
    expect([...read].map((c, i) => /\s/.test(c) || original[offsets[i]!] === c)).not.toContain(false);
  });

  it("gives back the place of each word of a text whose spaces were changed", () => {
    const words = fc.array(fc.stringMatching(/^[a-z😀]{1,5}$/u), { minLength: 1 });
    const spaces = fc.constantFrom(" ", "\n", "\n\n", "\t ");
    fc.assert(
      fc.property(words, spaces, spaces, (list, one, other) => {
        const [read, original] = [list.join(one), list.join(other)];
        const offsets = alignText(read, original);
        let [at, there] = [0, 0];
        for (const word of list) {
          expect(offsets[at]).toBe(there);
          at += word.length + one.length;
          there += word.length + other.length;
        }
      }),
    );
  });

  it("tells where the texts differ", () => {
    expect(() => alignText("one two", "one three")).toThrow('"hree" expected, "wo" met');
    expect(() => alignText("one two", "one")).toThrow('"" expected, "two" met');
  });
});
