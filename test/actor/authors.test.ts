import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { Authors } from "../../src/actor/authors.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { QuotedWords } from "../../src/actor/quoted-words.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { loadCases } from "./cases.js";

const cases = loadCases("authors.conllu");

/** Who every mention by this word is. */
function codesOf(id: string, form: string): string[] {
  const { report, analysis } = cases.get(id)!;
  return findMentions(report, analysis)
    .filter((m) => analysis.words[m.head]!.form === form)
    .map((m) => m.actors.map(actorCode).join(" & ") || "?");
}

describe("who says we outside of quotation marks", () => {
  it("is whom a colon before the paragraphs introduces", () => {
    expect(codesOf("introduced", "I")).toEqual(["NOR.MIL"]);
    expect(codesOf("introduced", "We")).toEqual(["NOR.MIL"]);
  });

  it("is whose statement the title calls the text, or a colon the paragraphs", () => {
    expect(codesOf("titled", "We")).toEqual(["NOR"]);
    expect(codesOf("owned", "We")).toEqual(["NOR"]);
    expect(codesOf("spoken-of", "We")).toEqual(["?"]);
  });

  it("is the body that declares something", () => {
    expect(codesOf("declared", "We")).toEqual(["NOR"]);
  });

  it("is not told by what a body did, nor by a colon before a quotation", () => {
    expect(codesOf("narrated", "We")).toEqual(["?"]);
    expect(codesOf("quoted", "We").at(-1)).toBe("?");
  });

  it("names a word before it in any text", () => {
    const words = ["Norway", "condemns", "said", ":", "We", "help", "“", "”", "."];
    fc.assert(
      fc.property(arbitraryAnalysis(words), (analysis) => {
        const authors = new Authors(analysis, new QuotedWords(analysis));
        for (const word of analysis.words) {
          const head = authors.at(word, true);
          if (head !== undefined) expect(head).toBeLessThan(word.index);
        }
      }),
    );
  });
});

describe("an office that the tagger takes for a person's name", () => {
  it("is read as the office, of whoever the report calls so", () => {
    expect(codesOf("foreign-office", "Secretary")).toEqual(["GBR.GOV"]);
    expect(codesOf("capitals", "Secretary")).toEqual(["?"]);
  });
});
