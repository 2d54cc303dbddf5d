import { describe, expect, it } from "vitest";
import { Chronology } from "../../src/event/chronology.js";
import type { Analysis } from "../../src/language/analysis.js";
import { known, unknown } from "../../src/record/value.js";
import type { Report } from "../../src/report/report.js";
import type { When } from "../../src/time/when.js";

const text = "In 2013 the army crossed the river. On Tuesday it held the bridge.";
const report = (published?: string) =>
  ({
    text,
    published: published ? known(published, "stated", "page") : unknown("no date on the page"),
    paragraphs: [{ start: 0, end: text.length, role: "body" }],
  }) as unknown as Report;
const word = (index: number, form: string, sentence: number) => {
  const start = text.indexOf(form);
  return {
    index,
    form,
    lemma: form,
    upos: "VERB",
    xpos: "VBD",
    deprel: "root",
    head: -1,
    sentence,
    start,
    end: start + form.length,
  };
};
const crossed = word(4, "crossed", 0);
const held = word(11, "held", 1);
const analysis = {
  words: [crossed, held],
  sentences: [
    { index: 0, first: 0, last: 1, start: 0, end: 35, paragraph: 0 },
    { index: 1, first: 1, last: 2, start: 36, end: text.length, paragraph: 0 },
  ],
} as unknown as Analysis;
const date = (form: string, value: string, grain: When["grain"], interval?: When["interval"]): When => ({
  kind: "when",
  type: "DATE",
  value,
  grain,
  basis: interval ? "stated" : "unresolved",
  ...(interval ? { interval } : {}),
  start: text.indexOf(form),
  end: text.indexOf(form) + form.length,
  by: "test",
});
const in2013 = date("2013", "2013", "year", { start: "2013-01-01", end: "2014-01-01" });
const tuesday = date("Tuesday", "2017-02-28", "day", { start: "2017-02-28", end: "2017-03-01" });

describe("Chronology", () => {
  const now = new Chronology(report("2017-03-01"), analysis, [in2013, tuesday]);

  it("tells an act of years ago from one of the day", () => {
    expect(now.clues(crossed as never, 0)).toContain("age years");
    expect(now.clues(held as never, 1)).toContain("age day VBD");
    expect(now.clues(held as never, undefined)).toContain("age none");
  });

  it("says why an act of long ago is history, in the report's words", () => {
    expect(now.past(0)).toContain("“2013”");
    expect(now.past(1)).toBeUndefined();
    expect(now.past(undefined)).toBeUndefined();
  });

  it("knows what the report dates shortly before itself", () => {
    expect([now.isNews(0), now.isNews(1), now.isNews(undefined)]).toEqual([false, true, false]);
  });

  it("sees the date beside an act and the one before it in the paragraph", () => {
    expect(now.clues(held as never, undefined)).toContain("ages none day years");
    expect(now.clues(crossed as never, undefined)).toContain("beside years");
  });

  it("without a publication date a year counts from the latest that the report names", () => {
    const later = date("Tuesday", "2017-02-28", "day");
    const undated = new Chronology(report(), analysis, [date("2013", "2013", "year"), later]);
    expect(undated.clues(crossed as never, 0)).toContain("age years");
    expect(undated.clues(held as never, 1)).toContain("age latest day");
  });
});
