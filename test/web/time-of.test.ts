import { describe, expect, it } from "vitest";
import { timeOf } from "../../web/src/words.js";

describe("timeOf", () => {
  it.each([
    ["2031-03-04", "2031-03-05", "2031-03-04"],
    ["2031-03-04T09:00", "2031-03-04T10:00", "2031-03-04"],
    ["2031-03-04T20:00", "2031-03-05T02:00", "2031-03-04 to 2031-03-05"],
    ["2031-01-01", "2032-01-01", "2031"],
    ["2031-02-01", "2031-03-01", "2031-02"],
    ["2031-12-01", "2032-01-01", "2031-12"],
    ["2031-03-03", "2031-03-10", "2031-03-03 to 2031-03-09"],
    ["2031-01-01", "2031-04-01", "2031-01-01 to 2031-03-31"],
    ["2031-03-04", undefined, "2031-03-04"],
  ])("%s until %s is %s", (start, end, shown) => {
    expect(timeOf({ start, ...(end && { end }), words: "then" })).toBe(shown);
  });

  it("says what the report says where no day is known", () => {
    expect(timeOf({ words: "Tuesday" })).toBe("Tuesday");
    expect(timeOf(undefined)).toBe("");
  });
});
