import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseTime, findTimes } from "../../src/time/find-times.js";
import type { When } from "../../src/time/when.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { sentence } from "../support/sentence.js";
import { plainAnalysis, plainReport } from "./plain.js";

function read(text: string, published?: string): When[] {
  return findTimes(plainReport(text, published), plainAnalysis(text));
}

/** "words = TYPE value" for each time found. */
function summary(text: string, published?: string): string[] {
  return read(text, published).map((w) => `${text.slice(w.start, w.end)} = ${w.type} ${w.value}`);
}

describe("explicit dates", () => {
  it.each([
    ["It met on February 13, 2017.", "February 13, 2017 = DATE 2017-02-13"],
    ["It met on 13 February 2017.", "13 February 2017 = DATE 2017-02-13"],
    ["It met on the 13th of February, 2017.", "the 13th of February, 2017 = DATE 2017-02-13"],
    ["It met on Monday, Feb. 13, 2017.", "Monday, Feb. 13, 2017 = DATE 2017-02-13"],
    ["Seen on 2017-02-13 in Paris.", "2017-02-13 = DATE 2017-02-13"],
    ["Seen on 2/13/2017 in Paris.", "2/13/2017 = DATE 2017-02-13"],
    ["Seen on 13.02.2017 in Bonn.", "13.02.2017 = DATE 2017-02-13"],
    ["It met in February 2017.", "February 2017 = DATE 2017-02"],
    ["3/9 31 October 2017 Women march.", "31 October 2017 = DATE 2017-10-31"],
    ["In October 2000 women marched.", "October = DATE XXXX-10"],
    ["Prices rose in the 1990s.", "the 1990s = DATE 199"],
    ["Prices rose in the '90s.", "the '90s = DATE 199"],
    ["Trade grew in the first quarter of 2017.", "the first quarter of 2017 = DATE 2017-Q1"],
    ["Trade grew in Q1 2017.", "Q1 2017 = DATE 2017-Q1"],
    ["Talks began in spring 2016.", "spring 2016 = DATE 2016-SP"],
    ["Talks began in the second half of 2016.", "the second half of 2016 = DATE 2016-H2"],
    ["Prices rose in the early ’90s.", "the early ’90s = DATE 199"],
    ["Prices rose in the nineties.", "the nineties = DATE 199"],
    ["The wars of the 20th century.", "the 20th century = DATE 19"],
    ["They have fought since 1985.", "1985 = DATE 1985"],
    ["It reopened on Christmas Day, 2016.", "Christmas Day, 2016 = DATE 2016-12-25"],
    ["It falls on Easter Monday 2017.", "Easter Monday 2017 = DATE 2017-04-17"],
    ["Talks ended in late 2016.", "late 2016 = DATE 2016"],
    ["It left at 10:35 a.m. on the hour.", "10:35 a.m. = TIME XXXX-XX-XXT10:35"],
    ["It left at 5 p.m. EST, Nov. 9, 2016.", "5 p.m. EST, Nov. 9, 2016 = TIME 2016-11-09T17:00"],
  ])("%s", (text, expected) => {
    expect(summary(text)).toEqual([expected]);
  });

  it("gives the interval, end exclusive", () => {
    const interval = (text: string) => read(text)[0]?.interval;
    expect(interval("In February 2016.")).toEqual({ start: "2016-02-01", end: "2016-03-01" });
    expect(interval("On 31 December 2016.")).toEqual({ start: "2016-12-31", end: "2017-01-01" });
    expect(interval("In the 1990s.")).toEqual({ start: "1990-01-01", end: "2000-01-01" });
    expect(interval("In Q4 2016.")).toEqual({ start: "2016-10-01", end: "2017-01-01" });
  });

  it.each([
    ["It met on February 30, 2017.", "month 2 has no day 30 in 2017"],
    ["It met on February 29, 2017.", "month 2 has no day 29 in 2017"],
    ["It met on the 32nd of May.", "month 5 has no day 32"],
    ["It began in the year 0.", "there is no year 0 in the calendar that is used here"],
    ["It ends on May 5, 20177.", "there is no year 20177 in the calendar that is used here"],
  ])("refuses a date that the calendar does not have: %s", (text, reason) => {
    const [when] = read(text, "2017-02-28");
    expect(when).toMatchObject({ basis: "unresolved", reason });
    expect(when).not.toHaveProperty("interval");
  });

  it("leaves a date alone that can be read in two ways", () => {
    expect(summary("Seen on 2/3/2017 in Paris.")).not.toContain("2/3/2017 = DATE 2017-02-03");
  });
});

describe("without a publication date", () => {
  const text =
    "Last week, Avaria recalled its envoy. On February 13, it closed a pass near the border. " +
    "Borland confirmed a day later that the pass was shut. Talks resumed Tuesday.";

  it("keeps relative dates relative, with the reason", () => {
    expect(summary(text)).toEqual([
      "Last week = DATE XXXX-WXX",
      "February 13 = DATE XXXX-02-13",
      "a day later = DATE XXXX-02-14",
      "Tuesday = DATE XXXX-WXX-2",
    ]);
    const [week, , later, tuesday] = read(text);
    expect(week).toMatchObject({
      basis: "unresolved",
      reason: expect.any(String),
      relation: { to: "publication date", count: -1, unit: "week" },
    });
    expect(later).toMatchObject({ basis: "another date" });
    expect(text.slice(later!.anchor!.start, later!.anchor!.end)).toBe("February 13");
    expect(tuesday).toMatchObject({ basis: "unresolved", reason: expect.any(String), grain: "day" });
    for (const when of read(text)) expect(when.interval).toBeUndefined();
  });

  it("does not guess where the calendar leaves two days open", () => {
    const [, later] = read("On February 28 it fired. It fired again a day later.");
    expect(later).toMatchObject({ basis: "unresolved", value: "XXXX-XX-XX", reason: expect.any(String) });
  });

  it("counts from a weekday as well", () => {
    expect(summary("It met on Sunday. It met again two days later.")).toEqual([
      "Sunday = DATE XXXX-WXX-7",
      "two days later = DATE XXXX-WXX-2",
    ]);
  });
});

describe("with a publication date", () => {
  // 28 February 2017 is a Tuesday.
  it.each([
    ["It met Tuesday.", "Tuesday = DATE 2017-02-28"],
    ["It met on Thursday.", "Thursday = DATE 2017-02-23"],
    ["It meets next Tuesday.", "next Tuesday = DATE 2017-03-07"],
    ["It met last Friday.", "last Friday = DATE 2017-02-24"],
    ["It met yesterday.", "yesterday = DATE 2017-02-27"],
    ["It met this morning.", "this morning = TIME 2017-02-28TMO"],
    ["It met last week.", "last week = DATE 2017-W08"],
    ["It met last month.", "last month = DATE 2017-01"],
    ["It met last year.", "last year = DATE 2016"],
    ["It met two years ago.", "two years ago = DATE 2015"],
    ["It met three weeks ago.", "three weeks ago = DATE 2017-W06"],
    ["It met earlier this year.", "earlier this year = DATE 2017"],
    ["It met on February 13.", "February 13 = DATE 2017-02-13"],
    ["It met on December 30.", "December 30 = DATE 2016-12-30"],
    ["It met in October.", "October = DATE 2016-10"],
    ["It met in the third quarter of last year.", "the third quarter of last year = DATE 2016-Q3"],
    ["It met over the past decade.", "the past decade = DURATION P10Y"],
    ["It met in recent weeks.", "recent weeks = DURATION PXW"],
    ["He was abroad at the time.", "the time = DATE PAST_REF"],
    ["It met on New Year’s Day.", "New Year’s Day = DATE 2017-01-01"],
  ])("%s", (text, expected) => {
    expect(summary(text, "2017-02-28")).toEqual([expected]);
  });

  it("takes a past weekday that would be six days gone for the day after the report's date", () => {
    const [when] = read("It met on Wednesday.", "2017-02-28");
    expect(when?.value).toBe("2017-02-22");
    const met = sentence(`
      It PRON PRP 2 nsubj
      met VERB VBD 0 root meet
      Wednesday PROPN NNP 2 obl:unmarked
    `);
    expect(findTimes(plainReport(met.text, "2017-02-28"), met)[0]).toMatchObject({
      value: "2017-03-01",
      reason: expect.stringContaining("time zone"),
    });
  });

  it("places a stretch that ends with the report", () => {
    expect(read("It fell in the past two months.", "2017-02-28")[0]).toMatchObject({
      type: "DURATION",
      value: "P2M",
      interval: { start: "2016-12-28", end: "2017-03-01" },
    });
  });

  it("reads 'since then' from the date before it", () => {
    expect(read("They met in May 2016. Since then Avaria has fired shells.", "2017-02-28")[1]).toMatchObject({
      value: "2016-05",
      mod: "AFTER",
      basis: "another date",
      interval: { start: "2016-06-01", end: "2017-03-01" },
    });
  });

  it("says so where a stated weekday is not that of the date", () => {
    expect(read("It met on Friday, February 13, 2017.")[0]).toMatchObject({
      value: "2017-02-13",
      reason: expect.stringContaining("weekday"),
    });
  });
});

describe("durations and sets", () => {
  it.each([
    ["Talks lasted three days.", "three days = DURATION P3D"],
    ["For the fiscal year ended thus, it earned less.", "the fiscal year = DURATION P1Y"],
    ["The four-day visit ended.", "four-day = DURATION P4D"],
    ["It took two and a half years.", "two and a half years = DURATION P2Y6M"],
    ["It took half an hour.", "half an hour = DURATION PT30M"],
    ["It took several weeks.", "several weeks = DURATION PXW"],
    ["It took more than two decades.", "more than two decades = DURATION P20Y"],
    ["It meets every year.", "every year = SET P1Y"],
    ["It meets daily.", "daily = SET P1D"],
    ["It meets every Tuesday.", "every Tuesday = SET XXXX-WXX-2"],
  ])("%s", (text, expected) => {
    expect(summary(text)).toEqual([expected]);
  });
});

describe("what is no time", () => {
  it.each([
    "Theresa May said it may march on.",
    "The 13-year-old boy and a 40 year old man.",
    "It cost $2000 and weighed 1990 kg less.",
    "The fall of the capital shocked three quarters of the voters.",
    "A second missile fell.",
    "A woman in her thirties.",
    "Prices fall sharply when troops march home.",
  ])("%s", (text) => {
    expect(summary(text)).toEqual([]);
  });
});

describe("properties", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."February Feb. May 13 30 31st 2017 1990s 'the last next week year a day later ago two Tuesday , . - / : since then 10:35 p.m. Q1 spring of every past \n".split(
        " ",
      ),
    ),
    fc.string({ maxLength: 6 }),
    fc.integer({ min: 0, max: 99999 }).map(String),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));
  const published = fc.constantFrom(undefined, "2017-02-28", "2000-12-31", "not a date");

  it("never throws; spans lie in the text, in order, and every time is placed or says why not", () => {
    fc.assert(
      fc.property(text, published, (t, p) => {
        let end = 0;
        for (const when of read(t, p)) {
          expect(when.start).toBeGreaterThanOrEqual(end);
          expect(when.end).toBeGreaterThan(when.start);
          expect(when.end).toBeLessThanOrEqual(t.length);
          expect(when.value).toMatch(/^[A-Z0-9_:.+e-]+$/);
          if (when.interval) expect(when.interval.start < when.interval.end).toBe(true);
          else expect(when.reason).toBeTruthy();
          end = when.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("bears any tags and trees", () => {
    const forms =
      "on Monday 13 February 2017 the next week said had will a day later Friday 's talks since then ,".split(
        " ",
      );
    fc.assert(
      fc.property(arbitraryAnalysis(forms), published, (analysis, p) => {
        const times = findTimes(plainReport(analysis.text, p), analysis);
        for (const word of analysis.words) {
          const index = clauseTime(analysis, times, word.index);
          if (index !== undefined) expect(times[index]).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it("reads a written date back, whatever the day", () => {
    const months =
      "January February March April May June July August September October November December".split(" ");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), (n) => {
        const date = new Date(Date.UTC(1950, 0, 1) + n * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        const written = `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
        const [when] = read(`It happened on ${written}, they said.`);
        expect(when?.value).toBe(iso);
        expect(when?.interval?.start).toBe(iso);
      }),
    );
  });
});

describe("what is counted from a date before it", () => {
  it.each([
    [
      "Sales fell in the third quarter of 2016. They had been 3 million a year ago.",
      "a year ago = DATE 2015-Q3",
    ],
    ["It met on May 3, 2016. Sales were 3 million a year ago.", "a year ago = DATE 2016"],
    ["They landed on May 3, 2016. An hour later they left.", "An hour later = DATE 2016-05-03"],
    ["They landed on May 3, 2016. Nine hours later they left.", "Nine hours later = DATE XXXX-XX-XX"],
  ])("%s", (text, expected) => {
    expect(summary(text, "2017-02-15")[1]).toBe(expected);
  });

  it("reads a part of a year that a possessive names as one", () => {
    expect(summary("It ends in next year's first quarter.", "2017-02-15")).toEqual([
      "next year's first quarter = DATE 2018-Q1",
    ]);
  });

  it("says which way a stretch of unknown length lies", () => {
    const [recent] = read("It met in recent weeks.", "2017-02-15");
    expect(recent?.relation).toEqual({ to: "publication date", unit: "week", count: "earlier" });
    const [coming] = read("It will meet in the coming days.", "2017-02-15");
    expect(coming).toMatchObject({ value: "PXD", relation: { count: "later" } });
  });

  it("takes a day that something may come as soon as for the next one", () => {
    expect(summary("He could come as soon as Tuesday.", "2017-02-15")).toEqual(["Tuesday = DATE 2017-02-21"]);
  });
});

describe("plans of the past", () => {
  it("takes a day for which something had been planned as past", () => {
    const analysis = sentence(`
      The DET DT 2 det
      offer NOUN NN 5 nsubj:pass
      had AUX VBD 5 aux have
      been AUX VBN 5 aux:pass be
      scheduled VERB VBN 0 root schedule
      to PART TO 7 mark
      expire VERB VB 5 xcomp
      Friday PROPN NNP 7 obl:unmarked
    `);
    const [friday] = findTimes(plainReport(analysis.text, "2017-03-06"), analysis);
    expect(friday?.value).toBe("2017-03-03");
  });
});
