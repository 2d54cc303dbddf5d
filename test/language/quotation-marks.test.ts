import { describe, expect, it } from "vitest";
import { Side, sidesOf } from "../../src/language/quotation-marks.js";
import { splitWords } from "../../src/language/tokens.js";

/** "<" for each mark that opens, ">" for each that closes, in order. */
function sides(text: string): string {
  return sidesOf(splitWords(text, 0, text.length), text)
    .map((side) => (side === Side.Opens ? "<" : side === Side.Closes ? ">" : ""))
    .join("");
}

describe("sidesOf", () => {
  it.each([
    ['"Yes," he said. "No."', "<><>"],
    ["“Yes (no)”", "<<>>"],
    ["''Yes'' ``no''", "<><>"],
    ['" Yes " he said', "<>"],
    ["He said 'never.'", "<>"],
    ["\"He said 'never.'\"", "<<>>"],
    ["the ministers' cars", ">"],
    ["don't 5 > 4", ""],
  ])("reads %s as %s", (text, expected) => expect(sides(text)).toBe(expected));
});
