import { describe, expect, it } from "vitest";
import { headerFieldOf, headerFields } from "../../src/report/header-field.js";

const blocks = (...texts: string[]) => texts.map((text) => ({ text }));

describe("headerFields", () => {
  it("counts the fields that open a text", () => {
    expect(headerFields(blocks("Title: Talks fail", "Source: Example News", "Talks failed on Monday."))).toBe(
      2,
    );
    expect(headerFields(blocks("Talks failed on Monday.", "Source: Example News"))).toBe(0);
  });

  it("does not take one line with a doubtful label for a header", () => {
    expect(headerFields(blocks("Country: the last of its kind", "Text."))).toBe(0);
    expect(headerFields(blocks("Source: Example News", "Text."))).toBe(1);
  });
});

describe("headerFieldOf", () => {
  it("parts a title from its label", () => {
    const pieces = headerFieldOf("Title: Talks fail")!;
    expect(pieces.map(({ text, role, joined }) => [text, role, joined ?? false])).toEqual([
      ["Title:", "furniture", false],
      ["Talks fail", "title", true],
    ]);
  });

  it.each([
    ["Author: Jane Doe", "byline"],
    ["Date: 12 May 2031", "dateline"],
    ["URL: https://example.org/1", "furniture"],
  ])("%s is %s", (text, role) => {
    expect(headerFieldOf(text)![0]!.role).toBe(role);
  });

  it("leaves other lines alone", () => {
    expect(headerFieldOf("Geneva: talks fail")).toBeUndefined();
    expect(headerFieldOf("He said: no")).toBeUndefined();
  });
});
