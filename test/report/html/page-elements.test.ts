import { describe, expect, it } from "vitest";
import { pageMetadata } from "../../../src/report/html/metadata.js";
import { PageElements } from "../../../src/report/html/page-elements.js";
import { prunePage } from "../../../src/report/html/prune.js";

const elementsOf = (body: string) => new PageElements(prunePage(`<body>${body}</body>`).document);
const textOf = (body: string, ...selectors: string[]) =>
  elementsOf(body)
    .selectAny(selectors)
    .map((element) => element.textContent);

describe("PageElements", () => {
  it("selects by tag, class and attribute", () => {
    const body = `<p class="by line">one</p><div class="byline">two</div><time datetime="2031">three</time><time>four</time>
      <b itemprop="author">five</b><b property="dc:date">six</b>`;
    expect(textOf(body, "p.by.line")).toEqual(["one"]);
    expect(textOf(body, ".byline")).toEqual(["two"]);
    expect(textOf(body, "time[datetime]")).toEqual(["three"]);
    expect(textOf(body, "[itemprop=author]")).toEqual(["five"]);
    expect(textOf(body, "[property='dc:date']")).toEqual(["six"]);
    expect(textOf(body, ".line .by")).toEqual([]);
  });

  it("wants each step inside the one before it, at any depth", () => {
    const body = `<article><header><i><time>inside</time></i></header><time>below</time></article><header><time>out</time></header>`;
    expect(textOf(body, "article header time")).toEqual(["inside"]);
    expect(textOf(body, "article time")).toEqual(["inside", "below"]);
    expect(textOf(body, "header article time")).toEqual([]);
  });

  it("gives the finds of several selectors once, in the order of the page", () => {
    expect(textOf(`<b class="x">1</b><i>2</i><b>3</b>`, "b", "i", ".x")).toEqual(["1", "2", "3"]);
  });

  it("understands all selectors of the knowledge, and says which it does not", () => {
    const elements = elementsOf("");
    for (const selector of [...pageMetadata()["date-elements"], ...pageMetadata()["author-elements"]])
      expect(elements.select(selector)).toEqual([]);
    for (const selector of ["", "a > b", "a,b", "a:first-child", "[x", "a  b", "[a*=b]"])
      expect(() => elements.select(selector)).toThrow("no selector");
  });
});
