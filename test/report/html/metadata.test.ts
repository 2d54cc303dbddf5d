import { describe, expect, it } from "vitest";
import { articleData } from "../../../src/report/html/json-ld.js";
import { markupOf } from "../../../src/report/html/metadata.js";
import { prunePage } from "../../../src/report/html/prune.js";

function markup(html: string, url?: string) {
  const { document, jsonLd } = prunePage(html);
  return markupOf(document, articleData(jsonLd), url);
}

describe("markupOf", () => {
  it.each([
    ["<title>Envoys meet in Oslo | The Lamp</title>", "Envoys meet in Oslo", "title element"],
    ["<title>Envoys meet in Oslo - Example News</title>", "Envoys meet in Oslo", "title element"],
    ["<title>Oslo - Berlin: envoys meet again</title>", "Oslo - Berlin: envoys meet again", "title element"],
    [
      "<meta property='og:title' content='Envoys &amp;#039;meet&amp;#039;'>",
      "Envoys 'meet'",
      "meta og:title",
    ],
    [
      "<meta property='og:title' content='Envoys meet in Oslo'><h1>Envoys Meet in Oslo</h1>",
      "Envoys Meet in Oslo",
      "h1",
    ],
    ["<title>Envoys meet in Oslo</title><h1>The Lamp</h1>", "Envoys meet in Oslo", "title element"],
    [
      '<script type=\'application/ld+json\'>{"@type":"Article","headline":"Envoys meet"}</script>',
      "Envoys meet",
      "JSON-LD headline",
    ],
  ])("finds the title in %s", (html, value, by) => {
    expect(markup(html).title).toEqual({ value, by });
  });

  it.each([
    ["<meta property='og:site_name' content='The Lamp'>", "The Lamp"],
    [
      '<meta property=\'og:site_name\' content=\'World\'><script type=\'application/ld+json\'>{"@type":"Article","publisher":{"name":"Example News"}}</script>',
      "Example News",
    ],
    ["<meta name='copyright' content='© 2031 The Lamp'>", "The Lamp"],
  ])("finds the outlet in %s", (html, value) => {
    expect(markup(html).outlet?.value).toBe(value);
  });

  it.each([
    ["<meta name='author' content='Jane Doe and John Roe'>", [{ name: "Jane Doe" }, { name: "John Roe" }]],
    [
      "<meta name='author' content='Jane Doe'><p class='byline'>By Jane Doe, Asia Editor</p>",
      [{ name: "Jane Doe", role: "Asia Editor" }],
    ],
    ["<a rel='author' href='/x'>Jane Doe</a>", [{ name: "Jane Doe" }]],
  ])("finds the authors in %s", (html, bylines) => {
    expect(markup(html).bylines?.value).toEqual(bylines);
  });

  it("invents nothing", () => {
    expect(markup("<p>Text</p>")).toEqual({});
    expect(
      markup(
        "<meta name='author' content='admin'><meta property='article:author' content='https://example.org/jane'>",
      ),
    ).toEqual({});
  });
});
