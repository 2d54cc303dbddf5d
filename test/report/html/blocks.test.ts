import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../src/report/html/blocks.js";
import { prunePage } from "../../../src/report/html/prune.js";

const blocks = (html: string) => blocksOf(prunePage(html).document.body!);
const texts = (html: string) => blocks(html).map((block) => block.text);

describe("blocksOf", () => {
  it("ends a paragraph at block elements and not at inline ones", () => {
    expect(texts("<div>One <b>and</b> two<p>Three</p>four<ul><li>five<li>six</ul></div>")).toEqual([
      "One and two",
      "Three",
      "four",
      "five",
      "six",
    ]);
  });

  it("ends a paragraph at a line break, unless the sentence goes on", () => {
    expect(texts("<p>He left.<br>She stayed.<br><br>They sat<br>and talked.</p>")).toEqual([
      "He left.",
      "She stayed.",
      "They sat and talked.",
    ]);
  });

  it("keeps cells of a table row apart", () => {
    expect(texts("<table><tr><td>Oil</td><td>40</td></tr><tr><td>Gas</td><td>3</td></tr></table>")).toEqual([
      "Oil 40",
      "Gas 3",
    ]);
  });

  it("marks headings, captions and paragraphs of links", () => {
    const found = blocks(
      "<h2>Talks</h2><figure><figcaption>The hall.</figcaption></figure><p class='photo-caption'>The port</p><li><a href='/1'>Another story</a></li><p><a href='/2'>The ministry said no.</a></p><p>Text with <a href='/3'>a link</a></p>",
    );
    expect(found.map(({ heading, role, reason }) => [heading ?? false, role, reason])).toEqual([
      [true, undefined, undefined],
      [false, "furniture", "picture caption"],
      [false, "furniture", "picture caption"],
      [false, "furniture", "link to another story"],
      [false, undefined, undefined],
      [false, undefined, undefined],
    ]);
  });
});
