import { describe, expect, it } from "vitest";
import type { PageElement } from "../../../src/report/html/dom.js";
import { prunePage } from "../../../src/report/html/prune.js";

const bodyOf = (html: string) => prunePage(html).document.body!;
const words = (html: string) => (bodyOf(html).textContent ?? "").replace(/\s+/g, " ").trim();

describe("prunePage", () => {
  it("drops what is no text", () => {
    const page =
      "<html><body><script>let a</script><style>p{}</style><nav>Home</nav><svg><text>x</text></svg><!-- c --><p onclick='x()' class='a'>Text &amp; more</p><select><option>1</select></body></html>";
    expect(words(page)).toBe("Text & more");
    expect(bodyOf(page).getElementsByTagName("p")[0]!.getAttribute("onclick")).toBeUndefined();
  });

  it("drops what shows up only when pointed at, and notes about authors", () => {
    expect(
      words("<p>Text <span class='rollover-people'>Jane Doe</span>more</p><div class='author-bio'>x</div>"),
    ).toBe("Text more");
  });

  it("collects JSON-LD", () => {
    const page = prunePage(
      '<script type="application/ld+json">{"a":"<p>"}</script><script>x</script><p>Text',
    );
    expect(page.jsonLd).toEqual(['{"a":"<p>"}']);
    expect(page.scripts).toBe(2);
  });

  it.each([
    ["<p>Text", "Text"],
    ["Text", "Text"],
    ["<head><title>T</title><p>Text", "Text"],
    ["<html lang=en><title>T</title><body class=a><p>Text</body></html>", "Text"],
    ["<body><body><p>Text", "Text"],
    ["</div></p>Text</table>", "Text"],
  ])("makes a body of %s", (html, text) => {
    expect(words(html)).toBe(text);
  });

  it.each<[string, string | undefined]>([
    ["<html><body><div><p>Text.</p></div></body></html>", undefined],
    ["<html><body><div><p>Text.</body></html>", undefined],
    ["<p>One<p>Two", undefined],
    ["<html><body><ul><li>a<li>b</ul>", undefined],
    ["<html><body><div><p>Te", "a <div>"],
    ["<html><body><p>Text <a hr", "a tag"],
    ["<html><body><p>Text <!-- to be", "a comment"],
    ["<html><script>let a = 1", "a <script>"],
  ])("sees where %s breaks off", (html, cut) => {
    expect(prunePage(html).cutInside).toBe(cut);
  });

  it("keeps no more depth, elements and text than pages have, and says so", () => {
    const deep = prunePage(`${"<div>".repeat(500)}<p>Text</p>`);
    expect(deep.document.body!.textContent).toContain("Text");
    expect(deep.unread).toBeUndefined();
    let depth = 0;
    for (let at = deep.document.getElementsByTagName("div")[0]; at; at = at.getElementsByTagName("div")[0])
      depth++;
    expect(depth).toBeLessThanOrEqual(80);
    expect(prunePage("<i>".repeat(3000)).unread).toContain("levels deep");
    expect(prunePage("<br>".repeat(30_000)).unread).toContain("elements");
    expect(prunePage("word ".repeat(500_000)).unread).toContain("characters");
  });

  it("cuts attributes without end", () => {
    const element = bodyOf(`<p class="${"a ".repeat(100_000)}">Text</p>`).getElementsByTagName("p")[0]!;
    expect(element.getAttribute("class")!.length).toBeLessThanOrEqual(1000);
  });

  it("keeps posts that are quoted from elsewhere", () => {
    const page = bodyOf(
      "<div class='social-media-embed'><blockquote class='twitter-tweet'>We object.</blockquote></div>",
    );
    const [section] = page.getElementsByTagName("section");
    expect(section!.getElementsByTagName("blockquote")[0]!.className).toBe("");
  });

  it("keeps nothing of a tag's name and style that would not come back when the tree is written and read", () => {
    const [outer, inner] = bodyOf(
      "<o:p style='display'>a</o:p><a\"=ü style='Display: none !important'>b",
    ).childNodes;
    expect([outer, inner].map((node) => (node as PageElement).tagName)).toEqual(["O-P", "A---"]);
    expect((outer as PageElement).getAttribute("hidden")).toBeUndefined();
    expect((inner as PageElement).getAttribute("hidden")).toBe("");
    expect((outer as PageElement).getAttribute("style")).toBeUndefined();
  });
});
