import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../src/report/paragraphs.js";

const textsOf = (text: string) => paragraphsOf(text).map((block) => block.text);

/** Breaks a text at `width` columns, as mail programs and agency feeds do. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

const LONG =
  "The two governments have been arguing since March over who may fish near the reef, and neither of them has shown any sign of giving way. ";

describe("paragraphsOf", () => {
  it("parts paragraphs at empty lines, whatever the line ends", () => {
    expect(textsOf("One.\r\n\r\nTwo.\r\n")).toEqual(["One.", "Two."]);
    expect(textsOf("One.\n \t\nTwo.")).toEqual(["One.", "Two."]);
    expect(textsOf("One.\rTwo.")).toEqual(["One.", "Two."]);
  });

  it("parts paragraphs at single line breaks", () => {
    const lines = [LONG.trim(), "Talks failed.", LONG.trim(), "Nobody was hurt."];
    expect(textsOf(lines.join("\n"))).toEqual(lines);
  });

  it.each([60, 72, 80])("joins lines that were wrapped at %i columns", (width) => {
    const paragraphs = [LONG.repeat(3).trim(), "Talks failed.", LONG.repeat(2).trim()];
    const wrapped = paragraphs.map((text) => wrap(text, width)).join("\n\n");
    expect(textsOf(wrapped)).toEqual(paragraphs);
  });

  it("finds paragraphs in wrapped text without empty lines by short lines, indents and datelines", () => {
    const first = wrap(`${LONG.repeat(2)}It ended.`, 72);
    const second = wrap(LONG.repeat(2).trim(), 72).replace(/^/, "    ");
    expect(textsOf(`${first}\n${second}`)).toHaveLength(2);
    expect(
      textsOf(`${wrap(LONG.repeat(2).trim(), 72)}\nGENEVA (AP) -- ${wrap(LONG.trim(), 72)}`),
    ).toHaveLength(2);
  });

  it("keeps the hyphen of a word that was broken at it", () => {
    const [text] = textsOf(
      "Officials said on Monday that a new medium-range and one more long-\nrange missile had been tested from the eastern coast of the country\nand that both of them had reached the area that had been named.",
    );
    expect(text).toContain("long-range missile");
  });

  it("says where an empty line stood", () => {
    expect(paragraphsOf("A title\n\nBy Jane Doe\nText.").map((block) => block.gap)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("cleans marks that have no width and keeps emoji and combining marks", () => {
    expect(textsOf("so\u00ADft\u200B hy\u2060phen")).toEqual(["soft hyphen"]);
    expect(textsOf("👩‍🚀 e\u0301tat \u00A0 neuf")).toEqual(["👩‍🚀 e\u0301tat neuf"]);
    expect(textsOf("lone \uD800 surrogate")).toEqual(["lone \uFFFD surrogate"]);
  });

  it("loses no words, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("war", "peace,", "talks.", "“No,”", "🙂", "\n", "\n\n", "\r\n", " ", "  ")),
        (parts) => {
          const text = parts.join(" ");
          const blocks = paragraphsOf(text);
          expect(blocks.flatMap((block) => block.text.split(" ")).join(" ")).toBe(
            text.trim().split(/\s+/).join(" "),
          );
          expect(blocks.every((block) => block.text.trim() === block.text && block.text !== "")).toBe(true);
        },
      ),
    );
  });
});
