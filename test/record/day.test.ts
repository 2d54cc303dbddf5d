import { describe, expect, it } from "vitest";
import { dayAfter, daysFrom } from "../../src/record/day.js";

describe("dayAfter", () => {
  it.each([
    ["2016-02-28", 1, "2016-02-29"],
    ["2017-02-28", 1, "2017-03-01"],
    ["2017-01-01", -1, "2016-12-31"],
    ["2017-01-01", 0, "2017-01-01"],
  ])("%s and %i days", (day, days, expected) => {
    expect(dayAfter(day, days)).toBe(expected);
  });
});

describe("daysFrom", () => {
  it("counts from the first to the second, times of day left out", () => {
    expect(daysFrom("2016-02-28", "2016-03-01T23:00")).toBe(2);
    expect(daysFrom("2016-03-01", "2016-02-28")).toBe(-2);
  });
});
