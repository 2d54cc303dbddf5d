import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Refusal } from "../../src/record/refusal.js";
import { type ReportInput, readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";

const GOLDEN = new URL("./golden/", import.meta.url);
const read = (content: ReportInput["content"], origin = "report.txt", more: Partial<ReportInput> = {}) =>
  readReport({ origin, content, ...more });

function reportOf(result: Report | Refusal): Report {
  if (result.kind === "refusal") throw new Error(`refused: ${result.met}`);
  return result;
}

/** A report as the golden files show it: words instead of spans, no identifier. */
function shown(report: Report) {
  const { kind, id, origin, text, paragraphs, ...fields } = report;
  const words = paragraphs.map(({ start, end, ...role }) => ({ ...role, text: text.slice(start, end) }));
  return { ...fields, paragraphs: words };
}

function checkSpans({ text, paragraphs }: Report): void {
  let end = 0;
  for (const paragraph of paragraphs) {
    expect(text.slice(end, paragraph.start).trim()).toBe("");
    expect(paragraph.end).toBeGreaterThan(paragraph.start);
    expect(paragraph.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(paragraph.start, paragraph.end)).toBe(
      text.slice(paragraph.start, paragraph.end).trim(),
    );
    end = paragraph.end;
  }
  expect(text.slice(end)).toBe("");
}

const BODY =
  "Kenya has asked Somalia to explain why its boats were in the disputed waters. Somalia said that they were not.";

describe("readReport on the golden files", () => {
  const names = readdirSync(GOLDEN).filter((name) => !name.endsWith(".json"));
  it.each(names)("%s", (name) => {
    const report = reportOf(read(readFileSync(new URL(name, GOLDEN)), name));
    checkSpans(report);
    expect(shown(report)).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, GOLDEN), "utf8")));
  });
});

describe("readReport", () => {
  it("gives the same report for bytes, text, gzip, UTF-16 and other line ends, wherever they are from", () => {
    const text = `Nairobi asks for answers\n\nBy Jane Doe\n\n${BODY}`;
    const first = reportOf(read(text));
    const others = [
      read(Buffer.from(text), "-"),
      read(gzipSync(text), "b.txt.gz"),
      read(Buffer.from(`\uFEFF${text}`, "utf16le")),
      read(Buffer.from(text, "utf16le").swap16()),
      read(text.replaceAll("\n", "\r\n")),
      read(`  ${text}\n\n\n`),
    ].map(reportOf);
    for (const other of others) expect({ ...other, origin: first.origin }).toEqual(first);
  });

  it("takes what the caller knows before what the report states", () => {
    const text = `NAIROBI, 3 May 2031 (Example Wire) -- ${BODY}`;
    expect(reportOf(read(text))).toMatchObject({
      outlet: { value: "Example Wire", basis: "stated", by: "dateline" },
      published: { value: "2031-05-03", basis: "stated", by: "dateline" },
    });
    expect(reportOf(read(text, "a.txt", { published: "2031-05-04", outlet: "The Lamp" }))).toMatchObject({
      outlet: { value: "The Lamp", basis: "given" },
      published: { value: "2031-05-04", basis: "given" },
    });
  });

  it("does not take a date that is none", () => {
    const report = reportOf(read(BODY, "a.txt", { published: "yesterday" }));
    expect(report.published).toMatchObject({ known: false, reason: expect.stringContaining("yesterday") });
  });

  it("never fills in a year", () => {
    const report = reportOf(read(`NAIROBI, May 3 (Example Wire) -- ${BODY}`));
    expect(report.published).toEqual({ known: false, reason: "the dateline gives 3 May, but no year" });
    expect(report.dateline).toMatchObject({ month: 5, day: 3, place: "NAIROBI" });
    expect(report.dateline).not.toHaveProperty("year");
  });

  it("points at the words that state a value", () => {
    const report = reportOf(read(`Harbour Wire logo\nNairobi Asks For Answers\nBy Jane Doe\n${BODY}`));
    for (const value of [report.title, report.outlet]) {
      if (!value.known || !value.evidence) throw new Error("expected a value with evidence");
      expect(report.text.slice(value.evidence.start, value.evidence.end)).toBe(value.value);
    }
  });

  it("sets nothing aside that belongs to the report", () => {
    const lines = [
      "He left.",
      "“We will not talk,” she said on Twitter.",
      "More than 40 people were hurt.",
      BODY,
    ];
    expect(reportOf(read(lines.join("\n"))).paragraphs.map(({ role }) => role)).toEqual([
      "body",
      "body",
      "body",
      "body",
    ]);
  });

  it("is frozen", () => {
    const report = reportOf(read(BODY));
    expect([report, report.paragraphs, report.paragraphs[0], report.title].every(Object.isFrozen)).toBe(true);
  });
});

describe("readReport refuses", () => {
  const many = "<p>Kenya said no.</p>";
  it.each<[string, string, ReportInput["content"], string?, Partial<ReportInput>?]>([
    ["empty", "0 bytes", new Uint8Array()],
    ["empty", "white space", " \n\t\r\n "],
    ["empty", "white space", Buffer.from("\uFEFF  ")],
    ["binary", "PDF", Buffer.from("%PDF-1.4 words")],
    ["binary", "ZIP", Buffer.from("PK\x03\x04words")],
    ["binary", "PNG", gzipSync(Buffer.from("\x89PNG\r\n\x1a\n....", "latin1")), "a.txt.gz"],
    ["binary", "NUL", Buffer.from(`${BODY}\0`)],
    ["binary", "NUL", `${BODY}\0`],
    ["bad-encoding", "0xE9 at offset 3", Buffer.from("caf\xe9 au lait", "latin1")],
    ["bad-encoding", "names no known encoding", Buffer.from(BODY), "a.txt", { encoding: "no-such" }],
    ["bad-encoding", "UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0])],
    ["too-large", "20.1 MB", "x".repeat(20 * 1024 * 1024 + 1)],
    ["too-large", "more than", gzipSync(Buffer.alloc(20 * 1024 * 1024 + 1, 32)), "a.txt.gz"],
    ["not-readable", "does not unpack", gzipSync(BODY).subarray(0, 40), "a.txt.gz"],
    ["no-text", "scripts only", "<html><script>let a = 1;</script></html>", "a.html"],
    ["no-text", "without text", "<html><body><p> </p></body></html>", "a.html"],
    ["no-text", "links and labels", "<html><ul><li><a href='/'>Home</a></li></ul></html>", "a.html"],
    ["no-text", "without sentences", "12345 67890"],
    ["cut-off", "a <script>", `<html><head><script>var page = "${many}`, "a.html"],
    ["cut-off", "a tag", "<html><body><div class='sto", "a.html"],
    [
      "not-english",
      "German",
      "Die Regierung hat am Montag die Forderung der Nachbarn zurückgewiesen und gesagt, dass das Schiff nicht nach Hause fährt, und sie ist nicht bereit, mit ihnen über die Inseln zu sprechen.",
    ],
    ["not-english", "Cyrillic", "Правительство отвергло требование соседа и заявило, что судно не уйдет."],
  ])("%s (%s)", (code, met, content, origin, more) => {
    const refusal = read(content, origin ?? "a.txt", more);
    expect(refusal).toMatchObject({ kind: "refusal", code, input: origin ?? "a.txt" });
    expect((refusal as Refusal).met).toContain(met);
  });

  it("but reads the same bytes where their encoding is named", () => {
    const report = reportOf(
      read(Buffer.from(`${BODY} Caf\xe9.`, "latin1"), "a.txt", { encoding: "windows-1252" }),
    );
    expect(report.text).toContain("Café.");
  });
});

describe("readReport on anything", () => {
  const pieces = fc.constantFrom(
    ...[
      "Kenya said no.",
      "By Jane Doe",
      "🙂",
      "e\u0301",
      "\r\n",
      "\n\n",
      "“Talk”",
      "PARIS (AP) -- ",
      "Read more: x",
      "# ",
      "Date: 1 May 2031",
    ],
    ...[
      "<p>",
      "</p>",
      "<div>",
      "<br>",
      "<!--",
      "-->",
      "<script>",
      "</html>",
      "<a href=x>",
      "&amp;",
      "<",
      "<table><td>",
      "<title>",
    ],
  );
  const origins = fc.constantFrom("a.txt", "a.html", "a.md", "-");

  it.each<[string, fc.Arbitrary<string | Uint8Array>]>([
    ["strings", fc.string({ unit: "binary", maxLength: 300 })],
    ["bytes", fc.uint8Array({ maxLength: 300 })],
    ["gzipped bytes", fc.uint8Array({ maxLength: 100 }).map((bytes) => gzipSync(bytes))],
    ["pieces of reports and pages", fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" "))],
    ["pages", fc.array(pieces, { maxLength: 40 }).map((parts) => `<html><body>${parts.join("")}`)],
  ])("is a report with sound spans or a refusal: %s", (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, origins, (content, origin) => {
        const result = read(content, origin);
        if (result.kind === "report") checkSpans(result);
        else expect(result.code).not.toBe("internal");
        expect(read(content, origin)).toEqual(result);
      }),
      { numRuns: 150 },
    );
  });
});
