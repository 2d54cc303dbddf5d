import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDate, isDay, isIsoDate, isMonth, isoDate } from "../../src/report/dates.js";

const inWords = (text: string, order?: "day-first" | "month-first") => {
  const date = findDate(text, order);
  return date && (isoDate(date) ?? `--${date.month}-${date.day}`);
};

describe("findDate", () => {
  it.each([
    ["Updated: 2031-09-15 17:52", "2031-09-15"],
    ["2031-09-15T23:59:00-04:00", "2031-09-15"],
    ["12 May 2031", "2031-05-12"],
    ["May 12th, 2031 at 9:30 p.m.", "2031-05-12"],
    ["Sept. 3, 2031", "2031-09-03"],
    ["3rd of March, 2031", "2031-03-03"],
    ["20-Dec-2031", "2031-12-20"],
    ["Fri 6:45 PM, Feb 16, 2031", "2031-02-16"],
    ["31.12.2031", "2031-12-31"],
    ["25/04/2031", "2031-04-25"],
    ["04/25/2031", "2031-04-25"],
    ["11/18/31 9:04 PM", "2031-11-18"],
    ["22 de outubro de 2031", "2031-10-22"],
    ["3. März 2031", "2031-03-03"],
    ["2031年3月4日", "2031-03-04"],
    ["14 сентября 2031", "2031-09-14"],
    ["BEIJING, Sept 15", "--9-15"],
    ["Saturday, September 16", "--9-16"],
    ["16 September, and a year later 3 May 2031", "2031-05-03"],
  ])("%s -> %s", (text, expected) => {
    expect(inWords(text)).toBe(expected);
  });

  it.each([
    "no date",
    "in May 2031",
    "31 February 2031",
    "2031-13-45",
    "18 minutes",
    "version 5.50",
    "12 people",
    "1.5.2",
  ])("finds none in %j", (text) => {
    expect(findDate(text)).toBeUndefined();
  });

  it("reads 03/04/2031 only where it is told which number is the day", () => {
    expect(inWords("03/04/2031")).toBeUndefined();
    expect(inWords("03/04/2031", "day-first")).toBe("2031-04-03");
    expect(inWords("03/04/2031", "month-first")).toBe("2031-03-04");
  });

  it("says where the date stands", () => {
    const text = "Published 12 May 2031 in Oslo";
    const date = findDate(text)!;
    expect(text.slice(date.start, date.end)).toBe("12 May 2031");
  });

  it("reads back every day that it writes", () => {
    const day = fc.date({ min: new Date("1700-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(inWords(iso)).toBe(iso);
        expect(isIsoDate(iso)).toBe(true);
      }),
    );
  });

  it("gives only days of the calendar, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 99 }), (text, number) => {
        const date = findDate(`${text} ${number} May ${number}/${number}/2031`);
        expect(date === undefined || isDay(date)).toBe(true);
      }),
    );
  });
});

describe("isDay and isMonth", () => {
  it("know leap years and short months", () => {
    expect(isDay({ year: 2028, month: 2, day: 29 })).toBe(true);
    expect(isDay({ year: 2100, month: 2, day: 29 })).toBe(false);
    expect(isDay({ month: 2, day: 29 })).toBe(true);
    expect(isDay({ month: 4, day: 31 })).toBe(false);
    expect(isIsoDate("2031-02-30")).toBe(false);
    expect(isMonth("Sept.")).toBe(true);
    expect(isMonth("Seattle")).toBe(false);
  });
});
