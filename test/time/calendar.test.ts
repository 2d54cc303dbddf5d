import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dateOf,
  dayOf,
  daysInMonth,
  easter,
  isoDate,
  mondayOfWeek,
  parseDate,
  weekdayOf,
  weekOf,
} from "../../src/time/calendar.js";

describe("calendar", () => {
  it("agrees with the engine's own calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(dateOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayOf(dateOf(day))).toBe(day);
        expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  it("numbers weeks as ISO 8601 does", () => {
    const week = (iso: string) => weekOf(dayOf(parseDate(iso)!));
    expect(week("2016-01-03")).toEqual({ year: 2015, week: 53 });
    expect(week("2018-12-31")).toEqual({ year: 2019, week: 1 });
    expect(week("2017-02-28")).toEqual({ year: 2017, week: 9 });
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const { year, week: number } = weekOf(day);
        expect(mondayOfWeek(year, number)).toBe(day - weekdayOf(day) + 1);
      }),
    );
  });

  it("finds Easter", () => {
    expect(easter(2017)).toEqual({ year: 2017, month: 4, day: 16 });
    expect(easter(2000)).toEqual({ year: 2000, month: 4, day: 23 });
  });

  it("counts months over the year's end", () => {
    expect(addMonths(2016, 11, 3)).toEqual({ year: 2017, month: 2 });
    expect(addMonths(2017, 1, -1)).toEqual({ year: 2016, month: 12 });
  });

  it("knows leap years and refuses days that are none", () => {
    expect(daysInMonth(2, 1900)).toBe(28);
    expect(daysInMonth(2, 2000)).toBe(29);
    expect(parseDate("2017-02-29")).toBeUndefined();
    expect(parseDate("2017-13-01")).toBeUndefined();
    expect(isoDate(dayOf(parseDate("2016-02-29")!))).toBe("2016-02-29");
  });
});
