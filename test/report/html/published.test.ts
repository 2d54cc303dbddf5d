import { describe, expect, it } from "vitest";
import { articleData } from "../../../src/report/html/json-ld.js";
import { markupOf } from "../../../src/report/html/metadata.js";
import { prunePage } from "../../../src/report/html/prune.js";

function published(html: string, url?: string) {
  const { document, jsonLd } = prunePage(html);
  return markupOf(document, articleData(jsonLd), url).published;
}

describe("publishedOf", () => {
  it.each([
    [
      '<script type=\'application/ld+json\'>{"@type":"Article","datePublished":"2031-05-03T23:30:00-05:00"}</script>',
      "JSON-LD datePublished",
    ],
    [
      "<meta property='article:published_time' content='2031-05-03T23:30:00-05:00'>",
      "meta article:published_time",
    ],
    ["<meta name='DC.date.issued' content='20310503'>", "meta dc.date.issued"],
    ["<meta name='pubdate' content='1935532800'>", "meta pubdate"],
    ["<span itemprop='datePublished'>May 3, 2031</span>", "element [itemprop=datePublished]"],
    ["<article><time datetime='2031-05-03T08:00'>this morning</time></article>", "element article time"],
    ["<div class='post-meta'>Posted on 3 May 2031 by Jane</div>", "element with a class for dates"],
    ["<p>Published: 3 May 2031 10:20 GMT</p>", "date line of the page"],
    [
      "<meta property='og:image' content='https://example.org/media/2031/05/03/harbour.jpg'>",
      "address of the picture in og:image",
    ],
    [
      "<meta name='twitter:image' content='https://example.org/large/20310503120909561.jpg?w=2'>",
      "address of the picture in twitter:image",
    ],
    [
      "<div class='widget Blog'><h2 class='date-header'><span>Saturday, May 3, 2031</span></h2></div>",
      "element with a class for dates",
    ],
    [
      "<p>Text</p><meta property='article:modified_time' content='2031-05-03'>",
      "meta article:modified_time (updated)",
    ],
  ])("%s", (html, by) => {
    expect(published(html)).toEqual({ value: "2031-05-03", by });
  });

  it("reads the address that the page or the caller gives", () => {
    expect(published("<p>Text", "https://example.org/2031/05/03/talks")?.value).toBe("2031-05-03");
    expect(published("<link rel='canonical' href='https://example.org/20310503/talks.html'>")?.value).toBe(
      "2031-05-03",
    );
    expect(published("<p>Text", "https://example.org/2031/05/talks")).toBeUndefined();
    expect(published("<p>Text", "https://example.org/id/20319999/talks")).toBeUndefined();
  });

  it("reads dates in numbers by the language of the page", () => {
    const page = (lang: string) => `<html lang="${lang}"><body><p class="date">03/05/2031</p></body></html>`;
    expect(published(page("en-GB"))?.value).toBe("2031-05-03");
    expect(published(page("en-US"))?.value).toBe("2031-03-05");
    expect(published(page("en"))).toBeUndefined();
  });

  it.each([
    "<aside><time datetime='2031-05-03'>3 May</time></aside>",
    "<div class='related'><p class='date'>3 May 2031</p></div>",
    "<div><a href='/x'>Another story with a long headline</a> <span class='date'>3 May 2031</span></div>",
    "<ul class='topbar'><li class='date'>Saturday, 3 May 2031</li></ul>",
    "<p>The treaty was signed on 3 May 2031 by both of the ministers, who met in Oslo for the first time.</p>",
    "<meta name='date' content='0000-00-00'>",
    "<footer>© 2031</footer>",
  ])("does not take another date for it: %s", (html) => {
    expect(published(html)).toBeUndefined();
  });
});
