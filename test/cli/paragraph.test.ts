import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { beginning, displayWidth } from "../../src/cli/render/display-width.js";
import { clean, type Layout, type Page, paragraph } from "../../src/cli/render/paragraph.js";

const plain = (width: number): Page => ({ width, colours: picocolors.createColors(false) });
const coloured = (width: number): Page => ({ width, colours: picocolors.createColors(true) });
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that colour text
const uncoloured = (line: string) => line.replace(/\x1b\[\d+m/g, "");

describe("displayWidth", () => {
  it.each([
    ["“Tuesday” → CHN…", 16],
    ["한국", 4],
    ["北京", 4],
    ["e\u0301", 1],
    ["👩‍👩‍👧", 2],
    ["🇳🇴", 2],
    ["a\u200db", 2],
    ["", 0],
  ])("%s takes %i columns", (text, width) => expect(displayWidth(text)).toBe(width));

  it("never cuts inside a character", () => {
    expect(beginning("한국", 3)).toBe("한");
    expect(beginning("e\u0301e\u0301", 1)).toBe("e\u0301");
    expect(beginning("👩‍👩‍👧x", 1)).toBe("");
  });
});

describe("paragraph", () => {
  it("breaks between words, indents, and puts the label before the first line", () => {
    const lines = paragraph(plain(20), [{ text: "one two three four five six" }], {
      label: [{ text: " id" }],
      indent: 6,
    });
    expect(lines).toEqual([" id   one two three", "      four five six"]);
  });

  it("ends the last allowed line in an ellipsis", () => {
    const lines = paragraph(plain(16), [{ text: "one two three four five six" }], { lines: 1 });
    expect(lines).toEqual(["one two three …"]);
  });

  it("keeps what is written together together, whatever its styles", () => {
    const pieces = [{ text: "aaaa “" }, { text: "bbbb", style: "bold" as const }, { text: "” cc" }];
    expect(paragraph(plain(9), pieces)).toEqual(["aaaa", "“bbbb” cc"]);
  });

  it("breaks a word that is too long for any line", () => {
    expect(paragraph(plain(20), [{ text: `${"x".repeat(45)} y` }])).toEqual([
      "x".repeat(20),
      "x".repeat(20),
      `${"x".repeat(5)} y`,
    ]);
  });

  it("is never wider than the page and loses no words, in colour as without", () => {
    const piece = fc.record({
      text: fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem()).map(clean),
      style: fc.constantFrom("bold" as const, "dim" as const, "red" as const),
    });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 0, max: 30 }),
        (pieces, width, indent) => {
          const layout: Layout = { indent, label: [{ text: "label" }] };
          const lines = paragraph(plain(width), pieces, layout);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          const [first = "", ...rest] = lines;
          const margin = Math.min(indent, Math.floor(width / 2));
          const shown = [first.slice(margin), ...rest.map((line) => line.slice(margin))].join("");
          const words = pieces.map((p) => p.text).join("");
          expect(shown.replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
          expect(paragraph(coloured(width), pieces, layout).map(uncoloured)).toEqual(lines);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it("lets no report steer the terminal", () => {
    expect(clean("a\x1b[31mred\x07\r\nb\u202ec\u2028d")).toBe("a\ufffd[31mred\ufffd b\ufffdc d");
  });
});
