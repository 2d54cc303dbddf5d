import { describe, expect, it } from "vitest";
import { ending, formatOf, looksLikeHtml } from "../../src/report/format.js";

describe("formatOf", () => {
  it.each([
    ["<!DOCTYPE html><html>", "a.txt", "html"],
    ["\uFEFF  <!-- saved -->\n<?xml version='1.0'?><html xmlns='x'>", "-", "html"],
    ["<p>Talks failed.</p>", "-", "html"],
    ["Talks <b>failed</b>.", "a.html", "html"],
    ["Talks failed.", "a.html", "text"],
    ["# Talks failed", "a.md", "markdown"],
    ["# Talks failed", "a.MD.gz", "markdown"],
    ["Talks failed: 3 < 4 and 5 > 4.", "a.txt", "text"],
    ["<Talks failed>, he said.", "-", "text"],
  ])("%j in %s is %s", (text, origin, format) => {
    expect(formatOf(text, origin)).toBe(format);
  });

  it("is quick on a page of comments", () => {
    expect(looksLikeHtml("<!---->".repeat(10_000))).toBe(false);
    expect(looksLikeHtml("<!--".repeat(10_000))).toBe(false);
  });
});

describe("ending", () => {
  it.each([
    ["a/b/Report.TXT", ".txt"],
    ["report.html.gz", ".html"],
    ["https://example.org/a.htm?x=1.zip#y", ".htm"],
    ["report", ""],
    ["-", ""],
  ])("%s -> %s", (origin, expected) => {
    expect(ending(origin)).toBe(expected);
  });
});
