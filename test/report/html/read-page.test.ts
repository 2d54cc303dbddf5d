import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/report/html/read-page.js";

const TEXT =
  "Kenya has asked Somalia to explain why its boats were in the disputed waters, the ministry said. ".repeat(
    4,
  );
const read = (html: string, brokenEnd = false) => readPage(html, { origin: "page.html", brokenEnd });
const pieces = (html: string) => {
  const page = read(html);
  if ("kind" in page) throw new Error(page.met);
  return page.pieces.map(({ role, text }) => [role, text.slice(0, 30)]);
};

describe("readPage", () => {
  it("puts the title first, and once", () => {
    const page = `<html><head><title>Nairobi asks</title></head><body><article><h1>Nairobi asks</h1><p>${TEXT}</p></article></body></html>`;
    expect(pieces(page)).toEqual([
      ["title", "Nairobi asks"],
      ["body", TEXT.slice(0, 30)],
    ]);
  });

  it("reads a short page", () => {
    expect(pieces("<p>Kenya said no.</p>")).toEqual([["body", "Kenya said no."]]);
  });

  it("notes that a page is cut off, and sets the broken sentence aside", () => {
    const page = read(`<html><body><div><p>${TEXT}</p><p>Somalia said that it wou`);
    expect(page).toMatchObject({ notes: [expect.stringContaining("cut off inside a <div>")] });
    expect("pieces" in page && page.pieces.at(-1)).toMatchObject({
      role: "furniture",
      text: "Somalia said that it wou",
    });
  });

  it("refuses a page that breaks off before its article, or has none", () => {
    expect(read("<html><head><title>x</title><scri")).toMatchObject({ code: "cut-off" });
    expect(read("<html><body><div><p> ", true)).toMatchObject({ code: "cut-off" });
    expect(read("<html><body><script>x</script></body></html>")).toMatchObject({ code: "no-text" });
  });

  it.each([
    ["nested", "<div>".repeat(30_000)],
    ["many attributes", `<div ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(" ")}>`],
    ["many dates", "<div class=date>3 May 2031</div>".repeat(5_000)],
    ["stray end tags", `<b>${"</x>".repeat(100_000)}`],
    ["stray brackets", "<".repeat(100_000)],
    ["references", "&amp;&bad;".repeat(50_000)],
    ["JSON-LD in JSON-LD", `<script type="application/ld+json">${"[".repeat(200_000)}</script>`],
  ])("is not held up by %s", (_, markup) => {
    const start = process.cpuUsage();
    const page = read(`<html><body>${markup}<p>${TEXT}</p></body></html>`);
    const { user, system } = process.cpuUsage(start);
    expect("pieces" in page || page.code === "no-text").toBe(true);
    expect((user + system) / 1e6).toBeLessThan(20);
  });

  it("runs no scripts and reads markup that is written as text as text", () => {
    const page =
      "<p>He wrote &lt;b&gt; once.<img src=x onerror='globalThis.hit = 1'><script>globalThis.hit = 1</script></p>";
    expect(pieces(page)).toEqual([["body", "He wrote <b> once."]]);
    expect(globalThis).not.toHaveProperty("hit");
  });
});
