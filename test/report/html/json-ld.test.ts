import { describe, expect, it } from "vitest";
import { articleData } from "../../../src/report/html/json-ld.js";

const article = {
  "@type": "NewsArticle",
  headline: "Talks fail",
  datePublished: "2031-05-03T10:00:00Z",
  dateModified: "2031-05-04",
  author: [
    { "@type": "Person", name: "Jane Doe" },
    { "@type": "Organization", name: "The Lamp" },
  ],
  publisher: { name: "The Lamp" },
};
const expected = {
  headline: "Talks fail",
  published: "2031-05-03T10:00:00Z",
  modified: "2031-05-04",
  authors: [
    { name: "Jane Doe", person: true },
    { name: "The Lamp", person: false },
  ],
  publisher: "The Lamp",
};

describe("articleData", () => {
  it.each([
    ["an object", [JSON.stringify(article)]],
    ["an array", [JSON.stringify([{ "@type": "WebSite" }, article])]],
    [
      "a graph",
      [JSON.stringify({ "@graph": [{ "@type": "WebPage", datePublished: "2020-01-01" }, article] })],
    ],
    ["several scripts, one broken", ["{", JSON.stringify(article)]],
    [
      "line breaks and a comma too many",
      [JSON.stringify(article).replace("Talks fail", "Talks\nfail").replace(/}$/, ",}")],
    ],
    ["CDATA", [`//<![CDATA[\n${JSON.stringify(article)}\n//]]>`]],
  ])("reads %s", (_, scripts) => {
    expect(articleData(scripts)).toEqual(expected);
  });

  it("takes the date of a page where there is no article", () => {
    expect(articleData(['{"@type":"WebPage","datePublished":"2031-05-03"}'])).toEqual({
      published: "2031-05-03",
    });
  });

  it.each(["null", "[]", '"text"', "{}", '{"@type":3,"headline":{},"author":7}', `${"[".repeat(50_000)}`])(
    "finds nothing in %s",
    (script) => {
      expect(articleData([script])).toEqual({});
    },
  );
});
