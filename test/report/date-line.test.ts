import { describe, expect, it } from "vitest";
import { dateLineOf } from "../../src/report/date-line.js";

const day = (year: number, month: number, day: number) => ({ year, month, day });

describe("dateLineOf", () => {
  it.each([
    ["Xinhua | Updated: 2031-09-15 17:52", { date: day(2031, 9, 15), dated: "later", outlet: "Xinhua" }],
    ["Published: 12 May 2031 07:40 GMT", { date: day(2031, 5, 12), dated: "first" }],
    ["Updated 2031-11-02 09:15; Posted 2031-11-01", { date: day(2031, 11, 1), dated: "first" }],
    ["2031-09-16T10:25:20", { date: day(2031, 9, 16), dated: "plain" }],
    ["Published 2031-09-16T10:25:20.125+02:00", { date: day(2031, 9, 16), dated: "first" }],
    ["2031-09-16T10:25Z | Xinhua", { date: day(2031, 9, 16), dated: "plain", outlet: "Xinhua" }],
    ["12 p.m. AEST Saturday, September 16", { date: { month: 9, day: 16 }, dated: "plain" }],
    ["November 20, 2031 / 1:07 AM", { date: day(2031, 11, 20), dated: "plain" }],
    [
      "By Jane Doe - 11/18/31 11:04 PM EST",
      { date: day(2031, 11, 18), dated: "plain", byline: { bylines: [{ name: "Jane Doe" }] } },
    ],
  ])("reads %s", (text, expected) => {
    expect(dateLineOf(text)).toEqual(expected);
  });

  it.each([
    "On Tuesday 12 May 2031 he left the country.",
    "12 May 2031 Vienna talks",
    "Jane Doe, Vienna, 3 May 2031",
    "The treaty of 12 May 2031",
    "2031-09-16T10:25:20 the talks began",
    "No date at all",
    "September",
  ])("leaves %j to others", (text) => {
    expect(dateLineOf(text)).toBeUndefined();
  });
});
