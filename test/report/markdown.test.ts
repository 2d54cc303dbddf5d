import { describe, expect, it } from "vitest";
import { blocksOfMarkdown } from "../../src/report/markdown.js";

const textsOf = (text: string) => blocksOfMarkdown(text).map((block) => block.text);

describe("blocksOfMarkdown", () => {
  it("keeps words and takes marks away", () => {
    expect(
      textsOf("The **army** of [Mali](https://example.org) has *not* left, `he` said.\n![a map](m.png)"),
    ).toEqual(["The army of Mali has not left, he said."]);
  });

  it("joins the lines of a paragraph and parts headings, lists and quotations", () => {
    expect(textsOf("# Title\nOne\ntwo.\n\n> Quoted\n> words.\n\n- a\n- b\n\nUnder\n-----\nEnd.")).toEqual([
      "Title",
      "One two.",
      "Quoted words.",
      "a",
      "b",
      "Under",
      "End.",
    ]);
    expect(blocksOfMarkdown("# Title\nText.").map((block) => block.heading ?? false)).toEqual([true, false]);
  });

  it("keeps the fields of a front matter that a report has, and leaves the rest", () => {
    expect(textsOf('---\ntitle: "Talks"\ndraft: true\ndate: 2031-02-03\n---\nText.')).toEqual([
      "title: Talks",
      "date: 2031-02-03",
      "Text.",
    ]);
  });

  it("leaves arithmetic and snake_case words alone", () => {
    expect(textsOf("2 * 3 * 4 and file_name_here")).toEqual(["2 * 3 * 4 and file_name_here"]);
  });
});
